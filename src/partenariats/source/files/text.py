"""The bytes of one file, as text."""

from __future__ import annotations

from typing import Final

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.where import Span, Where
from partenariats.language.message import Message
from partenariats.source.rules import NotUtf8, TooLarge

LARGEST: Final = 32 * 1024 * 1024
"""Bytes; an event of 10,000 sessions takes six million."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SAVE_AS_UTF8 = Message.of("save the file as UTF-8, without a byte order mark")
_NULLS = Message.of("the file is no text: it holds null characters")


@attrs.frozen
class SourceText:
    """Hold the text of one file under the name that messages call it by."""

    name: str
    content: str

    def span_at(self, offset: int) -> Span:
        """Mark the character at an offset from the start of the text."""
        line = self.content.count("\n", 0, offset) + 1
        column = offset - (self.content.rfind("\n", 0, offset) + 1) + 1
        return Span(self.name, line, column, line, column + 1)


def decode(name: str, raw: bytes) -> SourceText | Diagnostic:
    """Return the bytes of a file as text, or say why they are none that can be read."""
    if len(raw) > LARGEST:
        headline = Message.of("the file is larger than {limit} megabytes", limit=LARGEST >> 20)
        return TooLarge.found(Where(), headline, span=Span(name, 1, 1, 1, 2))
    if raw.startswith(_UTF16):
        return _not_utf8(name, Message.of("the file is in UTF-16, not in UTF-8"))
    if raw.startswith(_BYTE_ORDER_MARK):
        return _not_utf8(name, Message.of("the file begins with a byte order mark"))
    null = raw.find(0)
    if null >= 0:
        return _not_utf8(name, _NULLS, raw[:null].decode("utf-8", "replace"))
    try:
        return SourceText(name, raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        byte = f"0x{raw[error.start]:02X}"
        headline = Message.of("the file is not in UTF-8: the byte {byte} stands here", byte=byte)
        return _not_utf8(name, headline, raw[: error.start].decode("utf-8"))


def _not_utf8(name: str, headline: Message, before: str = "") -> Diagnostic:
    span = SourceText(name, before).span_at(len(before))
    return NotUtf8.found(Where(), headline, help=_SAVE_AS_UTF8, span=span)
