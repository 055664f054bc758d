"""How a key and a value are written in the canonical layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from partenariats.source.tree import Node

WIDTH: Final = 100
"""Columns of a line; a list that is longer has an item a line."""
_STEP: Final = "  "


@attrs.frozen
class _Item:
    """Hold an item of a list, or a comment that stands alone there."""

    lines: list[str]
    comment: str = ""
    is_comment: bool = False


def pair_lines(pair: Node, indent: str = "") -> list[str]:
    """Return the lines of a key and its value, without the comment behind them.

    A text of several lines is one of these, with the ends of lines that it has.
    """
    key, value = pair.named_children[0], pair.named_children[1]
    return _with_lead(f"{key_text(key)} = ", value, indent)


def key_text(key: Node) -> str:
    """Return a key without the spaces that TOML allows around its dots."""
    if key.type == "dotted_key":
        return ".".join(key_text(part) for part in key.named_children)
    return _written(key)


def _with_lead(lead: str, value: Node, indent: str) -> list[str]:
    """Return the lines of a value, the first one behind what leads to it."""
    if value.type == "array":
        flat = None if _wants_lines(value) else _flat(value)
        if flat is None or len(indent) + len(lead) + len(flat) > WIDTH:
            return _array_lines(lead, value, indent)
    whole = _flat(value)
    return [f"{indent}{lead}{whole if whole is not None else _written(value)}"]


def _wants_lines(array: Node) -> bool:
    """Tell whether a list has comments, or a comma behind its last item, which asks for lines."""
    inside = array.children[1:-1]
    return bool(inside) and (
        any(child.type == "comment" for child in inside) or inside[-1].type == ","
    )


def _flat(value: Node) -> str | None:
    """Return a value on one line; nothing where it holds a comment or a text of several lines."""
    if value.type == "comment":
        return None
    if value.type not in {"array", "inline_table"}:
        text = _written(value)
        return None if "\n" in text else text
    parts = [
        _flat_pair(child) if child.type == "pair" else _flat(child)
        for child in value.named_children
    ]
    whole = [part for part in parts if part is not None]
    if len(whole) != len(parts):
        return None
    inside = ", ".join(whole)
    if value.type == "array":
        return f"[{inside}]"
    return f"{{ {inside} }}" if inside else "{}"


def _flat_pair(pair: Node) -> str | None:
    if len(pair.named_children) != 2:  # noqa: PLR2004  # a comment stands behind key and value
        return None
    value = _flat(pair.named_children[1])
    return None if value is None else f"{key_text(pair.named_children[0])} = {value}"


def _array_lines(lead: str, array: Node, indent: str) -> list[str]:
    inner = indent + _STEP
    lines = [f"{indent}{lead}["]
    for item in _items(array.children, inner):
        if item.is_comment:
            lines.append(f"{inner}{item.comment}")
            continue
        *before, last = item.lines
        behind = f" {item.comment}" if item.comment else ""
        lines += [*before, f"{last},{behind}"]
    return [*lines, f"{indent}]"]


def _items(children: Sequence[Node], indent: str) -> Iterator[_Item]:
    """Give the items of a list, each with the comment on its last line."""
    waiting: _Item | None = None
    row = children[0].end_point.row
    for child in children[1:-1]:
        if child.type == ",":
            continue
        if child.type == "comment":
            text = _written(child)
            if waiting is not None and not waiting.comment and child.start_point.row == row:
                waiting = attrs.evolve(waiting, comment=text)
                continue
            if waiting is not None:
                yield waiting
                waiting = None
            yield _Item([], text, is_comment=True)
            continue
        if waiting is not None:
            yield waiting
        waiting, row = _Item(_with_lead("", child, indent)), child.end_point.row
    if waiting is not None:
        yield waiting


def _written(node: Node) -> str:
    text = node.text.decode() if node.text else ""
    return text.rstrip() if node.type == "comment" else text
