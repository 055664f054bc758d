"""What becomes of a calendar: days, sessions, places, themes, people, and what is told of it."""

from __future__ import annotations

import textwrap
from datetime import timedelta

import pytest

import partenariats as pa
from partenariats.model.people import Role
from partenariats.model.sessions import SessionKind
from partenariats.model.timeline import Timeline

START = "DTSTART;TZID=Europe/Paris:20220325T093000"
ENTRY = f"UID:a@x\n{START}\nSUMMARY:L'eau"


def calendar(*entries: str, head: str = "X-WR-CALNAME;LANGUAGE=fr:Rencontre") -> bytes:
    """Write a calendar of some entries, each the lines of one."""
    said = ["BEGIN:VCALENDAR", "VERSION:2.0", head]
    for entry in entries:
        said += ["BEGIN:VEVENT", textwrap.dedent(entry).strip("\n"), "END:VEVENT"]
    return "\r\n".join("\n".join([*said, "END:VCALENDAR", ""]).split("\n")).encode()


def read(*entries: str, options=None, **more):
    """Import such a calendar; give the event, and codes and headlines of what was told."""
    found = pa.Toolkit().import_(calendar(*entries, **more), None, options)
    event = found.event
    assert pa.parse(pa.write(event)).event == event
    return event, [(said.code, str(said.headline)) for said in found.report.diagnostics]


def hours(event):
    """Say when each session is, with the offset of its zone."""
    timeline = Timeline.of(event)
    assert not timeline.problems
    placed = {item.session.id: item for item in timeline.placed}
    days = {day.id: str(day.date) for day in event.days}
    return [
        (days[session.day], str(session.start), str(session.end) if session.end else None)
        for session in event.sessions
        if session.id in placed
    ]


def test_an_entry_becomes_a_session():
    """Every property that an event has a place for is there, and nothing else is told."""
    event, told = read(
        r"""
        UID:eau@rencontre.exemple.invalid
        DTSTAMP:20220301T000000Z
        DTSTART;TZID=Europe/Paris:20220325T093000
        DTEND;TZID=Europe/Paris:20220325T110000
        SUMMARY:L'eau\, source de vie
        DESCRIPTION:Deux lignes.\nEt demie\; fin.
        LOCATION:Salle 1
        CATEGORIES:Eau\, air,Santé
        COLOR:royalblue
        STATUS:TENTATIVE
        URL:https://exemple.invalid/eau
        ORGANIZER;CN="L'association; la nôtre":mailto:bonjour@exemple.invalid
        """
    )
    (session,) = event.sessions
    assert (event.id, event.title.plain, event.language) == ("rencontre", "Rencontre", "fr")
    assert (event.timezone, event.contact) == ("Europe/Paris", "bonjour@exemple.invalid")
    assert [(body.id, body.name.plain) for body in event.organizations] == [
        ("l-association-la-notre", "L'association; la nôtre")
    ]
    assert (session.id, session.title.plain) == ("eau", "L'eau, source de vie")
    assert session.description is not None
    assert session.description.plain == "Deux lignes.\nEt demie; fin."
    assert hours(event) == [("2022-03-25", "09:30", "11:00")]
    assert [(room.id, room.name.plain) for room in event.rooms] == [(session.room, "Salle 1")]
    assert [(t.id, t.title.plain, t.color) for t in event.themes] == [
        ("eau-air", "Eau, air", "#4169e1"),
        ("sante", "Santé", None),
    ]
    assert (session.themes, session.tentative) == (("eau-air", "sante"), True)
    assert session.url == "https://exemple.invalid/eau"
    assert told == [
        ("ICS009", "the organizer was taken for a body, not a person: `L'association; la nôtre`")
    ]


@pytest.mark.parametrize(
    ("uid", "title", "given"),
    [
        ("ouverture@x.partenariats", "T", "ouverture"),
        ("presentation_94@conf.exemple.invalid", "T", "presentation-94"),
        ("309", "L'été", "l-ete-309"),
        ("6a32cb72-a69d-423c-91b5-60d88eb8e6c7", "L'été", "l-ete"),
        ("20220325T093000Z-12@host", "L'été", "l-ete"),
        ("", "水", "session"),
        ("@", "", "session"),
    ],
)
def test_ids_are_those_that_a_person_would_give(uid, title, given):
    """A readable `UID` is kept, a number is put behind the title, a machine's is left."""
    event, _ = read(f"UID:{uid}\n{START}\nSUMMARY:{title}")
    assert event.sessions[0].id == given


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (START, "DURATION:PT1H30M", ("2022-03-25", "09:30", "11:00")),
        (START, "DURATION:P1DT30M", ("2022-03-25", "09:30", "34:00")),
        (START, "X-NO:1", ("2022-03-25", "09:30", None)),
        ("DTSTART:20220325T083000Z", "DTEND:20220325T093000Z", ("2022-03-25", "09:30", "10:30")),
        ("DTSTART:20220325T093000", "DTEND:20220325T0945", ("2022-03-25", "09:30", "09:45")),
        (
            "DTSTART;TZID=America/New_York:20220325T093000",
            "DURATION:PT1H",
            ("2022-03-25", "14:30", "15:30"),
        ),
        (
            "DTSTART;TZID=Eastern Standard Time:20220325T093000",
            "DURATION:PT1H",
            ("2022-03-25", "14:30", "15:30"),
        ),
        (
            "DTSTART;TZID=/example.invalid/20220101/America/New_York:20220325T093000",
            "DURATION:PT1H",
            ("2022-03-25", "14:30", "15:30"),
        ),
        ("DTSTART;VALUE=DATE:20220325", "X-NO:1", ("2022-03-25", "00:00", "24:00")),
        (
            "DTSTART;VALUE=DATE:20220325",
            "DTEND;VALUE=DATE:20220326",
            ("2022-03-25", "00:00", "24:00"),
        ),
        ("DTSTART:20221030T003000Z", "DURATION:PT2H", ("2022-10-30", "02:30+02:00", "03:30")),
        ("DTSTART:20221030T013000Z", "DURATION:PT2H", ("2022-10-30", "02:30+01:00", "04:30")),
        (
            "DTSTART;TZID=Europe/Paris:20220327T023000",
            "DURATION:PT1H",
            ("2022-03-27", "03:30", "04:30"),
        ),
    ],
)  # fmt: skip
def test_hours_are_those_of_the_clock_on_the_wall(start, end, said):
    """UTC, floating times, zones of many names, whole days and the hours of a change."""
    head = "X-WR-CALNAME:R\nX-WR-TIMEZONE:Europe/Paris"
    event, _ = read(f"UID:a\n{start}\n{end}\nSUMMARY:T", head=head)
    assert hours(event) == [said]


def test_long_entries_keep_their_length():
    """What ends after the next day has a length instead of an end."""
    event, told = read("UID:a\nDTSTART;VALUE=DATE:20220325\nDTEND;VALUE=DATE:20220328\nSUMMARY:T")
    assert (event.sessions[0].end, event.sessions[0].duration) == (None, timedelta(hours=72))
    assert ("ICS003", "entries for whole days, imported from 0:00 to 24:00 (1)") in told


def test_the_small_hours_belong_to_the_evening():
    """One in the morning is 25:00 where something took place the day before, else 1:00."""
    late = "UID:b\nDTSTART;TZID=Europe/Paris:20220326T010000\nSUMMARY:Bal"
    event, told = read(ENTRY, late)
    assert hours(event) == [("2022-03-25", "09:30", None), ("2022-03-25", "25:00", None)]
    assert told[0] == (
        "ICS002",
        "sessions of the small hours, put on the day before (1): `2022-03-26 01:00`",
    )
    assert hours(read(late)[0]) == [("2022-03-26", "01:00", None)]


ZONE = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16011028T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE"""


@pytest.mark.parametrize(
    ("head", "start", "zone", "code"),
    [
        ("X-A:1", START, "Europe/Paris", None),
        ("X-WR-TIMEZONE:Europe/Brussels", "DTSTART:20220325T083000Z", "Europe/Brussels", None),
        ("X-WR-TIMEZONE:Nowhere/City", START, "Europe/Paris", "ICS001"),
        (
            ZONE.format(name="Bureau"),
            "DTSTART;TZID=Bureau:20220325T093000",
            "Europe/Paris",
            "ICS001",
        ),
        (ZONE.format(name="Europe/Rome"), "DTSTART:20220325T083000Z", "Europe/Rome", None),
        (
            ZONE.format(name="x").replace("TZID:x", "TZID:x\nX-LIC-LOCATION:Europe/Berlin"),
            "DTSTART;TZID=x:20220325T093000",
            "Europe/Berlin",
            None,
        ),
        ("X-A:1", "DTSTART:20220325T093000", "UTC", "ICS001"),
        ("X-A:1", "DTSTART;TZID=Nowhere:20220325T093000", "UTC", "ICS001"),
    ],
)  # fmt: skip
def test_the_zone_is_found_or_guessed_and_told(head, start, zone, code):
    """A zone is named by the calendar, used by its entries, or has the offsets of a definition."""
    event, told = read(f"UID:a\n{start}\nSUMMARY:T", head=f"X-WR-CALNAME;LANGUAGE=fr:R\n{head}")
    assert event.timezone == zone
    assert event.sessions[0].start is not None
    assert str(event.sessions[0].start) == "09:30"
    assert {found for found, _ in told} == ({code} if code else set())


def test_what_is_asked_for_is_taken_first():
    """Options for zone and language come before what the calendar says."""
    event, _ = read(ENTRY, options={"timezone": "America/New_York", "language": "de"})
    assert (event.timezone, event.language) == ("America/New_York", "de")
    assert hours(event) == [("2022-03-25", "04:30", None)]
    with pytest.raises(pa.InvalidOptionsError):
        read(ENTRY, options={"timezone": "Nowhere"})


def repeated(*lines: str, start: str = START):
    """Import an entry that repeats; give dates and hours, and what was told."""
    event, told = read("\n".join(["UID:a@x", start, "DURATION:PT1H", "SUMMARY:T", *lines]))
    return [f"{day} {at}" for day, at, _ in hours(event)], told


@pytest.mark.parametrize(
    ("rule", "dates"),
    [
        ("FREQ=DAILY;COUNT=3", ["03-25", "03-26", "03-27"]),
        ("FREQ=DAILY;INTERVAL=2;UNTIL=20220329", ["03-25", "03-27", "03-29"]),
        ("FREQ=DAILY;UNTIL=20220327T073000Z", ["03-25", "03-26", "03-27"]),
        ("FREQ=WEEKLY;COUNT=2", ["03-25", "04-01"]),
        ("FREQ=WEEKLY;BYDAY=FR,SA;COUNT=4", ["03-25", "03-26", "04-01", "04-02"]),
        ("FREQ=DAILY;BYDAY=MO,FR;COUNT=3", ["03-25", "03-28", "04-01"]),
    ],
)
def test_repetitions_that_programmes_use_are_followed(rule, dates):
    """Each time is a session of its own, at the same hour, also over a change of the clocks."""
    said, told = repeated(f"RRULE:{rule}")
    assert said == [f"2022-{date} 09:30" for date in dates]
    assert told == []


def test_exceptions_and_dates_are_followed():
    """What EXDATE leaves out is not there, what RDATE adds is."""
    said, _ = repeated(
        "RRULE:FREQ=DAILY;COUNT=3",
        "EXDATE;TZID=Europe/Paris:20220326T093000",
        "EXDATE:20220327T073000Z",
        "RDATE;TZID=Europe/Paris:20220401T140000",
    )
    assert said == ["2022-03-25 09:30", "2022-04-01 14:00"]


def test_a_time_that_was_moved_is_there_once():
    """An entry with RECURRENCE-ID stands for that time; one that was cancelled leaves it out."""
    series = f"UID:a@x\n{START}\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=4\nSUMMARY:T"
    moved = (
        "UID:a@x\nRECURRENCE-ID;TZID=Europe/Paris:20220326T093000\n"
        "DTSTART;TZID=Europe/Paris:20220326T150000\nSUMMARY:T2"
    )
    cancelled = f"UID:a@x\nRECURRENCE-ID:20220327T073000Z\n{START}\nSTATUS:CANCELLED\nSUMMARY:T"
    event, told = read(series, moved, cancelled)
    assert [f"{day} {at}" for day, at, _ in hours(event)] == [
        "2022-03-25 09:30",
        "2022-03-26 15:00",
        "2022-03-28 09:30",
    ]
    assert [session.id for session in event.sessions] == ["a", "a-2", "a-3"]
    assert told == [("ICS008", "not carried over (1): entries that were cancelled")]


@pytest.mark.parametrize(
    ("rule", "count", "said"),
    [
        ("FREQ=DAILY", 366, "repetitions that were cut after a year (1): `FREQ=DAILY`"),
        ("FREQ=WEEKLY", 53, "repetitions that were cut after a year (1): `FREQ=WEEKLY`"),
        (
            "FREQ=DAILY;COUNT=999999999",
            366,
            "repetitions that were cut after a year (1): `FREQ=DAILY;COUNT=999999999`",
        ),
        (
            "FREQ=MONTHLY;BYDAY=1MO",
            1,
            "repetitions by a rule that was not followed (1): `FREQ=MONTHLY;BYDAY=1MO`",
        ),
    ],
)
def test_a_repetition_is_cut_and_told(rule, count, said):
    """No rule gives more than a year, and one that is not followed gives the first time."""
    times, told = repeated(f"RRULE:{rule}")
    assert (len(times), told) == (count, [("ICS004", said)])


def test_attendees_become_people_without_their_addresses():
    """Names and roles are taken; addresses, things and those who declined are not."""
    event, told = read(
        ENTRY
        + """
ATTENDEE;CN=Ada Exemple;ROLE=CHAIR:mailto:ada@exemple.invalid
ATTENDEE;CN="Exemple, Bob":mailto:bob@exemple.invalid
ATTENDEE;CN=Salle;CUTYPE=ROOM:mailto:salle@exemple.invalid
ATTENDEE;CN=Zoé;PARTSTAT=DECLINED:mailto:zoe@exemple.invalid
ATTENDEE;CN=x@exemple.invalid:mailto:x@exemple.invalid
"""
    )
    names = {person.id: person.name for person in event.people}
    assert [(names[c.person], c.role) for c in event.sessions[0].credits if c.person] == [
        ("Ada Exemple", Role.CHAIR),
        ("Exemple, Bob", Role.SPEAKER),
    ]
    assert "exemple.invalid" not in pa.write(event)
    assert sorted(told) == [
        ("ICS008", "not carried over (1): attendees and organizers without a name"),
        ("ICS008", "not carried over (1): attendees that are no persons"),
        ("ICS008", "not carried over (1): attendees who declined"),
        ("ICS008", "not carried over (2): addresses of attendees"),
        ("ICS009", "attendees were taken for speakers (1): `Exemple, Bob`"),
    ]


def test_organizers_that_differ_are_people():
    """Where each entry has its own organizer, it is a person with that role in its session."""
    event, _ = read(
        f"{ENTRY}\nORGANIZER;CN=Ada:mailto:a@x.invalid",
        f"{ENTRY.replace('a@x', 'b@x')}\nORGANIZER;CN=Bob:mailto:b@x.invalid",
    )
    assert (event.organizers, event.contact) == ((), None)
    assert [session.credits[0].role for session in event.sessions] == [Role.ORGANIZER] * 2


def test_what_locations_at_one_point_share_is_the_venue():
    """With GEO the end that all share is the venue, and what stands before it the room."""
    place = "LOCATION:{}\nGEO:46.3;-0.46"
    event, _ = read(
        f"{ENTRY}\n{place.format('Salle 1' + chr(92) + ', Hôtel' + chr(92) + ', Niort')}",
        f"{ENTRY.replace('a@x', 'b')}\n{place.format('Hôtel' + chr(92) + ', Niort')}",
        f"{ENTRY.replace('a@x', 'c')}\nLOCATION:Ailleurs",
    )
    (venue,) = event.venues
    assert (venue.name.plain, venue.latitude, venue.longitude) == ("Hôtel, Niort", 46.3, -0.46)
    assert [(room.name.plain, room.venue) for room in event.rooms] == [
        ("Salle 1", venue.id),
        ("Ailleurs", None),
    ]
    assert [(s.room, s.venue) for s in event.sessions] == [
        ("salle-1", None),
        (None, venue.id),
        ("ailleurs", None),
    ]


def test_titles_tell_breaks_and_meals():
    """A session called after a break or a meal is one."""
    event, _ = read(ENTRY.replace("L'eau", "Pause-café"), ENTRY.replace("L'eau", "Buffet"))
    assert [s.kind for s in event.sessions] == [SessionKind.BREAK, SessionKind.MEAL]


def test_doubled_uids_are_told():
    """What is there twice is kept once; what only shares its UID is kept under another id."""
    other = ENTRY.replace("L'eau", "L'air")
    event, told = read(ENTRY, ENTRY, other)
    assert [(s.id, s.title.plain) for s in event.sessions] == [("a", "L'eau"), ("a-2", "L'air")]
    assert told == [
        ("ICS005", "entries that are there twice, kept once (1): `a@x`"),
        ("ICS005", "entries whose `UID` another has already, kept both (1): `a@x`"),
    ]


def test_nothing_is_dropped_in_silence():
    """Alarms, tasks, attachments, unknown properties, seconds and bad values are all told."""
    _, told = read(
        """
        UID:a@x
        DTSTART;TZID=Europe/Paris:20220325T093010
        DTEND:hier
        SUMMARY:T
        GEO:400;1
        URL:javascript:alert(1)
        ATTACH:https://exemple.invalid/x
        X-OTHER:1
        X-MORE:2
        BEGIN:VALARM
        ACTION:DISPLAY
        END:VALARM
        """,
        "UID:b\nSUMMARY:Sans date",
        head="X-WR-CALNAME;LANGUAGE=fr:R\nBEGIN:VTODO\nUID:t\nEND:VTODO",
    )
    assert sorted(told) == [
        ("ICS006", "`DTEND` cannot be read (1): `hier`"),
        ("ICS006", "`GEO` cannot be read (1): `400;1`"),
        ("ICS008", "not carried over (1): `ATTACH` of entries"),
        ("ICS008", "not carried over (1): `URL` that is no address of the web"),
        ("ICS008", "not carried over (1): alarms (`VALARM`)"),
        ("ICS008", "not carried over (1): entries without `DTSTART`, which have no time"),
        ("ICS008", "not carried over (1): seconds of hours"),
        ("ICS008", "not carried over (1): tasks (`VTODO`)"),
        ("ICS008", "not carried over (2): properties of other programs"),
    ]


def test_everything_that_is_told_has_french(untranslated):
    """Whatever a calendar has, its report can be read in French."""
    found = pa.import_(
        calendar(
            f"{ENTRY}\nATTACH:x\nX-A:1\nURL:x\nGEO:x\nRRULE:FREQ=DAILY\nSUMMARY:b\nSTATUS:x",
            f"{ENTRY}\nRRULE:FREQ=YEARLY\nORGANIZER;CN=A:x\nATTENDEE;CN=B:mailto:b\nATTENDEE:x",
            "UID:c\nDTSTART;TZID=X:20220326T013001\nCOLOR:red\nBEGIN:VALARM\nEND:VALARM\nGEO:1;1",
            "UID:d\nDTSTART:20220325\nDTEND:20230325\nSTATUS:CANCELLED",
            "UID:e\nDTSTART:20220325\nDTEND:20230325\nCATEGORIES:a\nCOLOR:red",
            "UID:f\nCATEGORIES:a\nCOLOR:blue",
            head="BEGIN:VTODO\nEND:VTODO\nIMAGE:x\nno colon",
        )
        + calendar("no end")
    )
    assert len(found.report.diagnostics) > 20  # about as many as there are kinds
    assert untranslated(found.report.diagnostics) == []


def test_notes_say_where_in_the_file():
    """The line of the file stands before a note, although lines were joined and left out."""
    content = calendar(ENTRY + "\n\nDESCRIPTION:a\n  b\n\tc\nDTEND:hier\nof no use")
    report = pa.import_(content).report
    assert report.render("concise").splitlines()[:2] == [
        "<calendar>:12:1: warning[ICS006] `DTEND` cannot be read (1): `hier`",
        "<calendar>:13:1: warning[ICS007] lines that are no part of a calendar (1): `of no use`",
    ]


def test_a_calendar_without_entries_is_an_event_without_sessions():
    """Title, purpose and address of the calendar are kept."""
    head = "NAME;LANGUAGE=fr:R\nX-WR-CALDESC:Pour voir\nURL:https://exemple.invalid"
    event, told = read(head=head)
    assert event.purpose is not None
    assert (event.title.plain, event.purpose.plain) == ("R", "Pour voir")
    assert (event.url, event.sessions, event.days) == ("https://exemple.invalid", (), ())
    assert told == [("ICS001", "the calendar names no time zone; `UTC` was taken")]
