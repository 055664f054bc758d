"""What French typography and a tidy text want otherwise, as corrections that can be applied.

Nothing is told that is made right on publication: a plain space before `:` becomes a no-break one
there. Code between backticks, addresses on the web and the like are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

import attrs

_KEPT: Final = (
    r"(?sm)```.*?```|~~~.*?~~~"
    r"|^(?: {4}|\t).*?$|^ {0,3}\[[^\]\n]+\]:.*?$"
    r"|(?<=\]\()[^)\n]*|</?[A-Za-z][^<>\n]*>"
    r"|`[^`\n]+`"
    r"|(?:https?://|mailto:|www\.)[^\s`]+"
    r"|[^\s`]{1,64}@[^\s`]+"
    r"|&\#?\w+;"
    r"|(?<!\w):[a-z0-9_+-]+:"
)
"""Code, addresses, targets of links, tags, and the names of characters and of emoji."""
_MASK: Final = "\ue000"

# one space goes before a run of marks: `Quoi ?!`
_BEFORE: Final = r"""[^\s«“"'(\[{:;!?]"""
_NO_SPACE: Final = re.compile(
    r"[:;!?«»](?:"
    rf"""(?<={_BEFORE}[!?])(?=[!?]*(?:[\s)\]}}»”",.…*_]|$))"""
    rf"|(?<={_BEFORE};)(?=[\s*_»]|$)"
    rf"|(?<={_BEFORE}:)(?=[*_]*(?:[\s»]|$))(?!(?<=\d:)\s\d)"
    r"|(?<=«)(?=[^\s»])"
    r"|(?<=[^\s«]»))"
)
# found fast, which the next one is not
_PERHAPS_ORDINAL: Final = re.compile(r"[0-9IVXLC][ \u00a0\u202f]?(?:i?[eèé][rm]|ès?\b)")
_ORDINAL: Final = re.compile(
    r"(?<![\w.,])"
    r"(?:(?P<one>1[ \u00a0\u202f]?)(?:(?P<feminine>i?[eèé]re)|i?er)"
    r"|(?P<number>\d+[ \u00a0\u202f]?|[IVXLC]+)(?:i?[eè]me|è))"
    r"(?P<plural>s?)(?!\w)"
)
_QUOTED: Final = re.compile(r'(?<![\w"])"(?=[^\s"])[^"\n]*(?<=[^\s"])"(?![\w"])')
# not in indented code and tables, nor around what opens an item of a list
_LINE: Final = re.compile(r"^(?! {4}|\t|.*\|.*\|) *(?:[-*+>#]+|\d+[.)])? *(.*)$", re.MULTILINE)
_SPACES: Final = re.compile(r"(?<=\S)  +(?=\S)")


@attrs.frozen
class Correction:
    """Put a replacement in the place of the characters from `start` up to `end` of a text."""

    start: int
    end: int
    replacement: str


def correct(text: str, corrections: Iterable[Correction]) -> str:
    """Return a text with corrections applied that do not overlap."""
    parts: list[str] = []
    done = 0
    for correction in sorted(corrections, key=lambda item: item.start):
        parts += (text[done : correction.start], correction.replacement)
        done = correction.end
    return "".join((*parts, text[done:]))


def french_spacing(text: str) -> list[Correction]:
    """Find where French wants a space before `: ; ! ?` and inside « », and there is none."""
    if not _NO_SPACE.search(text):
        return []
    found = _NO_SPACE.finditer(masked(text))
    places = (mark.end() if mark[0] == "«" else mark.start() for mark in found)
    return [Correction(place, place, " ") for place in places]


def french_ordinals(text: str) -> list[Correction]:
    """Find ordinal numbers that French writes otherwise: `1re`, `1er`, `2e`."""
    if not ("1" in text or "me" in text or "è" in text) or not _PERHAPS_ORDINAL.search(text):
        return []
    found: list[Correction] = []
    for ordinal in _ORDINAL.finditer(masked(text)):
        number = (ordinal["one"] or ordinal["number"]).strip()
        if ordinal["one"]:
            ending = "re" if ordinal["feminine"] else "er"
        elif number in {"1", "I"}:
            continue  # masculine or feminine, who knows
        else:
            ending = "e"
        replacement = f"{number}{ending}{ordinal['plural']}"
        if replacement != ordinal[0]:
            found.append(Correction(*ordinal.span(), replacement))
    return found


def straight_quotes(text: str) -> list[Correction]:
    """Find pairs of straight double quotes, which French prints as « »."""
    if '"' not in text:
        return []
    found: list[Correction] = []
    for quoted in _QUOTED.finditer(masked(text)):
        start, end = quoted.span()
        found += [Correction(start, start + 1, "« "), Correction(end - 1, end, " »")]
    return found


def doubled_spaces(text: str) -> list[Correction]:
    """Find several spaces in a row between two words of a line."""
    if "  " not in text:
        return []
    return [
        Correction(*spaces.span(), " ")
        for line in _LINE.finditer(masked(text))
        for spaces in _SPACES.finditer(line.string, line.start(1), line.end(1))
    ]


@cache
def _kept() -> re.Pattern[str]:
    """Compile the pattern when the first text must be read closely: it takes a while."""
    return re.compile(_KEPT)


def masked(text: str) -> str:
    """Return a text of the same length without what is left as it is."""
    return _kept().sub(lambda kept: _MASK * len(kept[0]), text)
