"""The lines of a calendar as they were meant: unfolded, decoded, and found again by number."""

from __future__ import annotations

import re
from typing import Final

import attrs

from partenariats.diagnostics.where import Span, Where
from partenariats.interfaces.importer import UnreadableError

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a file; a programme of ten thousand sessions has eight million."""
MOST_LINES: Final = 1_000_000
_BOM: Final = b"\xef\xbb\xbf"
_START: Final = b"BEGIN:VCALENDAR"
_END_OF_LINE: Final = re.compile(rb"\r+\n?")
_EMPTY: Final = re.compile(rb"\n{2,}")
_FOLD: Final = re.compile(rb"\n[ \t]")
_OTHERS: Final = {b"BEGIN:VCARD": "vCard", b"BEGIN:STANDARD": "VTIMEZONE"}


def looks_like_calendar(content: bytes) -> bool:
    """Tell whether a content begins as a calendar does."""
    return content[:1024].removeprefix(_BOM).lstrip()[: len(_START)].upper() == _START


@attrs.frozen
class Lines:
    """Hold the lines of a calendar, unfolded; `raw` is what they were made of.

    It finds lines for reports (`Locator`).
    """

    texts: list[str]
    raw: bytes = attrs.field(repr=False)
    skipped: int
    """How many lines stand before the first of `raw`."""
    recoded: int
    """How many lines are not UTF-8 and were taken for Windows-1252."""

    def span(self, where: Where) -> Span | None:  # noqa: ARG002  # a protocol's
        """Return nothing: an event that is imported has no places in the calendar's text."""
        return None

    def line(self, file: str, number: int) -> str:  # noqa: ARG002  # a protocol's
        """Return a line as it stands in the file, by its number."""
        physical = self.raw.split(b"\n")
        index = number - self.skipped - 1
        return _decode(physical[index])[0] if 0 <= index < len(physical) else ""

    def numbers(self) -> list[int]:
        """Return the number in the file of each line, from 1; made only when one is told."""
        physical = enumerate(self.raw.split(b"\n"), self.skipped + 1)
        first = self.skipped + 1
        return [n for n, line in physical if line and (n == first or line[:1] not in b" \t")]


def read_lines(content: bytes) -> Lines:
    """Read the lines of a calendar (RFC 5545, 3.1); raise `UnreadableError` for anything else.

    Lines end in any way, are joined again where they were folded, be it inside a character, and
    are UTF-8, or else Windows-1252.
    """
    if len(content) > LARGEST:
        raise UnreadableError(
            "this is larger than any calendar: more than {n} megabytes", n=LARGEST >> 20
        )
    if not looks_like_calendar(content):
        raise _refusal(content)
    if content.count(b"\n") + content.count(b"\r") > 2 * MOST_LINES:
        raise UnreadableError("this has more lines than any calendar: over {n}", n=MOST_LINES)
    plain = content.removeprefix(_BOM).replace(b"\r\n", b"\n")
    if b"\r" in plain:
        plain = _END_OF_LINE.sub(b"\n", plain)
    raw = plain.lstrip()
    skipped = plain[: len(plain) - len(raw)].count(b"\n")
    unfolded = _unfold(raw)
    try:
        return Lines(unfolded.decode().split("\n"), raw, skipped, 0)
    except UnicodeDecodeError:
        decoded = [_decode(line) for line in unfolded.split(b"\n")]
        recoded = sum(was_recoded for _, was_recoded in decoded)
        return Lines([text for text, _ in decoded], raw, skipped, recoded)


def _unfold(raw: bytes) -> bytes:
    """Join lines that were folded, also over empty lines; the quick ways are tried first."""
    if b"\n\n" in raw:
        raw = _EMPTY.sub(b"\n", raw)
    return _FOLD.sub(b"", raw) if b"\n\t" in raw else raw.replace(b"\n ", b"")


def _decode(line: bytes) -> tuple[str, bool]:
    try:
        return line.decode(), False
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace"), True


def _refusal(content: bytes) -> UnreadableError:
    start = content[:1024].removeprefix(_BOM).lstrip()
    if not start:
        return UnreadableError("the file is empty")
    for beginning, name in _OTHERS.items():
        if start.upper().startswith(beginning):
            return UnreadableError("this is {name}, not a calendar", name=name)
    return UnreadableError("this is no calendar: it does not begin with `BEGIN:VCALENDAR`")
