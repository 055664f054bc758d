"""Where lines and blank lines stand in the canonical layout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import attrs

from partenariats.source.files.text import SourceText
from partenariats.source.layout.values import key_text, pair_lines
from partenariats.source.tree import Node, TomlTree

_KEY: Final = re.compile(r"#+\s*[\w.-]+\s*=")
_HEADERS: Final = {"table": ("[", "]"), "table_array_element": ("[[", "]]")}


@attrs.frozen
class _Entry:
    """Hold what stands on lines of its own: a header, a pair, or a comment, and from which rows."""

    kind: str
    lines: list[str]
    first_row: int
    last_row: int


def lay_out(source: SourceText) -> str | None:
    """Return a TOML text in the canonical layout; nothing where it is no TOML.

    What it says, its comments and their order stay. One blank line stands before each table and
    the comment directly above it, at most one elsewhere, none behind a header. Lists that are too
    long, hold comments, or end in a comma have an item a line.
    """
    tree = TomlTree(source)
    if tree.root.has_error:
        return None
    windows = 2 * source.content.count("\r\n") > source.content.count("\n")
    end = "\r\n" if windows else "\n"
    lines: list[str] = []
    entries = list(_joined(_entries(tree.root)))
    for index, entry in enumerate(entries):
        if index and _blank_before(entries, index):
            lines.append("")
        lines += entry.lines
    return "".join(f"{line}{end}" for line in lines)


def _entries(node: Node) -> Iterator[_Entry]:
    if node.type in _HEADERS:
        left, right = _HEADERS[node.type]
        row = node.start_point.row
        yield _Entry("header", [f"{left}{key_text(node.named_children[0])}{right}"], row, row)
        children = node.named_children[1:]
    else:
        children = node.named_children
    for child in children:
        first = child.start_point.row
        if child.type == "pair":
            yield from _pair(child)
        elif child.type == "comment":
            yield _Entry("comment", [_text(child)], first, first)
        else:
            yield from _entries(child)


def _pair(pair: Node) -> Iterator[_Entry]:
    value = pair.named_children[1]
    yield _Entry("pair", pair_lines(pair), pair.start_point.row, value.end_point.row)
    for comment in pair.named_children[2:]:
        row = comment.start_point.row
        yield _Entry("comment", [_text(comment)], row, row)


def _joined(entries: Iterator[_Entry]) -> Iterator[_Entry]:
    """Put a comment that stands behind something on the same line."""
    waiting: _Entry | None = None
    for entry in entries:
        if waiting is None:
            waiting = entry
        elif entry.kind == "comment" and entry.first_row == waiting.last_row:
            *before, last = waiting.lines
            waiting = attrs.evolve(waiting, lines=[*before, f"{last} {entry.lines[0]}"])
        else:
            yield waiting
            waiting = entry
    if waiting is not None:
        yield waiting


def _blank_before(entries: list[_Entry], index: int) -> bool:
    before, entry = entries[index - 1], entries[index]
    gap = entry.first_row - before.last_row > 1
    if entry.kind == "header":
        return before.kind != "comment" or gap or _belongs_above(entries, index - 1)
    if entry.kind == "comment" and before.kind != "comment" and _leads_to_header(entries, index):
        return True
    return gap and before.kind != "header"


def _leads_to_header(entries: list[_Entry], index: int) -> bool:
    """Tell whether a comment, with those directly under it, stands directly above a header.

    A key that was made a comment belongs to what stands above it.
    """
    if _belongs_above(entries, index):
        return False
    while entries[index].kind == "comment" and index + 1 < len(entries):
        if entries[index + 1].first_row - entries[index].last_row > 1:
            return False
        index += 1
    return entries[index].kind == "header"


def _belongs_above(entries: list[_Entry], index: int) -> bool:
    """Tell whether a comment is a key that was taken out of what stands directly above it."""
    entry = entries[index]
    adjacent = index > 0 and entry.first_row - entries[index - 1].last_row == 1
    return adjacent and _KEY.match(entry.lines[0]) is not None


def _text(comment: Node) -> str:
    return (comment.text or b"").decode().rstrip()
