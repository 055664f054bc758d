"""What the title of a session says besides: who, where, and for how long."""

from __future__ import annotations

import re
from typing import Final

import attrs

from partenariats_programme_text.parts.draft import DraftItem
from partenariats_programme_text.phrases.credits import cut_credits
from partenariats_programme_text.phrases.places import cut_room, find_site

_LENGTH: Final = re.compile(
    (
        r"\s*[(\[]\s*(?:durée\s*:?\s*)?(?:(?P<h>\d{1,2})\s*h(?:ours?|eures?)?\s*(?P<hm>[0-5]\d)?"
        r"|(?P<m>\d{1,3})\s*(?:min|mn|minutes?|['’]))\s*[)\]]"
    ),
    re.IGNORECASE,
)
_CAPACITY: Final = re.compile(
    (
        r"\s*[(\[]\s*(?:(?:max(?:imum|\.)?|limité(?:e|s)? à)\s*)?(\d{1,4})\s*(?:places?|"
        r"participants?|personnes?|seats?|people)(?:\s*(?:max(?:imum|\.)?))?\s*[)\]]"
    ),
    re.IGNORECASE,
)
_WITH: Final = re.compile(r"[\s,]+(?:avec|with)\s*:?\s*\Z", re.IGNORECASE)
_SEPARATOR: Final = re.compile(r"\A\s*(?:[:;,.|•>/]|[-–—→]+)?\s*(?:[:–—-]\s*)?")


def fill(item: DraftItem, text: str) -> None:
    """Take the title of an item apart; what is not understood stays in the title."""
    text = _WITH.sub("", _SEPARATOR.sub("", text)).strip()
    if length := _LENGTH.search(text):
        item.duration = int(length["h"] or 0) * 60 + int(length["hm"] or length["m"] or 0) or None
        text = _without(text, length)
    if seats := _CAPACITY.search(text):
        item.capacity = int(seats[1])
        text = _without(text, seats)
    if room := cut_room(text):
        item.room, text = room.found, room.rest
    credited = cut_credits(text)
    item.credits += credited.credits
    text = credited.rest
    if item.room is None and credited.credits and (room := cut_room(text)):
        item.room, text = room.found, room.rest
    if site := find_site(text):
        item.site, text = attrs.evolve(site, rest=""), site.rest
    item.title = _trimmed(text)


def _without(text: str, found: re.Match[str]) -> str:
    return " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())


def _trimmed(text: str) -> str:
    text = text.strip().rstrip(" :;,/–—-").strip()
    if text.endswith(".") and not text.endswith("..") and text.count(".") == 1:
        text = text[:-1]
    return text[:1].upper() + text[1:]
