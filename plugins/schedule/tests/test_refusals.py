"""What is not a schedule, or would do harm, is refused by name and at once."""

from __future__ import annotations

import json
import time
from contextlib import suppress

import pytest

import partenariats as pa

LAUGH = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 31))
LAUGHS = (
    f'<!DOCTYPE s [<!ENTITY a0 "ha">{LAUGH}]><schedule><conference>&a30;</conference></schedule>'
)
OUTSIDE = '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule>&x;</schedule>'
BLOWUP = f'<!DOCTYPE s [<!ENTITY a "{"a" * 100_000}">]><schedule>{"&a;" * 100_000}</schedule>'
REMOTE = '<!DOCTYPE s SYSTEM "http://exemple.invalid/s.dtd"><schedule/>'
HEAD = "<schedule><conference/><day>"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (LAUGHS.encode(), "this has a DOCTYPE"),
        (OUTSIDE.encode(), "this has a DOCTYPE"),
        (BLOWUP.encode(), "this has a DOCTYPE"),
        (REMOTE.encode(), "this has a DOCTYPE"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><!-- x -->" + LAUGHS.lower().encode(), "this "),
        (LAUGHS.encode("utf-16"), "this has a DOCTYPE"),
        (b"<!--" + b"x" * 100_000 + b"-->" + LAUGHS.encode(), "this has a DOCTYPE"),
        ((HEAD + "<room>" * 100_000).encode(), "this is not XML: "),
        (f'<schedule a="{"x" * 20_000_000}"/>'.encode(), "this is not XML: "),
        (f"<schedule>{'x' * 20_000_000}</schedule>".encode(), "this is not XML: "),
        (b"<schedule>" + b"<a/>" * 2_000_000, "this is not XML: "),
        (b"<schedule>" + b"<!-->" * 2_000_000, "this is not XML: "),
        (b" " * (64 << 20) + b"x", "this is larger than any schedule: more than 64 megabytes"),
    ],
    ids=[
        "laughs",
        "outside",
        "blow-up",
        "remote",
        "lower",
        "utf-16",
        "far",
        "deep",
        "attribute",
        "text",
        "broad",
        "comments",
        "large",
    ],
)
def test_xml_bombs_are_refused_by_name_in_under_a_second(content, said):
    """No entity is resolved, nothing is fetched, and depth and size have their bounds."""
    started = time.process_time()
    with pytest.raises(pa.UnreadableError) as caught:
        pa.import_(content, "schedule")
    assert time.process_time() - started < 1
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"schedule":' * 200_000, "this is nested deeper than any schedule"),
        (b"[" * 5_000_000, "this is nested deeper than any schedule"),
        (b'{"schedule": {"conference": {"days": ' + b"9" * 5_000_000, "this is not JSON: "),
        (b'{"a": "' + b"\\u0000" * 2_000_000, "this is not JSON: "),
        (b" " * (64 << 20) + b"x", "this is larger than any schedule: more than 64 megabytes"),
    ],
    ids=["tables", "lists", "number", "text", "large"],
)
def test_json_bombs_are_refused_by_name_in_under_a_second(content, said):
    """Depth and size have their bounds, and no recursion error gets out."""
    started = time.process_time()
    with pytest.raises(pa.UnreadableError) as caught:
        pa.import_(content, "schedule-json")
    assert time.process_time() - started < 1
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("depth", [500, 900, 980])
def test_what_is_nested_as_deeply_as_json_can_be_raises_nothing_else(depth):
    """A value nested to the limit of the reader is read or refused."""
    for key in ("title", "persons", "links", "room", "x"):
        nested = b'{"schedule": {"conference": {"days": [{"date": "2022-03-25", "rooms": {"a": ['
        nested += b'{"%s": ' % key.encode() + b"[" * depth + b"]" * depth + b"}]}}]}}}"
        with suppress(pa.UnreadableError):
            pa.import_(nested, "schedule-json")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<feed xmlns='http://www.w3.org/2005/Atom'/>", "this is an Atom feed, not a schedule"),
        (b"<rss version='2.0'/>", "this is an RSS feed, not a schedule"),
        (b"<html/>", "this is a page of the web, not a schedule"),
        (
            b"<iCalendar xmlns='urn:x'/>",
            "this is an XML file with the root `iCalendar`, not a schedule",
        ),
        (b"<icalendar/>", "this is a calendar in xCal, not a schedule"),
        (
            b"<schedule/>",
            "this is not a schedule: under `schedule` a `conference` and `day`s are expected",
        ),
        (
            b"<schedule><day/></schedule>",
            "this is not a schedule: under `schedule` a `conference` and `day`s are expected",
        ),
        (
            b"<schedule><conference/></schedule>",
            "this is not a schedule: under `schedule` a `conference` and `day`s are expected",
        ),
        (b"", "the file is empty"),
        (b" \n\t", "the file is empty"),
    ],
)
def test_another_xml_is_refused_by_name(content, said):
    """The message says what it is, or what is missing."""
    with pytest.raises(pa.UnreadableError) as caught:
        pa.import_(content, "schedule")
    assert str(caught.value) == said


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0",
        b"<schedule><conference>",
        b"<schedule>&nbsp;</schedule>",
        b"BEGIN:VCALENDAR",
        b"<?xml version='1.0' encoding='klingon'?><schedule/>",
    ],
)
def test_what_is_no_xml_is_refused(content):
    """Binary files, broken XML, unknown entities and encodings are no XML."""
    with pytest.raises(pa.UnreadableError, match=r"\Athis is not XML: "):
        pa.import_(content, "schedule")


@pytest.mark.parametrize(
    ("tables", "found"),
    [
        ([1, 2], "a list of 2"),
        (3, "int"),
        (None, "NoneType"),
        ({}, "a table with nothing in it"),
        ({"schedule": []}, "a table with `schedule`"),
        ({"schedule": {}}, "`schedule` with nothing in it"),
        ({"schedule": {"2022-03-25": {}}, "extra": {}}, "`schedule` with `2022-03-25`"),
        ({"schedule": {"conference": {}}}, "`schedule` with `conference`"),
        ({"schedule": {"conference": {"days": {}}}}, "`schedule` with `conference`"),
    ],
)
def test_another_json_is_refused_by_name(tables, found):
    """The message says what stands there, and what is expected."""
    with pytest.raises(pa.UnreadableError) as caught:
        pa.import_(json.dumps(tables).encode(), "schedule-json")
    assert str(caught.value) == (
        f"this is JSON, but no schedule: {found} where `schedule.conference.days` is expected"
    )


def test_rooms_beside_the_conference_are_refused():
    """The published schema rules out `schedule.rooms`, and so it is said."""
    content = b'{"schedule": {"conference": {"days": []}, "rooms": []}}'
    with pytest.raises(pa.UnreadableError, match=r"`schedule\.rooms` stands beside `conference`"):
        pa.import_(content, "schedule-json")


def test_a_zone_that_does_not_exist_is_refused():
    """The option is looked at before the schedule."""
    with pytest.raises(pa.InvalidOptionsError, match="Mars/Olympus"):
        pa.import_(b"<schedule/>", "schedule", {"timezone": "Mars/Olympus"})


def test_formats_are_told_apart():
    """Each importer recognises its own schedule and no other text."""
    from partenariats_schedule.reading.json_file import looks_like_json
    from partenariats_schedule.reading.xml_file import looks_like_xml

    xml = b"\xef\xbb\xbf<?xml version='1.0'?>\n<?x y?><!-- <a> -->\n<schedule>"
    tables = b'\xef\xbb\xbf {"schedule": {"conference": {}}}'
    for content in (
        xml,
        tables,
        b"<feed><schedule>",
        b'{"schedule": 1}',
        b"schedule",
        b"",
        b"<!--",
    ):
        assert (looks_like_xml(content), looks_like_json(content)) == (
            content is xml,
            content is tables,
        )
