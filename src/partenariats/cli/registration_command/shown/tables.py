"""Tables in a terminal, drawn some rows at a time.

Drawing them with rich takes half a millisecond a row: ten seconds for a great event.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from typing import Final

import attrs
import click

from partenariats.diagnostics.render.plain import safe

COLUMNS: Final = 80
"""What a page or a mail takes."""
WIDEST: Final = 120
"""What a list takes; ids are to be seen whole."""
AT_ONCE: Final = 500
"""Rows that are drawn together, and have columns of the same width."""
NARROWEST: Final = 4
"""Columns of the terminal that a column of a table keeps in any case."""
GAP: Final = 2
"""Columns of the terminal between two columns of a table."""


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
        cells = [[_cell(cell) for cell in row] for row in batch]
        if is_first:
            cells.insert(0, [_cell(head) for head in heads])
        drawn = _Columns.of(cells, numbers, whole)
        lines = [line for row in cells for line in drawn.lines(row)]
        if is_first:
            head = sum(1 for _ in drawn.lines(cells[0]))
            lines[:head] = [click.style(line, bold=True) for line in lines[:head]]
            is_first = False
        click.echo("\n".join(lines))


def _cell(value: object) -> list[str]:
    """Return the lines of a cell, safe for a terminal."""
    return [safe(line) for line in str(value).split("\n")]


@attrs.frozen
class _Columns:
    """Hold how wide the columns of a table are, in columns of the terminal."""

    widths: list[int]
    numbers: frozenset[int]

    @classmethod
    def of(
        cls, rows: Sequence[Sequence[list[str]]], numbers: frozenset[int], whole: frozenset[int]
    ) -> _Columns:
        """Give each column what it needs; where that is too much, the widest give way first."""
        widths = [
            max(_width(line) for cell in column for line in cell)
            for column in zip(*rows, strict=True)
        ]
        room = _room() - GAP * len(widths)
        may_shrink = [index for index in range(len(widths)) if index not in whole]
        while sum(widths) > room:
            widest = max(may_shrink, key=lambda index: widths[index], default=None)
            if widest is None or widths[widest] <= NARROWEST:
                break
            widths[widest] -= 1
        return cls(widths, numbers)

    def lines(self, row: Sequence[list[str]]) -> Iterator[str]:
        """Give the lines of a row."""
        cells = [list(_broken(lines, width)) for lines, width in zip(row, self.widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            yield (
                (" " * GAP)
                .join(self._aligned(index, part) for index, part in enumerate(parts))
                .rstrip()
            )

    def _aligned(self, index: int, part: str) -> str:
        spaces = " " * (self.widths[index] - _width(part))
        return spaces + part if index in self.numbers else part + spaces


def _room() -> int:
    """Return how many columns of the terminal a table takes."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else COLUMNS


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _broken(lines: Iterable[str], width: int) -> Iterator[str]:
    """Give lines no wider than a column: broken between words, in a word that is wider itself."""
    for line in lines:
        if _width(line) <= width:
            yield line
            continue
        said = ""
        for word in line.split(" "):
            longer = f"{said} {word}" if said else word
            if _width(longer) <= width:
                said = longer
                continue
            if said:
                yield said
            *full, said = _chopped(word, width)
            yield from full
        yield said


def _chopped(word: str, width: int) -> list[str]:
    """Break a word where it reaches the width; rich's own loses marks without a letter."""
    parts = [""]
    for letter in word:
        if parts[-1] and _width(parts[-1] + letter) > width:
            parts.append("")
        parts[-1] += letter
    return parts
