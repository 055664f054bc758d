"""A schedule that is to be published, in plain values: what XML and JSON have in common.

Every text is clean of what no text may hold, and every value has the form that the published
schemas want; a writer only adds the signs of its format. Tuples with names, because ten thousand
sessions make as many of them.
"""

from __future__ import annotations

from typing import NamedTuple


class Speaker(NamedTuple):
    """Hold a person of a session."""

    id: int
    guid: str
    name: str


class Talk(NamedTuple):
    """Hold one session."""

    id: int
    guid: str
    slug: str
    title: str
    type: str
    date: str
    """When it starts, with date and offset."""
    start: str
    """When it starts by the clock on the wall: `09:30`."""
    minutes: int
    """How long it takes; 0 where the end is open."""
    room: str
    track: str
    language: str
    abstract: str
    url: str
    """An address of the web, or nothing."""
    speakers: tuple[Speaker, ...]


class Room(NamedTuple):
    """Hold a room and what is held in it on one day."""

    name: str
    guid: str
    talks: tuple[Talk, ...]


class Day(NamedTuple):
    """Hold a day; its edges are instants with an offset, and it may end on the next date."""

    number: int
    date: str
    start: str
    end: str
    rooms: tuple[Room, ...]


class Track(NamedTuple):
    """Hold a track; `color` is `#rrggbb` or nothing."""

    name: str
    slug: str
    color: str


class Schedule(NamedTuple):
    """Hold a whole schedule."""

    version: str
    title: str
    acronym: str
    url: str
    zone: str
    timeslot: int
    """The minutes of which every start and every length is a multiple."""
    tracks: tuple[Track, ...]
    days: tuple[Day, ...]


def hours(minutes: int) -> str:
    """Say a length in hours and minutes: `01:30`."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
