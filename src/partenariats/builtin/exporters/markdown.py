"""The programme as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from partenariats.builtin.exporters.sheet import OMITS, Entry, Part, Sheet, visible
from partenariats.interfaces.exporter import Artifact, Exporter
from partenariats.interfaces.options import NoOptions
from partenariats.model.programme import Programme

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_AT_START = re.compile(r"^(\s*)([#+=-]|\d+[.)])", re.MULTILINE)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def escape(text: str) -> str:
    """Return text in which no character means anything to Markdown or HTML (CommonMark 2.4)."""
    plain = _SPECIAL.sub(r"\\\1", text)
    plain = _ENTITY.sub(r"\\&", plain)
    return _AT_START.sub(_escape_start, plain)


def _escape_start(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"{found[1]}\\{mark}"


def one_line(text: str) -> str:
    """Return escaped text with its line breaks and doubled spaces made single spaces."""
    return escape(" ".join(visible(text).replace("\n", " ").split(" ")).strip())


class MarkdownExporter(Exporter[NoOptions]):
    """Write the programme for people, as CommonMark."""

    name = "markdown"
    summary = "Markdown, for web sites and wikis"
    media_type = "text/markdown"
    suffix = ".md"
    omits = OMITS

    def export(self, programme: Programme) -> Iterable[Artifact]:
        """Make one file."""
        blocks = [block for block in _blocks(Sheet.of(programme)) if block]
        yield self.artifact(programme, "\n\n".join(blocks) + "\n")


def _blocks(sheet: Sheet) -> Iterator[str]:
    yield f"# {one_line(sheet.title)}"
    yield f"**{one_line(sheet.subtitle)}**" if sheet.subtitle else ""
    yield f"*{one_line(sheet.motto)}*" if sheet.motto else ""
    yield from (_paragraphs(note) for note in sheet.notes)
    for day, parts in sheet.days:
        yield f"## {one_line(day)}"
        for part in parts:
            yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    yield f"### {one_line(part.title)}" if part.title else ""
    yield from (_paragraphs(note) for note in part.notes)
    yield "\n".join(f"* {one_line(point)}" for point in part.points)
    yield "\n".join(line for entry in part.entries for line in _entry(entry, ""))


def _entry(entry: Entry, indent: str) -> Iterator[str]:
    hours = f"**{one_line(entry.hours)}** – " if not indent else ""
    yield f"{indent}- {hours}{one_line(entry.title)}"
    inside = indent + "  "
    for note in entry.notes:
        for line in _paragraphs(note).split("\n"):
            yield f"{inside}- {line}" if line else ""
    yield from (f"{inside}- {one_line(point)}" for point in entry.points)
    for workshop in entry.workshops:
        yield from _entry(workshop, inside)


def _paragraphs(text: str) -> str:
    paragraphs = re.split(r"\n\s*\n", text.replace("\r", "").strip())
    return "\n\n".join(one_line(paragraph) for paragraph in paragraphs)
