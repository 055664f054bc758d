"""Draw days of a programme in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import click
from rich.box import ROUNDED
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from partenariats.builtin.exporters.sheet import Entry, Part, Sheet
from partenariats.diagnostics.render.plain import safe

COLUMNS: Final = 80
"""What a page or a mail takes."""
WIDEST: Final = 100
"""What an eye takes."""


def draw(sheet: Sheet, *, plain: bool) -> None:
    """Print a programme as timetables: framed and coloured in a terminal, bare where piped."""
    console = Console(highlight=False, emoji=False, markup=False)
    console.width = COLUMNS if plain else min(console.width, WIDEST)
    with console.capture() as captured:
        _draw(sheet, console, plain=plain)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())


def _draw(sheet: Sheet, console: Console, *, plain: bool) -> None:
    console.print(_line(sheet.title, "bold"))
    console.print(_line(sheet.subtitle, "dim"))
    for day, parts in sheet.days:
        drawn = Group(*(drawn for part in parts for drawn in _part(part)))
        console.print()
        if plain:
            console.print(_line(day, "bold"))
            console.print(drawn)
        else:
            title = _line(day, "bold")
            console.print(Panel(drawn, title=title, title_align="left", box=ROUNDED))


def _part(part: Part) -> Iterator[RenderableType]:
    if part.title:
        yield Padding(_line(part.title, "bold cyan"), (1, 0, 0, 0))
    for note in (*part.notes, *(f"• {point}" for point in part.points)):
        yield Padding(_line(note, "dim"), (0, 0, 0, 2))
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=False)
    table.add_column(no_wrap=True, justify="right", style="bold")
    table.add_column(overflow="fold")
    for entry in part.entries:
        table.add_row(_line(entry.start), _cell(entry))
    yield table


def _cell(entry: Entry) -> Text:
    cell = _line(entry.title, "italic" if entry.is_pause else "")
    if entry.until:
        cell.append(f" – {entry.until}", "dim")
    for note in (*entry.notes, *(f"- {point}" for point in entry.points)):
        cell.append("\n").append_text(_line(note, "dim"))
    for workshop in entry.workshops:
        cell.append("\n").append_text(_line(f"• {workshop.title}"))
        for note in (*workshop.notes, *workshop.points):
            cell.append("\n  ").append_text(_line(note, "dim"))
    return cell


def _line(text: str, style: str = "") -> Text:
    return Text(" ".join(safe(line) for line in text.splitlines()), style)
