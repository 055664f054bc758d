"""Lines of iCalendar: escaped, folded, and impossible to break out of."""

from __future__ import annotations

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from partenariats_ical.writing.writer import LONGEST, lines, parameter, text, uri

CONTROLS = [
    chr(n) for n in (*range(32), *range(0x7F, 0xA0), 0x2028, 0x2029) if chr(n) not in "\t\n"
]


def unfold(raw: bytes) -> str:
    """Join folded lines as RFC 5545, 3.1 says."""
    return raw.replace(b"\r\n ", b"").decode()


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=300))
@example("é" * 200)
@example("👩🏽‍🚀" * 40)
@example("x" * 75)
@example("x" * 76)
def test_folded_lines_are_short_and_join_again(line):
    """No line is over 75 octets, none breaks a character, and all join to what was written."""
    raw = lines([line])
    assert all(len(part) <= LONGEST for part in raw.split(b"\r\n"))
    for part in raw.split(b"\r\n"):
        part.decode()
    assert unfold(raw) == line + "\r\n"


def test_a_short_line_is_left_as_it_is():
    """Seventy-five octets need no fold."""
    assert lines(["x" * 75, "é" * 37]) == b"x" * 75 + b"\r\n" + ("é" * 37).encode() + b"\r\n"


@given(st.text(st.characters(exclude_characters=CONTROLS, exclude_categories=["Cs"]), max_size=80))
def test_a_text_is_read_as_it_was_said(said):
    """What the escapes do, a reader undoes (RFC 5545, 3.3.11)."""
    raw = lines(["BEGIN:VEVENT", f"SUMMARY:{text(said)}", "END:VEVENT"])
    assert str(icalendar.Event.from_ical(raw)["SUMMARY"]) == said


@pytest.mark.parametrize("control", CONTROLS)
def test_no_control_character_passes(control):
    """Line ends of every kind become `\\n`, everything else goes."""
    said = text(f"a{control}b")
    assert said in {"ab", "a\\nb"}
    assert parameter(f"a{control}b") in {'"ab"', '"a^nb"'}


def test_a_carriage_return_with_line_feed_is_one_line_end():
    """The line ends of Windows are not doubled."""
    assert text("a\r\nb\rc\nd") == "a\\nb\\nc\\nd"


def test_parameters_are_quoted_by_rfc_6868():
    """Quotes, carets and line ends have escapes in a parameter."""
    assert parameter('a "b" ^c\nd;e:f') == "\"a ^'b^' ^^c^nd;e:f\""


@given(st.text(max_size=60))
def test_an_address_holds_only_what_an_address_may(address):
    """Nothing in an address ends its line or is outside ASCII."""
    assert uri(address).isascii()
    assert uri(address).isprintable()
    assert " " not in uri(address)
