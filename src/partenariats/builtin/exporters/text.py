"""The programme as plain text of 78 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

from partenariats.builtin.exporters.sheet import OMITS, Entry, Part, Sheet, visible
from partenariats.interfaces.exporter import Artifact, Exporter
from partenariats.interfaces.options import NoOptions
from partenariats.model.programme import Programme

WIDTH: Final = 78


class TextExporter(Exporter[NoOptions]):
    """Write the programme for people, as text that any mail carries."""

    name = "text"
    summary = "plain text, for mail"
    media_type = "text/plain"
    suffix = ".txt"
    omits = OMITS

    def export(self, programme: Programme) -> Iterable[Artifact]:
        """Make one file."""
        yield self.artifact(programme, "\n".join(_lines(Sheet.of(programme))) + "\n")


def _lines(sheet: Sheet) -> Iterator[str]:
    yield from _wrapped(sheet.title.upper())
    yield from _wrapped(sheet.subtitle)
    yield from _wrapped(sheet.motto)
    for note in sheet.notes:
        yield ""
        yield from _wrapped(note)
    for day, parts in sheet.days:
        yield from ("", "")
        yield from _underlined(day, "=")
        for part in parts:
            yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    if part.title:
        yield ""
        yield from _underlined(part.title, "-")
    for note in part.notes:
        yield from _wrapped(note)
    for point in part.points:
        yield from _wrapped(point, "  - ")
    width = max((len(entry.hours) for entry in part.entries), default=0)
    for entry in part.entries:
        yield ""
        yield from _entry(entry, f"{entry.hours:<{width}}  ")


def _entry(entry: Entry, lead: str) -> Iterator[str]:
    yield from _wrapped(entry.title, lead)
    inside = " " * len(lead)
    for note in entry.notes:
        yield from _wrapped(note, inside)
    for point in entry.points:
        yield from _wrapped(point, f"{inside}- ")
    for workshop in entry.workshops:
        yield from _entry(workshop, f"{inside}* ")


def _underlined(title: str, mark: str) -> Iterator[str]:
    lines = list(_wrapped(title))
    yield from lines
    yield mark * max((len(line) for line in lines), default=0)


def _wrapped(text: str, lead: str = "") -> Iterator[str]:
    """Give the lines of a text behind a lead; words stay whole, no-break spaces stay."""
    first = lead
    for paragraph in visible(text).split("\n"):
        yield from textwrap.wrap(
            " ".join(filter(None, paragraph.split(" "))),
            WIDTH,
            initial_indent=first,
            subsequent_indent=" " * len(lead),
            break_long_words=False,
            break_on_hyphens=False,
        )
        first = " " * len(lead)
