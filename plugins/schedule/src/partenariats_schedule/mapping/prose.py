"""Texts and addresses of a schedule as they stand in an event, with a note of what they lose."""

from __future__ import annotations

import re
from typing import Final

from partenariats_schedule.mapping.markup import has_markup, plain
from partenariats_schedule.notes import Notes

_WEB: Final = ("http://", "https://")
_TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*\Z")
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}\Z")


class Prose:
    """Say texts plainly."""

    def __init__(self, notes: Notes, *, may_have_markup: bool = True) -> None:
        self._notes = notes
        self._may_have_markup = may_have_markup

    def text(self, text: str, what: str) -> str:
        """Return a text without markup."""
        if not self._may_have_markup or not has_markup(text):
            return text
        kept = plain(text)
        if kept != text:
            self._notes.not_carried(f"markup of `{what}`, which is now plain text")
        return kept

    def address(self, url: str, owner: str) -> str | None:
        """Return an address of the web."""
        if url.startswith(_WEB):
            return url
        if url:
            self._notes.not_carried(f"`url` of {owner} that is no address of the web")
        return None

    def language(self, said: str) -> str | None:
        """Return a language as a tag (BCP 47)."""
        primary, _, rest = said.replace("_", "-").partition("-")
        tag = primary.lower() + (f"-{rest}" if rest else "")
        if _TAG.match(tag):
            return tag
        if said:
            self._notes.unreadable("language", said)
        return None

    def colour(self, said: str) -> str | None:
        """Return a colour as `#rrggbb`."""
        if _COLOUR.match(said):
            return said.lower()
        if said:
            self._notes.unreadable("track.color", said)
        return None
