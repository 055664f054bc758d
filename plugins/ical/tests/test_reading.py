"""Lines, components and values, as the standard has them and as they are found in the world."""

from __future__ import annotations

from datetime import datetime, timedelta

import icalendar
import pytest
from dateutil.rrule import rrulestr
from hypothesis import example, given
from hypothesis import strategies as st

from partenariats_ical.mapping.repeats import read_repetition
from partenariats_ical.mapping.windows import ZONES
from partenariats_ical.notes import Notes
from partenariats_ical.reading.components import read_components
from partenariats_ical.reading.lines import read_lines
from partenariats_ical.reading.values import items, length, moment_of, unescape

HEAD, END = b"BEGIN:VCALENDAR\n", b"\nEND:VCALENDAR\n"


def entry(*lines: bytes, between: bytes = b"\n"):
    """Read a calendar of one entry; give its properties, and how many lines were recoded."""
    content = between.join([b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", *lines, b"END:VEVENT", b""])
    read = read_lines(content)
    (calendar,) = read_components(read, Notes())
    (found,) = calendar.children
    said = {name: [one.value for one in values] for name, values in found.properties.items()}
    return said, read.recoded


@pytest.mark.parametrize("between", [b"\n", b"\r\n", b"\r", b"\r\r\n", b"\n\n", b"\r\n\r\n"])
def test_lines_end_in_any_way(between):
    """Of Unix, of Windows, of old Macintoshes, doubled, and with empty lines between."""
    said, _ = entry(b"SUMMARY:a", b" b", b"\tc", b"UID:d", between=between)
    assert said == {"SUMMARY": ["abc"], "UID": ["d"]}


def test_line_ends_may_be_mixed():
    """Each line may end in its own way."""
    said, _ = entry(b"SUMMARY:a\r\n b\r\n c", b"UID:d\r", b"URL:e")
    assert said == {"SUMMARY": ["abc"], "UID": ["d"], "URL": ["e"]}


def test_a_byte_order_mark_and_space_before_are_no_matter():
    """A calendar may begin late."""
    lines = read_lines(b"\xef\xbb\xbf\r\n \r\n  begin:vcalendar\nX:1")
    assert (lines.texts, lines.numbers()) == (["begin:vcalendar", "X:1"], [3, 4])


def test_a_fold_inside_a_character_is_joined():
    """Some programs fold after 75 octets, wherever that is."""
    raw = "SUMMARY:L'été à Nîmes 👩🏽‍🚀".encode()
    for at in range(1, len(raw)):
        assert entry(raw[:at] + b"\r\n " + raw[at:]) == ({"SUMMARY": ["L'été à Nîmes 👩🏽‍🚀"]}, 0)


def test_windows_1252_is_read_line_by_line():
    """Lines that are not UTF-8 are of Windows, the others stay what they are."""
    lines = "SUMMARY:L'été – œuvre".encode("cp1252"), "LOCATION:Nîmes".encode()
    assert entry(*lines) == ({"SUMMARY": ["L'été – œuvre"], "LOCATION": ["Nîmes"]}, 1)


@pytest.mark.parametrize(
    ("line", "parameters", "value"),
    [
        (b"SUMMARY:a:b;c", {}, "a:b;c"),
        (b"summary;language=fr;x-a=b:a", {"LANGUAGE": "fr", "X-A": "b"}, "a"),
        (b'SUMMARY;CN="a;b:c,d":e:f', {"CN": "a;b:c,d"}, "e:f"),
        (b"SUMMARY;CN=a ^'b^' ^^^nc:d", {"CN": 'a "b" ^\nc'}, "d"),
        (b"SUMMARY;CHARSET=UTF-8;ENCODING=8BIT:a", {"CHARSET": "UTF-8", "ENCODING": "8BIT"}, "a"),
        (b'SUMMARY;CN="a:b', {"CN": ""}, "b"),
        (b"SUMMARY;BASE64:a", {}, "a"),
        (b"SUMMARY:", {}, ""),
    ],
)
def test_parameters_are_read(line, parameters, value):
    """Quoted or not, escaped by RFC 6868, and as old programs write them."""
    read = read_lines(HEAD + line + END)
    (calendar,) = read_components(read, Notes())
    found = calendar.first("SUMMARY")
    assert found is not None
    assert (dict(found.parameters), found.value) == (parameters, value)


@pytest.mark.parametrize(
    ("lines", "entries", "told"),
    [
        ("BEGIN:VEVENT\nUID:a\nBEGIN:VEVENT\nUID:b\nEND:VEVENT", 2, ["VEVENT"]),
        ("BEGIN:VEVENT\nUID:a\nBEGIN:VALARM\nEND:VEVENT\nBEGIN:VEVENT\nEND:VEVENT", 2, ["VALARM"]),
        ("BEGIN:VEVENT\nUID:a\nEND:VALARM\nEND:VEVENT", 1, ["END:VALARM"]),
        ("BEGIN:X\nBEGIN:VEVENT\nEND:VEVENT\nEND:X", 1, []),
        ("BEGIN:VEVENT\nno colon\nEND:VEVENT", 1, ["no colon"]),
        ("BEGIN:VEVENT\na b:c\nEND:VEVENT", 1, ["a b:c"]),
        ("BEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\nUID:x\nBEGIN:VCALENDAR", 1, ["UID:x"]),
        ("BEGIN:VEVENT\nUID:a", 1, ["VEVENT"]),
    ],
)
def test_junk_is_told_and_what_is_around_it_read(lines, entries, told):
    """Whatever is open at the wrong place, the entries are all found."""
    notes = Notes()
    read = read_lines(f"BEGIN:VCALENDAR\n{lines}\nEND:VCALENDAR\n".encode())
    found = [one for calendar in read_components(read, notes) for one in calendar.within("VEVENT")]
    report = notes.report("x", read)
    said = [str(one.headline).split("`")[1] for one in report.diagnostics]
    assert (len(found), said) == (entries, told)


@given(st.text(st.sampled_from("\\;,nN:a \n")))
@example("\\\\n")
def test_texts_are_read_as_icalendar_reads_them(said):
    """The escapes of TEXT are undone as the most used reader undoes them."""
    content = f"BEGIN:VEVENT\nSUMMARY:{said.replace(chr(10), '')}\nEND:VEVENT"
    expected = str(icalendar.Event.from_ical(content).get("SUMMARY", ""))
    assert unescape(said.replace("\n", "")) == expected


def test_lists_are_split_at_commas_that_are_not_escaped():
    """Empty items say nothing."""
    assert items(r"Eau\, air,Santé,, \\,x") == ["Eau, air", "Santé", "\\", "x"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("20220325", "2022-03-25T00:00:00"),
        ("20220325T0930", "2022-03-25T09:30:00"),
        ("2022-03-25T09:30:00Z", "2022-03-25T09:30:00"),
        ("20220325T093060", "2022-03-25T09:30:59"),
        ("20220230", None),
        ("20220325T250000", None),
        ("18990325", None),
        ("20220325T", None),
        ("hier", None),
    ],
)
def test_moments_are_read(value, said):
    """Basic and extended forms, with or without a time; nothing for anything else."""
    found = moment_of(value, "Europe/Paris")
    assert (found.local.isoformat() if found else None) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("PT1H30M", timedelta(hours=1, minutes=30)),
        ("P1W2DT3S", timedelta(weeks=1, days=2, seconds=3)),
        ("+P1D", timedelta(days=1)),
        ("-PT1H", None),
        ("P", None),
        ("PT", None),
        ("1:30", None),
        ("P99999999D", None),
    ],
)
def test_lengths_are_read(value, said):
    """Weeks, days, hours, minutes and seconds; nothing backwards."""
    assert length(value) == said


FIRST = datetime.fromisoformat("2022-03-25T09:30")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@given(
    st.sampled_from(["DAILY", "WEEKLY"]),
    st.integers(1, 5),
    st.none() | st.integers(1, 40),
    st.none() | st.integers(0, 200),
    st.sets(st.sampled_from(DAYS)),
    st.sampled_from(DAYS),
)
def test_repetitions_are_those_of_dateutil(frequency, interval, count, until, days, week_start):
    """Every rule that is followed gives the times that an independent reader gives."""
    rule = f"FREQ={frequency};INTERVAL={interval};WKST={week_start}"
    last = FIRST + timedelta(days=until) if until is not None else None
    if count is not None and last is None:
        rule += f";COUNT={count}"
    elif last is not None:
        rule += f";UNTIL={last:%Y%m%dT%H%M%S}"
    if days:
        rule += f";BYDAY={','.join(sorted(days | {'FR'}))}"
    found = read_repetition(rule, int)
    assert found is not None
    times, was_cut = found.times(FIRST, last)
    theirs = list(rrulestr(rule, dtstart=FIRST).xafter(FIRST, 500, inc=True))
    expected = [at for at in theirs[:366] if at - FIRST <= timedelta(days=366)]
    assert (times, was_cut) == (expected, len(theirs) > len(expected))


def test_the_zones_of_windows_are_those_of_cldr():
    """Our table says what that of the icalendar package says."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    assert ZONES == WINDOWS_TO_OLSON
