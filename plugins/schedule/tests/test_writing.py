"""Names, texts, addresses and hours of schedules, and what never gets into them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from partenariats_schedule.writing.names import (
    LARGEST,
    acronym,
    guid,
    numbers,
    slugs,
    track_slug,
)
from partenariats_schedule.writing.schedule import hours
from partenariats_schedule.writing.texts import address, color, plain
from partenariats_schedule.writing.times import said
from partenariats_schedule.writing.xml_file import attribute, text

ACRONYM = re.compile(r"[a-z0-9_-][a-z0-9_]{3,}")
SLUG = re.compile(r"[a-z0-9_]{4,}-[a-z0-9_-]{3,}[a-z0-9]")
TRACK = re.compile(r"[a-z][a-z0-9-]*[a-z0-9]")
"""What both published schemas take, each in one expression."""


def test_a_guid_is_that_of_the_standard():
    """It is the UUID 5 of the ids, which any other program can work out."""
    name = "partenariats:assises-2022/sessions/ouverture"
    assert guid("assises-2022", "sessions", "ouverture") == str(uuid5(NAMESPACE_URL, name))
    assert guid("assises-2022", "sessions", "ouverture") == "715d90bf-9bdd-5fe7-942d-67fad7e0e39c"


@given(st.text(max_size=20))
def test_any_guid_is_that_of_the_standard(name):
    """The variant and the version stand where they must, whatever the name."""
    encoded = name.encode("utf-8", "replace").decode()
    assert guid(encoded) == str(uuid5(NAMESPACE_URL, f"partenariats:{encoded}"))


def test_numbers_differ_even_where_uuids_begin_alike():
    """Who comes later takes the next number that is free, past the largest to 1 again."""
    last = "7fffffff-0000-5000-8000-00000000000"
    first = "00000000-0000-5000-8000-00000000000"
    given_ = numbers([last + "2", first + "1", last + "1", first + "2"])
    assert given_ == {first + "1": 1, first + "2": 2, last + "1": LARGEST, last + "2": 3}


@given(st.sets(st.uuids().map(str), max_size=50))
def test_a_number_fits_thirty_two_bits(guids):
    """Each UUID gets one of its own, whatever the order they come in."""
    made = numbers(guids)
    assert made == numbers(sorted(guids, reverse=True))
    assert len(set(made.values())) == len(guids)
    assert all(1 <= number <= LARGEST for number in made.values())


@pytest.mark.parametrize(
    ("event", "made"),
    [("assises-2022", "assises_2022"), ("ag", "ag__"), ("", "event"), ("Été à Łódź", "ete_a_lodz")],
)
def test_an_acronym_is_made_of_the_event_id(event, made):
    """Hyphens become underscores, short ones are filled, letters of other alphabets go."""
    assert acronym(event) == made


def test_a_slug_is_made_of_the_session_id():
    """Ids stay as they are; what is no id is made one, and none takes the place of another."""
    assert slugs("fete", ["ouverture", "a", "Été", "ete", "été", "日本"]) == {
        "ouverture": "fete-ouverture",
        "a": "fete-___a",
        "ete": "fete-_ete",
        "Été": "fete-ete-2",
        "été": "fete-ete-3",
        "日本": "fete-session",
    }


@given(st.text(max_size=12), st.sets(st.text(max_size=12), max_size=8))
def test_every_name_is_one_that_the_schemas_take(event, ids):
    """Whatever ids there are, acronyms, slugs and tracks have their forms, each slug once."""
    made = slugs(acronym(event), ids)
    assert ACRONYM.fullmatch(acronym(event))
    assert len(set(made.values())) == len(ids)
    for each in ids:
        assert SLUG.fullmatch(made[each])
        assert TRACK.fullmatch(track_slug(each))


@pytest.mark.parametrize(
    ("written", "made"),
    [("eau", "eau"), ("2022", "track-2022"), ("e", "track-e"), ("日本", "track-0")],
)
def test_a_track_has_a_slug(written, made):
    """It begins with a letter."""
    assert track_slug(written) == made


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("https://exemple.invalid/été?a=b#c", "https://exemple.invalid/%C3%A9t%C3%A9?a=b#c"),
        ("http://exemple.invalid:8080", "http://exemple.invalid:8080"),
        ("https://exemple.invalid/100%", "https://exemple.invalid/100%25"),
        ("https://exemple.invalid/a b\n<c>", "https://exemple.invalid/a%20b%0A%3Cc%3E"),
        ("https://exemple.invalid/#a#b", ""),
        ("https://", ""),
        ("https://a:b:c/", ""),
        ("javascript:alert(1)", ""),
        ("mailto:a@exemple.invalid", ""),
        (None, ""),
    ],
)
def test_an_address_is_one_of_the_web(written, made):
    """Anything else is left out, and nothing stands in one that may not (RFC 3986)."""
    assert address(written) == made


@given(st.text(max_size=40).map(lambda rest: f"https://exemple.invalid/{rest}"))
@example("https://exemple.invalid/" + "a" * 5000 + "#" * 2)
def test_no_address_breaks_out(written):
    """It is ASCII without blanks, quotes and brackets, and another reader finds its host."""
    made = address(written)
    assert made.isascii()
    assert not set(made) & set(' "<>[]{}|\\^`\n\t')
    assert not made or urlsplit(made).hostname == "exemple.invalid"


@pytest.mark.parametrize(("written", "made"), [("#33aaFF", "#33aaFF"), ("red", ""), ('#"', "")])
def test_a_colour_has_six_digits(written, made):
    """Anything else is left out."""
    assert color(written) == made


CONTROLS = [*range(9), 11, 12, *range(14, 32), *range(0x7F, 0xA0), 0x2028, 0xD800, 0xFFFE, 0xFFFF]


@pytest.mark.parametrize("code", CONTROLS)
def test_no_control_character_passes(code):
    """Nor does half of a pair, nor what no document of XML may hold."""
    assert plain(f"a{chr(code)}b") == "ab"


def test_line_ends_are_those_of_unix():
    """A carriage return would be read as a line feed anyway."""
    assert plain(" a\r\nb\rc\td\n") == "a\nb\nc\td"


@given(st.text(max_size=40))
@example("]]>")
@example("<!-- & --> \" '")
def test_a_value_is_read_as_it_was_said(written):
    """Between tags and in quotes another reader finds what stood there."""
    value = plain(written)
    element = ET.fromstring(f"<a b={attribute(value)}>{text(value)}</a>")
    assert (element.text or "", element.get("b")) == (value, value)
    assert "]]>" not in text(value)


def test_an_offset_with_seconds_is_written_in_utc():
    """Paris kept its own time until 1911, which no schedule can say."""
    from zoneinfo import ZoneInfo

    old = datetime(1910, 6, 1, 12, tzinfo=ZoneInfo("Europe/Paris"))
    assert said(old) == old.astimezone(UTC).isoformat() == "1910-06-01T11:50:39+00:00"


@pytest.mark.parametrize(("minutes", "made"), [(0, "00:00"), (90, "01:30"), (6000, "100:00")])
def test_a_length_is_hours_and_minutes(minutes, made):
    """Hours have two digits at least."""
    assert hours(minutes) == made
