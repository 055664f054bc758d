"""Themes, and the working groups that are formed on them."""

from __future__ import annotations

from partenariats.model.ids import SessionId, ThemeId, WorkingGroupId
from partenariats.model.text import Text
from partenariats.model.themes import Theme, WorkingGroup
from partenariats_programme_text.mapping.slugs import Slugs, slug
from partenariats_programme_text.notes import Notes
from partenariats_programme_text.rules import GuessedThemes


class Themes:
    """Gather the themes of a programme."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._slugs = Slugs()
        self._group_slugs = Slugs()
        self._themes: dict[str, Theme] = {}
        self._groups: list[WorkingGroup] = []

    @property
    def themes(self) -> tuple[Theme, ...]:
        """Give the themes in the order in which they are named."""
        return tuple(self._themes.values())

    @property
    def working_groups(self) -> tuple[WorkingGroup, ...]:
        """Give the working groups."""
        return tuple(self._groups)

    def of(self, titles: list[str], line: int) -> tuple[ThemeId, ...]:
        """Return the ids of themes by their titles."""
        if titles:
            self._notes.add(
                GuessedThemes, line, "{n} themes were read under this line", n=len(titles)
            )
        return tuple(dict.fromkeys(self.one(title) for title in titles))

    def one(self, title: str) -> ThemeId:
        """Return the id of one theme."""
        key = slug(title) or title
        if key not in self._themes:
            given = ThemeId(self._slugs.give(slug(title)[:60].strip("-") or "theme"))
            self._themes[key] = Theme(id=given, title=Text(title))
        return self._themes[key].id

    def find(self, title: str) -> ThemeId | None:
        """Return the id of a theme that is known."""
        known = self._themes.get(slug(title.strip(" .;")) or title)
        return known.id if known else None

    def form_groups(self, themes: tuple[ThemeId, ...], session: SessionId) -> None:
        """Form a working group on each theme."""
        for theme in themes:
            given = WorkingGroupId(self._group_slugs.give(f"groupe-{theme}"))
            self._groups.append(WorkingGroup(id=given, theme=theme, formed_in=session))
