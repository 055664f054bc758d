"""The parts of a programme as they were found, each with its line, before ids and dates."""

from __future__ import annotations

import attrs

from partenariats_programme_text.phrases.credits import SaidCredit
from partenariats_programme_text.phrases.days import SaidDay
from partenariats_programme_text.phrases.places import Site


@attrs.define(kw_only=True)
class Noted:
    """Hold a text with its line."""

    line: int
    text: str


@attrs.define(kw_only=True)
class DraftItem:
    """Hold what sessions and workshops share."""

    line: int
    title: str = ""
    credits: list[SaidCredit] = attrs.field(factory=list)
    room: str | None = None
    site: Site | None = None
    prose: list[Noted] = attrs.field(factory=list)
    points: list[Noted] = attrs.field(factory=list)
    themes: list[str] = attrs.field(factory=list)
    start: int | None = None
    end: int | None = None
    duration: int | None = None
    capacity: int | None = None


@attrs.define(kw_only=True)
class DraftWorkshop(DraftItem):
    """Hold one of the workshops under a session."""

    number: int | None = None


@attrs.define(kw_only=True)
class DraftSession(DraftItem):
    """Hold one item of the programme."""

    workshops: list[DraftWorkshop] = attrs.field(factory=list)


@attrs.define(kw_only=True)
class DraftBlock:
    """Hold a half-day or a part with a heading; one without label and title is none."""

    line: int
    label: str = ""
    title: str = ""
    start: int | None = None
    end: int | None = None
    prose: list[Noted] = attrs.field(factory=list)
    points: list[Noted] = attrs.field(factory=list)
    themes: list[str] = attrs.field(factory=list)
    site: Site | None = None
    sessions: list[DraftSession] = attrs.field(factory=list)

    @property
    def is_named(self) -> bool:
        """Tell whether it is more than the sessions that stand under a day."""
        return bool(self.label or self.title)


@attrs.define(kw_only=True)
class DraftDay:
    """Hold a day; one without `said` was not named in the programme."""

    line: int
    said: SaidDay | None = None
    title: str = ""
    start: int | None = None
    end: int | None = None
    site: Site | None = None
    blocks: list[DraftBlock] = attrs.field(factory=list)


@attrs.define(kw_only=True)
class Draft:
    """Hold a whole programme."""

    head: list[Noted] = attrs.field(factory=list)
    days: list[DraftDay] = attrs.field(factory=list)
    prose: list[Noted] = attrs.field(factory=list)
    """Practical matters: what is said of the event and of no session."""
    site: Site | None = None
