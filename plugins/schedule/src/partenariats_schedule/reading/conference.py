"""A published schedule as it stands in its file: what XML and JSON have in common.

Every value is the text of the file, cleaned of what no text may hold; nothing is understood yet.
"""

from __future__ import annotations

from typing import Final

import attrs

GENERATOR: Final = "partenariats"
"""What a schedule of ours says of where it comes from."""


@attrs.frozen(kw_only=True)
class Speaker:
    """Hold one of the `persons` of a talk."""

    name: str
    id: str = ""
    biography: str = ""
    url: str = ""


@attrs.frozen(kw_only=True)
class Talk:
    """Hold one `event` of a schedule; `room` is the list it stands in."""

    room: str
    id: str = ""
    guid: str = ""
    slug: str = ""
    title: str = ""
    subtitle: str = ""
    date: str = ""
    """When it starts, with date and offset."""
    start: str = ""
    """When it starts by the clock on the wall."""
    duration: str = ""
    track: str = ""
    type: str = ""
    language: str = ""
    abstract: str = ""
    description: str = ""
    url: str = ""
    speakers: tuple[Speaker, ...] = ()


TEXTS: Final = tuple(
    field.name
    for field in attrs.fields(Talk)
    if field.name not in {"room", "id", "guid", "speakers"}
)
"""What a talk says in texts of their own, under the same names in XML and JSON."""


@attrs.frozen(kw_only=True)
class ConferenceDay:
    """Hold one `day`; its edges are instants, and it may end on the next date."""

    date: str = ""
    start: str = ""
    end: str = ""
    talks: tuple[Talk, ...] = ()


@attrs.frozen(kw_only=True)
class Conference:
    """Hold a whole schedule."""

    title: str = ""
    acronym: str = ""
    zone: str = ""
    """Name in the IANA time zone database."""
    url: str = ""
    venue: str = ""
    city: str = ""
    generator: str = ""
    """What wrote it, where that is ours."""
    version: str = ""
    """Which version it is, where ours wrote it: every other writer has words of its own."""
    day_change: str = ""
    """The hour before which the clock on the wall means the next morning."""
    colours: dict[str, str] = attrs.field(factory=dict[str, str])
    """The colour of each track, by its name."""
    capacities: dict[str, int] = attrs.field(factory=dict[str, int])
    """How many persons each room holds, by its name."""
    days: tuple[ConferenceDay, ...] = ()
