"""What becomes of each thing in a schedule, and what is told of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from partenariats.model.places import Room, Venue
from partenariats.model.sessions import SessionKind
from partenariats.model.text import Text
from partenariats.model.themes import Theme
from partenariats.model.timeline import Timeline


def hours(event):
    """Say for each session its day, start and end."""
    dates = {day.id: str(day.date) for day in event.days}
    return [
        (dates.get(s.day), str(s.start), str(s.end) if s.end else s.duration)
        for s in event.sessions
    ]


def test_an_ordinary_schedule_is_carried_whole(imported):
    """Names, times, room, theme, person, kind and address are there; nothing needs a word."""
    event, told = imported()
    (session,) = event.sessions
    assert (event.id, event.title, event.timezone, event.language) == (
        "rencontres2022",
        Text("Rencontres d'été"),
        "Europe/Paris",
        "fr",
    )
    assert [(d.id, str(d.date), str(d.start), str(d.end)) for d in event.days] == [
        ("day-1", "2022-03-25", "09:00", "28:00")
    ]
    assert event.rooms == (Room(id="salle-1", name=Text("Salle 1")),)
    assert event.themes == (Theme(id="eau-climat", title=Text("Eau & climat")),)
    assert [(p.id, p.name) for p in event.people] == [("ada-exemple", "Ada Exemple")]
    assert (session.id, session.day, session.kind) == (
        "rencontres2022-11-l-eau",
        "day-1",
        SessionKind.PRESENTATION,
    )
    assert (session.title, session.description) == (Text("L'eau"), Text("Un résumé."))
    assert (session.room, session.themes, session.url) == (
        "salle-1",
        ("eau-climat",),
        "https://exemple.invalid/11",
    )
    assert [credit.person for credit in session.credits] == ["ada-exemple"]
    assert hours(event) == [("2022-03-25", "09:30", "10:30")]
    assert (told, Timeline.of(event).problems) == ([], ())


def test_both_formats_say_the_same(content):
    """The same schedule in XML and in JSON gives the same event."""
    from partenariats_schedule.importer import (
        ScheduleImporter,
        ScheduleJsonImporter,
        ScheduleOptions,
    )

    xml = ScheduleImporter(ScheduleOptions()).read(content("schedule", {}, {"id": 12}))
    json = ScheduleJsonImporter(ScheduleOptions()).read(content("schedule-json", {}, {"id": 12}))
    assert (xml.event, xml.report) == (json.event, json.report)


@pytest.mark.parametrize(
    ("duration", "end"),
    [
        ("01:30", "11:00"),
        ("1:30", "11:00"),
        ("00:30:00", "10:00"),
        ("90", "11:00"),
        ("PT1H30M", "11:00"),
        ("00:00", "09:30"),
        ("26:15", "35:45"),
        ("38:29", "47:59"),
        ("38:30", timedelta(hours=38, minutes=30)),
        ("1:14:30:00", timedelta(hours=38, minutes=30)),
        ("P1DT14H30M", timedelta(hours=38, minutes=30)),
        ("999:00", timedelta(hours=999)),
        ("", None),
    ],
)
def test_every_way_to_write_a_length(imported, duration, end):
    """Hours and minutes, minutes alone, ISO 8601, nothing at all, and more than a day."""
    event, told = imported({"duration": duration})
    assert (hours(event), told) == ([("2022-03-25", "09:30", end)], [])


@pytest.mark.parametrize("duration", ["1h", "-1:00", "999:01", "P", "PT", "xx", "1:2"])
def test_what_is_no_length_is_told(imported, duration):
    """An odd length leaves the end open, and is quoted."""
    event, told = imported({"duration": duration})
    assert hours(event) == [("2022-03-25", "09:30", None)]
    assert told == [("SCH005", f"`duration` cannot be read (1): `{duration}`")]


def test_a_session_after_midnight_belongs_to_the_day_before(imported):
    """One in the morning under a day is 25:00 of it, up to the day's end."""
    event, told = imported(
        {"date": "2022-03-26T01:00:00+01:00", "start": "01:00"},
        {"date": "2022-03-26T04:00:00+01:00", "start": "04:00", "id": 12, "slug": ""},
    )
    assert hours(event) == [("2022-03-25", "25:00", "26:00"), ("2022-03-25", "28:00", "29:00")]
    assert (told, [session.id for session in event.sessions]) == (
        [],
        ["rencontres2022-11-l-eau", "l-eau-12"],
    )


@pytest.mark.parametrize(
    ("day", "hour", "held"),
    [
        ({"end": ""}, "06:00", ("2022-03-25", "30:00")),
        ({"end": ""}, "06:01", ("2022-03-26", "06:01")),
        ({}, "06:01", ("2022-03-26", "06:01")),
        ({"end": "2022-03-26T09:00:00+01:00"}, "09:00", ("2022-03-25", "33:00")),
    ],
)
def test_where_the_night_ends(imported, day, hour, held):
    """Without a later end of the day its night ends at six; then a session is on its own date."""
    event, told = imported({"date": f"2022-03-26T{hour}:00+01:00", "start": hour}, day=day)
    assert [found[:2] for found in hours(event)] == [held]
    assert [code for code, _ in told] == (["SCH003"] if held[0] == "2022-03-26" else [])


def test_a_session_under_a_wrong_day_is_on_its_own_date(imported):
    """A session listed under another day gets the day of its date, which is made if need be."""
    event, told = imported({}, {"date": "2022-03-28T09:30:00+02:00"}, {"date": "2022-03-24 12:00"})
    assert hours(event) == [
        ("2022-03-25", "09:30", "10:30"),
        ("2022-03-28", "09:30", "10:30"),
        ("2022-03-24", "12:00", "13:00"),
    ]
    assert [day.id for day in event.days] == ["day-1", "day-2", "day-3"]
    assert (
        "SCH003",
        ("sessions stand under a day on which they are not (2): `2022-03-25, 2022-03-28`"),
    ) in told


def test_the_date_of_a_day_reckoned_in_utc_is_corrected(imported):
    """A day that begins on the next date in the event's zone is that date, as its sessions say."""
    event, told = imported(
        {"date": "2022-03-25T05:00:00+00:00", "start": "10:30"},
        conference={"time_zone_name": "Asia/Kolkata"},
        day={"date": "2022-03-24", "start": "2022-03-24T21:30:00+00:00", "end": ""},
    )
    assert hours(event) == [("2022-03-25", "10:30", "11:30")]
    assert told == [
        ("SCH003", "days begin on another date than they say (1): `2022-03-24, 2022-03-25`")
    ]


def test_the_date_wins_over_the_start(imported):
    """Where the two disagree in the event's zone the date is believed, and both are quoted."""
    event, told = imported(conference={"time_zone_name": "UTC"})
    assert hours(event) == [("2022-03-25", "08:30", "09:30")]
    said = "sessions have a `start` that is not the hour of their `date`"
    assert told == [("SCH002", f"{said} (1): `09:30, 2022-03-25T09:30:00+01:00`")]


@pytest.mark.parametrize(
    ("start", "change", "end", "held"),
    [
        ("09:30", "", "", "09:30"),
        ("01:00", "09:00:00", "", "25:00"),
        ("09:00", "09:00:00", "", "09:00"),
        ("08:59", "9:00", "", "32:59"),
        ("03:59", "", "2022-03-26T04:00:00+01:00", "27:59"),
        ("04:00", "", "2022-03-26T04:00:00+01:00", "04:00"),
        ("25:00", "", "", "25:00"),
    ],
)
def test_without_a_date_the_day_and_the_start_count(imported, start, change, end, held):
    """Before the change of day, or the end of a day in the morning, an hour is the next day's."""
    event, told = imported(
        {"date": "", "start": start, "duration": "00:30"},
        conference={"day_change": change},
        day={"end": end},
    )
    assert [found[:2] for found in hours(event)] == [("2022-03-25", held)]
    assert (told, len(Timeline.of(event).placed)) == ([], 1)


def test_a_date_without_an_hour_takes_the_start(imported):
    """Date and start together say when, wherever the session stands."""
    event, _ = imported({"date": "2022-03-26", "start": "09:30"})
    assert hours(event) == [("2022-03-26", "09:30", "10:30")]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"date": "tomorrow", "start": ""}, [("SCH005", "`date` cannot be read (1): `tomorrow`")]),
        ({"date": "", "start": "late"}, [("SCH005", "`start` cannot be read (1): `late`")]),
        (
            {"date": "0022-03-25T09:30:00Z", "start": ""},
            [("SCH005", "`date` cannot be read (1): `0022-03-25T09:30:00Z`")],
        ),
        (
            {"date": "9999-12-31T23:59:59-23:59", "start": ""},
            [("SCH005", "`date` cannot be read (1): `9999-12-31T23:59:59-23:59`")],
        ),
        ({"date": "", "start": ""}, []),
    ],
)
def test_a_session_without_an_hour_keeps_its_day(imported, change, told):
    """What cannot be placed is imported without an hour; a value that is odd is quoted."""
    event, found = imported(change)
    assert ([(s.day, s.start) for s in event.sessions], found) == ([("day-1", None)], told)


def test_a_day_without_a_date_is_that_of_its_sessions(imported):
    """The first date of its sessions is taken; without any the sessions have no day."""
    event, _ = imported(day={"date": "", "start": "", "end": ""})
    assert hours(event) == [("2022-03-25", "09:30", "10:30")]
    event, _ = imported({"date": ""}, day={"date": "", "start": "", "end": ""})
    assert [(s.day, str(s.start), s.duration) for s in event.sessions] == [
        (None, "09:30", timedelta(hours=1))
    ]


def test_an_hour_that_exists_twice_keeps_its_offset(imported):
    """In the night of the autumn change an instant becomes one of the two equal hours."""
    day = {"date": "2022-10-29", "start": "", "end": "2022-10-30T06:00:00+01:00"}
    event, _ = imported(
        {"date": "2022-10-30T02:30:00+02:00", "start": "02:30"},
        {"date": "2022-10-30T02:30:00+01:00", "start": "02:30"},
        day=day,
    )
    assert hours(event) == [
        ("2022-10-29", "26:30+02:00", "26:30+01:00"),
        ("2022-10-29", "26:30+01:00", "27:30"),
    ]
    assert Timeline.of(event).problems == ()


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("", "not carried over (1): days without a date"),
        ("tomorrow", "`date of a day` cannot be read (1): `tomorrow`"),
    ],
)
def test_a_day_that_has_no_date_is_told(imported, date, said):
    """Neither it nor its sessions say one: the day is lost, and that is said once."""
    event, told = imported({"date": ""}, day={"date": date, "start": "", "end": ""})
    assert hours(event) == [(None, "09:30", timedelta(hours=1))]
    assert said in [headline for _, headline in told]


def test_seconds_are_told(imported):
    """A programme has no seconds: they go, and are counted."""
    event, told = imported({"date": "2022-03-25T09:30:59+01:00"})
    assert hours(event) == [("2022-03-25", "09:30", "10:30")]
    assert told == [("SCH006", "not carried over (1): seconds of hours")]


@pytest.mark.parametrize(
    ("zone", "dates", "taken"),
    [
        ("", ["2022-03-25T09:30:00+01:00"], "Etc/GMT-1"),
        ("", ["2022-03-25T09:30:00-05:00"], "Etc/GMT+5"),
        ("", ["2022-03-25T09:30:00Z"], "UTC"),
        ("", ["2022-03-25T09:30:00+05:30"], "UTC"),
        ("", ["2022-03-25T09:30:00+01:00", "2022-03-25T09:30:00+02:00"], "UTC"),
        ("", [""], "UTC"),
        ("", ["2022-03-25T09:30:00+23:00"], "UTC"),
        ("Mars/Olympus", ["2022-03-25T09:30:00+01:00"], "Etc/GMT-1"),
    ],
)
def test_a_zone_that_is_not_named_is_guessed_and_told(imported, zone, dates, taken):
    """One offset of whole hours is a zone, else UTC is taken; either is told once."""
    event, told = imported(
        *({"date": date, "id": n, "slug": f"s{n}"} for n, date in enumerate(dates)),
        conference={"time_zone_name": zone},
    )
    first = "there is no time zone `Mars/Olympus`" if zone else "the schedule names no time zone"
    assert event.timezone == taken
    assert [said for said in told if said[0] == "SCH001"] == [
        ("SCH001", f"{first}; `{taken}` was taken")
    ]


def test_options_say_zone_and_language(imported):
    """What is asked for is taken before what the schedule says, and nothing is guessed."""
    event, told = imported(
        {"language": ""},
        conference={"time_zone_name": ""},
        options={"timezone": "America/Martinique", "language": "en"},
    )
    assert (event.timezone, event.language) == ("America/Martinique", "en")
    assert [code for code, _ in told] == ["SCH002"]


def test_the_language_of_most_sessions_is_the_events(imported):
    """The others say theirs; an odd one is quoted."""
    event, told = imported(
        {"id": 1, "language": "FR"},
        {"id": 2, "language": "fr"},
        {"id": 3, "language": "pt_BR"},
        {"id": 4, "language": "Klingon!"},
        {"id": 5, "language": ""},
    )
    assert event.language == "fr"
    assert [s.language for s in event.sessions] == [None, None, "pt-BR", None, None]
    assert told == [("SCH005", "`language` cannot be read (1): `Klingon!`")]


def test_people_are_matched_by_name_and_id_together(imported):
    """One id of two names is two people, as are two ids of one name; without id the name counts."""
    persons = [
        {"id": -1, "public_name": "Ada Exemple"},
        {"id": -1, "public_name": "Bob Exemple"},
        {"id": 0, "public_name": "Ada  Exemple"},
        {"id": 5, "public_name": "Ada Exemple"},
        {"id": 6, "public_name": "Ada Exemple"},
        {"id": 6, "public_name": "Cid Exemple"},
        {"id": 6, "public_name": "Cid Exemple"},
        {"public_name": "Émile d’Exemple"},
        {"public_name": "Émile d’Exemple"},
        {"id": 9, "public_name": "李"},
    ]
    event, told = imported({"persons": persons})
    assert [(p.id, p.name) for p in event.people] == [
        ("ada-exemple", "Ada Exemple"),
        ("bob-exemple", "Bob Exemple"),
        ("ada-exemple-5", "Ada Exemple"),
        ("ada-exemple-6", "Ada Exemple"),
        ("cid-exemple", "Cid Exemple"),
        ("emile-d-exemple", "Émile d’Exemple"),
        ("person-9", "李"),
    ]
    assert [c.person for c in event.sessions[0].credits] == [p.id for p in event.people]
    assert told == [("SCH008", "ids belong to several people of different names (1): `6`")]


def test_ids_that_stand_twice_differ_and_are_told(imported):
    """A session held twice is two sessions, and an id used twice is told with the first."""
    event, told = imported({}, {"date": "2022-03-25T14:00:00+01:00", "start": "14:00"}, {"id": 12})
    assert [session.id for session in event.sessions] == [
        "rencontres2022-11-l-eau",
        "rencontres2022-11-l-eau-2",
        "rencontres2022-11-l-eau-3",
    ]
    assert told == [("SCH004", "sessions have an `id` that another has already (1): `11`")]


@pytest.mark.parametrize(
    ("change", "given"),
    [
        ({"slug": ""}, "l-eau-11"),
        ({"slug": "", "id": ""}, "l-eau-60d88eb8e6c7"),
        ({"slug": "", "title": "水"}, "session-11"),
        ({"slug": "SRMX8W"}, "srmx8w"),
        ({"slug": "é_" * 200}, ("e-" * 40).strip("-")),
    ],
)
def test_ids_of_sessions(imported, change, given):
    """The slug of the schedule, else title and number; never longer than ids are."""
    event, _ = imported(change)
    assert [session.id for session in event.sessions] == [given]


def test_a_room_named_twice_is_the_one_of_the_list(imported):
    """The list a session stands in is believed; the other name is quoted."""
    event, told = imported({"listed": "Halle / Salle 1"}, {"id": 12, "room": "", "listed": ""})
    assert [(room.id, room.name.plain) for room in event.rooms] == [
        ("halle-salle-1", "Halle / Salle 1")
    ]
    assert [session.room for session in event.sessions] == ["halle-salle-1", None]
    said = "sessions name another room than the one they stand under"
    assert told == [("SCH007", f"{said} (1): `Salle 1, Halle / Salle 1`")]


def test_rooms_with_names_alike_have_ids_of_their_own(imported):
    """`Salle 1` and `salle-1` are two rooms, and none is shared."""
    event, _ = imported({}, {"id": 12, "room": "salle-1"}, {"id": 13, "room": "室"})
    assert [(room.id, room.shared) for room in event.rooms] == [
        ("salle-1", False),
        ("salle-1-2", False),
        ("room", False),
    ]


def test_venue_and_city_are_where_the_rooms_are(imported):
    """The conference's venue holds every room."""
    event, _ = imported(conference={"venue": "Hôtel de Ville", "city": "Niort"})
    venue = Venue(id="hotel-de-ville", name=Text("Hôtel de Ville"), city="Niort")
    assert (event.venues, event.city) == ((venue,), "Niort")
    assert [room.venue for room in event.rooms] == ["hotel-de-ville"]


@pytest.mark.parametrize(
    ("talk_type", "title", "kind", "told"),
    [
        ("lightning_talk", "x", SessionKind.PRESENTATION, 0),
        ("Long talk (45 minutes)", "x", SessionKind.PRESENTATION, 0),
        ("BoF", "x", SessionKind.DISCUSSION, 0),
        ("Lunch", "x", SessionKind.MEAL, 0),
        ("Pause-café", "x", SessionKind.BREAK, 0),
        ("", "Lunch", SessionKind.MEAL, 0),
        ("", "On lunch", SessionKind.OTHER, 0),
        ("other", "Lunch", SessionKind.OTHER, 0),
        ("workshop", "x", SessionKind.OTHER, 1),
    ],
)
def test_types_that_are_kinds(imported, talk_type, title, kind, told):
    """A type is a kind where it means one; without a type a title may be a kind's name."""
    event, found = imported({"type": talk_type, "title": title})
    assert [session.kind for session in event.sessions] == [kind]
    assert (
        found
        == [("SCH009", "sessions are of types that are no kinds of session here (1): `workshop` 1")]
        * told
    )


def test_subtitle_abstract_and_description_are_one_text(imported):
    """The three stand one after the other, each once, as plain text."""
    event, told = imported(
        {
            "subtitle": "Source de vie",
            "abstract": "<p>Un <b>résumé</b> &amp; plus.</p><ul><li>un</li><li>deux</li></ul>",
            "description": "Source de vie",
        }
    )
    assert event.sessions[0].description == Text(
        "Source de vie\n\nUn résumé & plus.\n\n- un\n- deux"
    )
    assert told == [
        ("SCH006", "not carried over (1): markup of `abstract`, which is now plain text"),
        ("SCH006", "not carried over (1): `subtitle`, which now stands before the description"),
    ]


def test_a_session_without_a_title_is_told(imported):
    """Its id stands for the title."""
    event, told = imported({"title": ""})
    assert event.sessions[0].title == Text("rencontres2022-11-l-eau")
    assert told == [("SCH005", "sessions have no title, their id stands for it (1)")]


def test_an_address_that_is_none_of_the_web_is_told(imported):
    """Only what begins with http is carried over."""
    event, told = imported({"url": "javascript:alert(1)"})
    assert event.sessions[0].url is None
    assert told == [
        ("SCH006", "not carried over (1): `url` of sessions that is no address of the web")
    ]
