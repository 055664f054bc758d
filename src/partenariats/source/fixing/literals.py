"""The characters that a TOML string stands for, each with the stretch that writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

_PLAIN: Final = {
    "b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\",
}  # fmt: skip
_CODE: Final = re.compile(r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})")
_CONTINUED: Final = re.compile(r"[ \t]*\r?\n[ \t\r\n]*")


@attrs.frozen
class Literal:
    """Hold what a string means, and where each character of that is written.

    Positions count characters of what is written, quotes included.
    """

    written: str
    value: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters `start` to `end` of the value are written."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        at = self.ends[start - 1] if start else self._quotes()
        return at, at

    def _quotes(self) -> int:
        return self.starts[0] if self.starts else len(_quote_of(self.written))

    def write(self, text: str) -> str | None:
        """Return how a text is written in this string; nothing where it cannot be."""
        quote = _quote_of(self.written)
        if any(ord(character) < 0x20 and character != "\n" for character in text):  # noqa: PLR2004  # the C0 controls end there
            return None
        if "\n" in text and len(quote) == 1:
            return None
        if quote[0] == "'":
            return None if "'" in text else text
        return text.replace("\\", "\\\\").replace('"', '\\"')


def read_literal(written: str) -> Literal:
    """Read a string as it is written in a TOML file (TOML 1.0, String), quotes included."""
    quote = _quote_of(written)
    begin, end = len(quote), len(written) - len(quote)
    if len(quote) > 1:
        begin += len(re.match(r"\r?\n|", written[begin:])[0])  # type: ignore[index]  # it matches nothing too
    found = list(_characters(written, begin, end, escapes=quote[0] == '"'))
    return Literal(
        written,
        "".join(character for character, _, _ in found),
        tuple(start for _, start, _ in found),
        tuple(stop for _, _, stop in found),
    )


def _quote_of(written: str) -> str:
    triple = written[:3]
    return triple if triple in {'"""', "'''"} else written[0]


def _characters(
    written: str, position: int, end: int, *, escapes: bool
) -> Iterator[tuple[str, int, int]]:
    while position < end:
        if not escapes or written[position] != "\\":
            yield written[position], position, position + 1
            position += 1
        elif gap := _CONTINUED.match(written, position + 1):
            position = gap.end()
        elif code := _CODE.match(written, position + 1):
            yield chr(int(code[code.lastindex or 1], 16)), position, code.end()
            position = code.end()
        else:
            character = written[position + 1]
            yield _PLAIN.get(character, character), position, position + 2
            position += 2
