"""The components of a calendar with their properties, as its lines say them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from partenariats.interfaces.importer import UnreadableError
from partenariats_ical.notes import Notes
from partenariats_ical.reading.lines import Lines

DEEPEST: Final = 32
"""Components within each other; a calendar needs three."""
_NAME: Final = re.compile(r"[A-Za-z0-9-]+\Z")
_QUOTED: Final = re.compile(r'"[^"]*"')
_PARAMETER: Final = re.compile(r';([A-Za-z0-9-]+)=("[^"]*"|[^";]*)')
_CARET: Final = re.compile(r"\^([n'^])")
_CARETS: Final = {"n": "\n", "'": '"', "^": "^"}


class Property(NamedTuple):
    """Hold a property: its parameters by upper-case name, and its value as it stands."""

    parameters: Mapping[str, str]
    value: str
    line: int


Head = tuple[str, Mapping[str, str]]


class Component:
    """Hold a component: its properties by upper-case name, and the components within."""

    __slots__ = ("children", "line", "name", "properties")

    def __init__(self, name: str, line: int) -> None:
        self.name = name
        self.line = line
        self.properties: dict[str, list[Property]] = {}
        self.children: list[Component] = []

    def first(self, name: str) -> Property | None:
        """Return the first property of a name."""
        found = self.properties.get(name)
        return found[0] if found else None

    def all(self, name: str) -> list[Property]:
        """Return every property of a name."""
        return self.properties.get(name, [])

    def value(self, name: str) -> str:
        """Return the value of the first property of a name as it stands; nothing without one."""
        found = self.properties.get(name)
        return found[0].value if found else ""

    def within(self, name: str) -> Iterator[Component]:
        """Give the components of a name within this one, at any depth."""
        for child in self.children:
            if child.name == name:
                yield child
            yield from child.within(name)


def read_components(lines: Lines, notes: Notes) -> list[Component]:
    """Return the calendars of a file; what is in none is noted as not understood."""
    return _Reader(notes).read(lines)


class _Reader:
    """Put lines into components; properties are most of them, and their beginnings repeat."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._heads: dict[str, Head | None] = {}
        self._open: list[Component] = []
        self._calendars: list[Component] = []

    def read(self, lines: Lines) -> list[Component]:
        heads = self._heads
        properties: dict[str, list[Property]] | None = None
        for number, line in enumerate(lines.texts):
            start, colon, value = line.partition(":")
            head = heads.get(start)
            if head is None:
                head, value = self._head(line, start, value)
            name, parameters = head
            if name == "BEGIN" or name == "END":  # noqa: PLR1714  # a set takes longer
                properties = self._turn(name, value.strip().upper(), number)
            elif not name or not colon or properties is None:
                self._strange(line, number)
            elif name in properties:
                properties[name].append(Property(parameters, value, number))
            else:
                properties[name] = [Property(parameters, value, number)]
        for component in self._open:
            self._notes.unclosed(component.name, component.line)
        return self._calendars

    def _head(self, line: str, start: str, value: str) -> tuple[Head, str]:
        """Read what stands before the value, and where a quoted colon stands in it, the value."""
        if start.count('"') % 2:
            end = _colon(line)
            return _read_head(line[:end]), line[end + 1 :]
        head = self._heads[start] = _read_head(start)
        return head, value

    def _turn(self, name: str, component: str, number: int) -> dict[str, list[Property]] | None:
        """Begin or end a component; return where the properties go that follow, if anywhere."""
        if name == "BEGIN":
            self._begin(component, number)
        else:
            self._end(component, number)
        return self._open[-1].properties if self._open else None

    def _begin(self, name: str, number: int) -> None:
        if self._open and name in {"VEVENT", "VCALENDAR"} and self._open[-1].name == "VEVENT":
            self._notes.unclosed("VEVENT", self._open.pop().line)
        component = Component(name, number)
        if self._open:
            self._open[-1].children.append(component)
        elif name == "VCALENDAR":
            self._calendars.append(component)
        self._open.append(component)
        if len(self._open) > DEEPEST:
            raise UnreadableError("this is nested deeper than any calendar")

    def _end(self, name: str, number: int) -> None:
        names = [component.name for component in self._open]
        if name not in names:
            self._strange(f"END:{name}", number)
            return
        while self._open[-1].name != name:
            component = self._open.pop()
            self._notes.unclosed(component.name, component.line)
        self._open.pop()

    def _strange(self, line: str, number: int) -> None:
        if line.strip():
            self._notes.not_understood(line, number)


def _colon(line: str) -> int:
    """Return where the first colon outside quotes is; else the first of all."""
    plain = _QUOTED.sub(lambda found: "x" * len(found[0]), line)
    at = plain.find(":")
    return at if at >= 0 and plain.find('"', 0, at) < 0 else line.find(":")


def _read_head(head: str) -> Head:
    name, semicolon, _ = head.partition(";")
    if _NAME.match(name) is None:
        return "", {}
    if not semicolon:
        return name.upper(), {}
    found = _PARAMETER.findall(head[len(name) :])
    return name.upper(), {key.upper(): _parameter(value) for key, value in found}


def _parameter(value: str) -> str:
    """Return a parameter's value without quotes and escapes (RFC 6868)."""
    plain = value.strip('"')
    return _CARET.sub(lambda found: _CARETS[found[1]], plain) if "^" in plain else plain
