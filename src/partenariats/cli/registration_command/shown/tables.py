"""Tables in a terminal, drawn some rows at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

import click

from partenariats.diagnostics.render.plain import safe

COLUMNS: Final = 80
"""What a page or a mail takes."""
WIDEST: Final = 120
"""What a list takes; ids are to be seen whole."""
AT_ONCE: Final = 500
"""Rows that are drawn together, and have columns of the same width."""


def print_table(
    heads: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    numbers: frozenset[int] = frozenset(),
    whole: frozenset[int] = frozenset({0}),
) -> None:
    """Print rows below their heads.

    Columns of `numbers` stand to the right; what is to be seen `whole`, such as ids, is never
    broken; several lines of a cell stand below each other.
    """
    left = iter(rows)
    is_first = True
    while batch := list(islice(left, AT_ONCE)):
        for line in _draw(heads if is_first else None, batch, len(heads), numbers, whole):
            click.echo(line.rstrip())
        is_first = False


def _draw(
    heads: Sequence[str] | None,
    rows: Iterable[Sequence[object]],
    count: int,
    numbers: frozenset[int],
    whole: frozenset[int],
) -> list[str]:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False, emoji=False, markup=False)
    is_terminal = sys.stdout.isatty()
    console.width = min(console.width, WIDEST) if is_terminal else COLUMNS
    table = Table(box=None, show_header=heads is not None, padding=(0, 2, 0, 0))
    for index in range(count):
        table.add_column(
            Text(heads[index] if heads is not None else ""),
            header_style="bold",
            justify="right" if index in numbers else "left",
            no_wrap=index in whole,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(Text("\n".join(map(safe, str(cell).split("\n")))) for cell in row))
    with console.capture() as captured:
        console.print(table)
    return captured.get().splitlines()
