"""What stands in a schedule beside what an event holds, and what is odd in it, is told."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import partenariats as pa
from partenariats.model.timeline import Timeline
from partenariats_schedule.mapping.markup import has_markup, plain
from partenariats_schedule.mapping.slugs import Slugs, slug

DEEP = "<b>" * 5000 + "x"
DAY = b'<day date="2022-03-25"><room name="S">%s</room></day>'
EVENT = (
    b"<event id='1'><date>2022-03-25T09:30:00+01:00</date><duration>1:00</duration>"
    b"<title>T</title><type>talk</type><language>fr</language>%s</event>"
)
ZONE = b"<conference><title>C</title><time_zone_name>Europe/Paris</time_zone_name>%s</conference>"


def told(content, name=None):
    """Import a content; give the codes and headlines of what was noticed."""
    report = pa.import_(content, name).report
    return [(diagnostic.code, str(diagnostic.headline)) for diagnostic in report.diagnostics]


def xml(event=b"", conference=b"", more=b""):
    """Write a schedule with something more in it."""
    return b"<schedule>" + ZONE % conference + DAY % (EVENT % event) + more + b"</schedule>"


@pytest.mark.parametrize(
    ("content", "lost"),
    [
        (xml(), []),
        (xml(b"<links><link href='a'/><link href='b'/></links>"), ["`links` of sessions (2)"]),
        (xml(b"<links/><attachments> </attachments><logo/>"), []),
        (
            xml(b"<recording><license>CC0</license><optout>false</optout></recording>"),
            ["`recording` of sessions (1)"],
        ),
        (xml(b"<recording><license/><optout>false</optout></recording>"), []),
        (xml(b"<recording><optout>true</optout></recording>"), ["`recording` of sessions (1)"]),
        (xml(b"<title>U</title>"), ["`title` of sessions (1)"]),
        (
            xml(b"<persons><person id='1' role='x'>A<b>c</b></person></persons>"),
            ["`role` of people (1)", "`b` of people (1)"],
        ),
        (
            xml(conference=b"<timeslot_duration>00:05</timeslot_duration>"),
            ["`timeslot_duration` of the conference (1)"],
        ),
        (
            xml(conference=b"<track name='A' slug='a'/><room name='S' capacity='40' guid='g'/>"),
            ["`slug` of tracks (1)", "`guid` of rooms (1)", "tracks without a session (1)"],
        ),
        (
            xml(more=b"<version>1</version><generator name='x'/><conference/>"),
            ["`version` of the schedule (1)", "`generator` of the schedule (1)"],
        ),
        (
            xml(
                more=b"<day date='2022-03-25' x='1'><room name='S'><talk>t</talk></room>"
                b"<note>n</note></day>"
            ),
            ["`x` of days (1)", "`talk` of rooms (1)", "`note` of days (1)"],
        ),
    ],
)
def test_elements_that_an_event_cannot_hold_are_counted(content, lost):
    """What says something is told once for each kind, what is empty is not."""
    wanted = [
        f"not carried over ({kind.rpartition('(')[2]}: {kind.rpartition(' (')[0]}" for kind in lost
    ]
    assert told(content) == [("SCH006", headline) for headline in wanted]


def test_the_capacity_of_a_room_is_carried():
    """A room's capacity is its own in XML too."""
    event = pa.import_(xml(conference=b"<room name='S' capacity='40'/>")).event
    assert [(room.id, room.capacity) for room in event.rooms] == [("s", 40)]


def test_markup_that_stands_as_elements_is_text():
    """A description whose HTML is not escaped is read whole."""
    event = pa.import_(xml(b"<description>a <b>b</b> c<p>d</p></description>")).event
    assert event.sessions[0].description.plain == "a b c\n\nd"


def tables(**changes):
    """Write a schedule in JSON; a change of a talk, a day or the conference by its name."""
    talk = {
        "id": 1,
        "date": "2022-03-25T09:30:00+01:00",
        "duration": "1:00",
        "title": "T",
        "type": "talk",
        "language": "fr",
        **changes.get("talk", {}),
    }
    day = {"date": "2022-03-25", "rooms": {"S": [talk]}, **changes.get("day", {})}
    conference = {"title": "C", "time_zone_name": "Europe/Paris", "days": [day]}
    return {"schedule": {"conference": conference | changes.get("conference", {})}}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        (
            {"talk": {"links": [{"url": "a"}, {"url": "b"}], "logo": None, "answers": []}},
            ["SCH006 not carried over (2): `links` of sessions"],
        ),
        (
            {"talk": {"do_not_record": True}},
            ["SCH006 not carried over (1): `do_not_record` of sessions"],
        ),
        (
            {"talk": {"title": ["T"]}},
            [
                "SCH005 `title` cannot be read (1): `[…]`",
                "SCH005 sessions have no title, their id stands for it (1)",
            ],
        ),
        ({"talk": {"persons": {"id": 1}}}, ["SCH005 `list of persons` cannot be read (1): `{…}`"]),
        ({"talk": {"persons": [7, {"id": 3}]}}, ["SCH005 `person` cannot be read (2): `7`"]),
        (
            {"talk": {"persons": [{"name": "A", "code": "X"}]}},
            ["SCH006 not carried over (1): `code` of people"],
        ),
        (
            {"talk": {"title": "a\0b\x9fc"}},
            ["SCH006 not carried over (1): control characters of texts"],
        ),
        (
            {"day": {"rooms": []}},
            [
                "SCH005 `day.rooms` cannot be read (1): `[…]`",
                "SCH010 no session says its language; `en` was taken",
            ],
        ),
        (
            {"day": {"rooms": {"S": "x"}}},
            [
                "SCH005 `list of events` cannot be read (1): `x`",
                "SCH010 no session says its language; `en` was taken",
            ],
        ),
        (
            {"day": {"rooms": {"S": ["x", None]}}},
            [
                "SCH005 `event` cannot be read (2): `x`",
                "SCH010 no session says its language; `en` was taken",
            ],
        ),
        (
            {"conference": {"days": [3]}},
            [
                "SCH005 `day` cannot be read (1): `3`",
                "SCH010 no session says its language; `en` was taken",
            ],
        ),
        (
            {"conference": {"rooms": [{"name": "S", "capacity": -1}]}},
            ["SCH005 `room.capacity` cannot be read (1): `-1`"],
        ),
        (
            {"conference": {"rooms": [{"name": "S", "capacity": 10**30}]}},
            ["SCH005 `room.capacity` cannot be read (1): `1000000000000000000000000000000`"],
        ),
        (
            {"talk": {"track": "A"}, "conference": {"tracks": [{"name": "A", "color": "blue"}]}},
            ["SCH005 `track.color` cannot be read (1): `blue`"],
        ),
        ({"conference": {"title": ""}}, ["SCH005 the conference has no title"]),
        (
            {
                "day": {
                    "day_start": "2022-03-25T12:00:00+01:00",
                    "day_end": "2022-03-25T09:00:00+01:00",
                }
            },
            ["SCH005 `end of a day` cannot be read (1): `2022-03-25T09:00:00+01:00`"],
        ),
        (
            {"day": {"day_end": "late"}},
            ["SCH005 `start or end of a day` cannot be read (1): `late`"],
        ),
    ],
)
def test_odd_values_in_json_are_told(changes, said):
    """A value of another type is left out and quoted, a part that is none is counted."""
    found = told(json.dumps(tables(**changes)).encode())
    assert sorted(f"{code} {headline}" for code, headline in found) == sorted(said)


def test_a_key_that_stands_twice_is_told():
    """JSON keeps the last of two equal keys, so the first would be lost in silence."""
    content = json.dumps(tables()).replace('"S": [', '"S": [], "S": [').encode()
    assert told(content) == [("SCH005", "`a key that stands twice` cannot be read (1): `S`")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_other_encodings_are_read(encoding):
    """With a mark, text in two or four bytes a letter is read as well."""
    said = json.dumps(tables(talk={"title": "L'été"}), ensure_ascii=False).encode(encoding)
    assert pa.import_(said, "schedule-json").event.sessions[0].title.plain == "L'été"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<h2>a</h2>b", "a\n\nb"),
        ("<ul>\n<li>a</li>\n<li>b <i>c</i></li></ul>", "- a\n- b c"),
        ("a &amp; <b>b</b> &lt;c&gt;", "a & b <c>"),
        ("<p>x</p><script>alert(1)</script><style>p{}</style>y", "x\n\ny"),
        ("<p>a\n  b</p>", "a b"),
        ("<p></p>", ""),
        ("<b>" * 200 + "x", "x"),
        (DEEP, DEEP),
        ("<p>a<!-- c -->b", "ab"),
        ("<a href='x'>y</a>", "y"),
    ],
)
def test_html_becomes_what_a_reader_sees(html, text):
    """Paragraphs, lines, points of lists; no markup, no scripts, whatever is left open."""
    assert (has_markup(html), plain(html)) == (True, text)


@pytest.mark.parametrize("text", ["a < b & c", "List<T>", "x<y>z", "if (a<b) {}", "&amp; & <3"])
def test_what_only_looks_like_html_is_left(text):
    """A sign for less, or a type in angle brackets, is no markup."""
    assert not has_markup(text)


@given(st.lists(st.text(max_size=120), max_size=6))
@example(["É", "é", "e"])
@example(["x-2", "x", "x"])
def test_slugs_are_ids_and_differ(names):
    """Whatever the names are, their slugs are ids, and no two are the same."""
    from partenariats.model.ids import is_slug

    slugs = Slugs()
    given_ = [slugs.give(slug(name) or "x") for name in names]
    assert all(map(is_slug, given_))
    assert len(set(given_)) == len(given_)


keys = st.sampled_from(
    [
        "id",
        "guid",
        "date",
        "start",
        "duration",
        "room",
        "slug",
        "title",
        "subtitle",
        "track",
        "type",
        "language",
        "abstract",
        "description",
        "url",
        "persons",
        "links",
        "public_name",
        "name",
        "days",
        "rooms",
        "index",
        "day_start",
        "day_end",
        "tracks",
        "color",
        "capacity",
        "time_zone_name",
        "acronym",
    ]
)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        [
            "2022-03-25T09:30:00+01:00",
            "2022-03-25",
            "09:30",
            "25:00",
            "1:00",
            "Europe/Paris",
            "<p>x</p>",
            "0001-01-01T00:00:00+23:59",
            "9999-12-31T23:59:59-23:59",
            "2022-03-27T02:30:00",
            "2200-12-31T23:00",
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(keys | st.text(max_size=5), inner, max_size=8)
    ),
    max_leaves=25,
)


def survives(content, name):
    """Import whatever it is: an event that can be placed, written and read again, or a refusal."""
    try:
        event = pa.import_(content, name).event
    except (pa.UnreadableError, pa.InvalidEventError):
        return
    Timeline.of(event)
    assert pa.parse(pa.write(event)).event == event


@given(
    st.dictionaries(keys, values, max_size=6),
    st.lists(st.dictionaries(keys, values, max_size=8), max_size=3),
)
def test_any_tables_are_imported_or_refused(conference, talks):
    """Values of every type in every place never raise anything but a refusal."""
    days = [{"date": "2022-03-25", "rooms": {"S": talks}}, conference]
    whole = {"schedule": {"conference": {"days": days} | conference}}
    survives(json.dumps(whole).encode(), "schedule-json")


texts = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=20).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
)
elements = st.recursive(
    texts,
    lambda inner: st.builds(
        lambda tag, key, said, parts: f'<{tag} {key}="{said}">{"".join(parts)}</{tag}>',
        keys | st.sampled_from(["event", "room", "day", "person", "link", "p"]),
        keys,
        texts | st.sampled_from(["2022-03-25T09:30:00Z", "2022-03-25"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)


@given(
    st.lists(elements, max_size=4), st.lists(elements, max_size=4), st.lists(elements, max_size=4)
)
def test_any_elements_are_imported_or_refused(conference, day, event):
    """Elements of every name in every place never raise anything but a refusal."""
    text = (
        f"<schedule><conference>{''.join(conference)}</conference><day date='2022-03-25'>"
        f"<room name='S'><event>{''.join(event)}</event></room>{''.join(day)}</day></schedule>"
    )
    survives(text.encode(), "schedule")


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(content):
    """Bytes that are no schedule raise nothing but a refusal."""
    survives(content, "schedule")
    survives(content, "schedule-json")
