"""The file of a door without a network: whom it lets in, and then who came, line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs

from partenariats.interfaces.json_values.strict import (
    NOTHING,
    check_empty,
    moment_text,
    read_moment,
    read_text,
    read_text_or_none,
    read_whole,
)
from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId, BlockId, DayId, EventId, SessionId
from partenariats.model.registration.registrations import CheckIn
from partenariats.registration.door.entries import order
from partenariats.registration.door.half_days import HalfDay, HalfDays
from partenariats.registration.door.people import Person
from partenariats.registration.door.sealed import (
    DoorFileError,
    SealedLine,
    read_sealed,
    sealed,
    unreadable,
)
from partenariats.registration.door.ticketing.keys import TicketKeys

FORMAT: Final = 1
"""The form of door files that this version writes and reads."""
LARGEST: Final = 50_000_000
"""Bytes of a door file."""


@attrs.frozen(kw_only=True)
class DoorHeader:
    """Say which door it is, and hold all it needs to know: it is as secret as the keys."""

    event: EventId
    door: str
    session: SessionId | None
    """What people come to here; nothing for the event itself."""
    half_days: HalfDays
    """Somebody comes in once in each."""
    opened: datetime
    """When the file was made, by the clock of the desk; with a zone."""
    keys: TicketKeys = attrs.field(repr=False)
    people: tuple[Person, ...] = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class DoorLine:
    """Hold one check-in and its place in the file."""

    place: str
    check_in: CheckIn


@attrs.frozen(kw_only=True)
class DoorJournal:
    """Hold what a door file says, as far as it was read."""

    name: str
    header: DoorHeader
    lines: tuple[DoorLine, ...]
    seal: str
    """That of the last line: the next one follows it."""
    size: int
    """Bytes of the lines that were read."""

    @property
    def check_ins(self) -> tuple[CheckIn, ...]:
        """Give what the door noted, in its order."""
        return tuple(line.check_in for line in self.lines)

    def line(self, check_in: CheckIn) -> bytes:
        """Return the line to add for a check-in."""
        return sealed(_shape(check_in), self.seal)[0]

    def with_more(self, content: bytes, *, keep_whole_lines: bool = False) -> DoorJournal:
        """Return the journal with what was added to its file since; raise a `DoorFileError`."""
        added = tuple(
            read_sealed(
                content,
                self.name,
                first=len(self.lines) + 2,
                before=self.seal,
                keep_whole_lines=keep_whole_lines,
            )
        )
        return attrs.evolve(
            self,
            lines=(*self.lines, *(_read_line(self.header, line) for line in added)),
            seal=added[-1].seal if added else self.seal,
            size=self.size + content.rfind(b"\n") + 1,
        )


def header_line(header: DoorHeader) -> bytes:
    """Return the line that a door file begins with."""
    people = [{"id": one.id, "name": one.name, "email": one.email} for one in header.people]
    shape = {
        "partenariats_door": FORMAT,
        "event": header.event,
        "door": header.door,
        "session": header.session,
        "zone": header.half_days.zone.key,
        "half_days": [attrs.asdict(one) for one in header.half_days.all],
        "opened": moment_text(header.opened),
        "keys": header.keys.text(),
        "people": people,
    }
    return sealed(shape, "")[0]


def read_journal(content: bytes, name: str, *, keep_whole_lines: bool = False) -> DoorJournal:
    """Read a door file; raise a `DoorFileError`, which names the line, where it is not whole."""
    if len(content) > LARGEST:
        raise DoorFileError("{file}: this is no door file: it is too large", file=name)
    end = content.find(b"\n") + 1
    _check_format(content[: end or None], name)
    (first,) = read_sealed(content[: end or None], name)
    journal = DoorJournal(
        name=name, header=_read_header(first), lines=(), seal=first.seal, size=end
    )
    return journal.with_more(content[end:], keep_whole_lines=keep_whole_lines)


def merge(*doors: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    """Return what several doors noted, each fact once, by time.

    In whatever order and however often they are merged, it is the same.
    """
    found: dict[str, CheckIn] = {}
    for one in sorted((one for door in doors for one in door), key=order):
        found.setdefault(one.key, one)
    return tuple(found.values())


def _check_format(line: bytes, name: str) -> None:
    """Tell a newer door file, and what is none, before anything else of it is read."""
    try:
        found = json.loads(line)
        number = found["partenariats_door"] if isinstance(found, dict) else None
    except (KeyError, RecursionError, ValueError):
        number = None
        if line.startswith(b'{"partenariats_door":'):
            return  # cut or edited, which reading it tells
    if type(number) is not int:
        raise DoorFileError(
            "{place}: this is no door file",
            place=f"{name}:1",
            advice=Message.of("make one with `partenariats registration door open`"),
        )
    if number > FORMAT:
        raise DoorFileError(
            "{place}: this door file was written by a newer version: form {number}",
            place=f"{name}:1",
            number=number,
            advice=Message.of("run `pip install --upgrade partenariats`"),
        )


def _read_header(line: SealedLine) -> DoorHeader:
    found = dict(line.found)
    try:
        read_whole(found.pop("partenariats_door"), 1)
        session = read_text_or_none(found.pop("session"))
        header = DoorHeader(
            event=EventId(read_text(found.pop("event"))),
            door=read_text(found.pop("door")),
            session=None if session is None else SessionId(session),
            half_days=_read_half_days(found.pop("half_days"), found.pop("zone")),
            opened=read_moment(found.pop("opened")),
            keys=TicketKeys.read(read_text(found.pop("keys"))),
            people=tuple(map(_read_person, found.pop("people"))),
        )
        check_empty(found, "a door file")
    except NOTHING:
        raise unreadable(line.place) from None
    return header


def _read_half_days(found: list[dict[str, Any]], zone: str) -> HalfDays:
    half_days = []
    for one in found:
        block = read_text_or_none(one["block"])
        half_day = HalfDay(
            day=DayId(read_text(one["day"])),
            block=None if block is None else BlockId(block),
            start=read_whole(one["start"], 0),
            end=read_whole(one["end"], 0),
        )
        half_days.append(half_day)
    return HalfDays(all=tuple(half_days), of_session={}, zone=ZoneInfo(read_text(zone)))


def _read_person(found: dict[str, Any]) -> Person:
    return Person(
        id=AttendeeId(read_text(found["id"])),
        name=read_text(found["name"]),
        email=read_text_or_none(found["email"]),
    )


def _shape(check_in: CheckIn) -> dict[str, Any]:
    return {
        "key": check_in.key,
        "attendee": check_in.attendee,
        "at": moment_text(check_in.at),
        "undoes": check_in.undoes,
    }


def _read_line(header: DoorHeader, line: SealedLine) -> DoorLine:
    found = dict(line.found)
    try:
        check_in = CheckIn(
            key=read_text(found.pop("key")),
            attendee=AttendeeId(read_text(found.pop("attendee"))),
            session=header.session,
            at=read_moment(found.pop("at")),
            door=header.door,
            undoes=read_text_or_none(found.pop("undoes")),
        )
        check_empty(found, "a check-in")
    except NOTHING:
        raise unreadable(line.place) from None
    return DoorLine(place=line.place, check_in=check_in)
