"""The themes of a calendar: what `CATEGORIES` and `COLOR` say."""

from __future__ import annotations

from functools import lru_cache

from partenariats.model.ids import ThemeId
from partenariats.model.text import Text
from partenariats.model.themes import Theme
from partenariats_ical.mapping.slugs import Slugs, slug
from partenariats_ical.notes import Notes
from partenariats_ical.reading.components import Component
from partenariats_ical.reading.values import items, text
from partenariats_ical.writing.colour import hex_of


class Themes:
    """Gather the categories of all entries, each title once.

    The colour of an entry is that of its first theme, unless others of that theme have another.
    """

    def __init__(self, entries: list[Component], notes: Notes) -> None:
        self._titles = {id(entry): _titles(entry) for entry in entries}
        colours: dict[str, set[str]] = {}
        for entry in entries:
            titles, said = self._titles[id(entry)], entry.first("COLOR")
            for title in titles:
                colours.setdefault(title, set())
            if said is None:
                continue
            colour = hex_of(text(said.value).lower()[:40])
            if colour is None:
                notes.unreadable("COLOR", said.value, said.line)
            elif titles:
                colours[titles[0]].add(colour)
            else:
                notes.not_carried("`COLOR` of entries without `CATEGORIES`", said.line)
        slugs = Slugs()
        self._ids = {title: ThemeId(slugs.give(slug(title) or "theme")) for title in colours}
        self.themes = tuple(
            Theme(
                id=self._ids[title],
                title=Text(title),
                color=next(iter(found)) if len(found) == 1 else None,
            )
            for title, found in colours.items()
        )
        mixed = sum(len(found) > 1 for found in colours.values())
        if mixed:
            notes.not_carried("colours that differ within a theme", count=mixed)

    def of(self, entry: Component) -> tuple[ThemeId, ...]:
        """Return the themes of an entry."""
        return tuple(self._ids[title] for title in self._titles[id(entry)])


def _titles(entry: Component) -> tuple[str, ...]:
    said = entry.all("CATEGORIES")
    if len(said) == 1:
        return _listed(said[0].value)
    return tuple(dict.fromkeys(title for found in said for title in _listed(found.value)))


@lru_cache(maxsize=1024)
def _listed(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(title.split("\n")) for title in items(value)))
