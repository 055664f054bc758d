"""Lines of text that people write: made plain, or refused."""

from __future__ import annotations

import unicodedata
from typing import Final

from partenariats.language.message import Message
from partenariats.registration.errors import InvalidRequestError

LONGEST_ECHO: Final = 60
"""Characters of what somebody wrote that an error repeats."""
_DROPPED: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphen, zero-width space, word joiner and byte order mark: pasted along, never meant."""
_MEANT: Final = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""Joiners and marks of direction, which Persian, Hebrew, Indian names and emoji need."""
_REFUSED: Final = frozenset({"Cc", "Cs", "Co", "Cf"})
_NONCHARACTERS: Final = range(0xFDD0, 0xFDF0)
_LAST_OF_PLANE: Final = 0xFFFE


def clean(text: str, what: Message, most: int) -> str:
    """Return a line of text in NFC, spaces once; raise where it is too long or no line.

    What has no letter, digit or sign that can be seen is an empty text.
    """
    # normalising is quadratic in a row of accents: never look at what is too long in any form
    if len(text) > 10 * most:
        raise _too_long(what, len(text), most)
    plain = " ".join(unicodedata.normalize("NFC", text.translate(_DROPPED)).split())
    if len(plain) > most:
        raise _too_long(what, len(plain), most)
    if not plain.isascii() or not plain.isprintable():
        if any(map(_is_refused, plain)):
            raise InvalidRequestError(
                "{what} holds characters that cannot be shown",
                what=what,
                advice=Message.of("write it anew instead of pasting it"),
            )
        if all(one in _MEANT or one.isspace() for one in plain):
            return ""
    return plain


def has_letter(text: str) -> bool:
    """Tell whether a text holds a letter or a digit of any script."""
    return any(character.isalnum() for character in text)


def short(text: object) -> str:
    """Return the beginning of what somebody wrote, as an error may repeat it."""
    said = text if isinstance(text, str) else str(text)
    return said if len(said) <= LONGEST_ECHO else said[: LONGEST_ECHO - 1] + "…"


def _is_refused(character: str) -> bool:
    point = ord(character)
    return (
        (unicodedata.category(character) in _REFUSED and character not in _MEANT)
        or point in _NONCHARACTERS
        or point & _LAST_OF_PLANE == _LAST_OF_PLANE
    )


def _too_long(what: Message, count: int, most: int) -> InvalidRequestError:
    return InvalidRequestError(
        "{what} is too long: {count} characters, {most} at most",
        what=what,
        count=count,
        most=most,
        advice=Message.of("write it shorter"),
    )
