"""The tree of a TOML text, and the places in it: the one door of tree-sitter.

A text is read for this only when something must be said about it, or changed in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import attrs

from partenariats.diagnostics.where import Span
from partenariats.source.files.text import SourceText

if TYPE_CHECKING:
    import tree_sitter

Node: TypeAlias = "tree_sitter.Node"
"""A node of the tree; named here so that nobody else imports the library."""
Path: TypeAlias = tuple[str | int, ...]
_HEADERS = {"table", "table_array_element"}
_KEYS = {"bare_key", "quoted_key", "dotted_key"}


@attrs.frozen
class Hit:
    """Hold the nearest thing found to a place: how many steps lead to it, its key, its value."""

    depth: int
    key: Node
    value: Node


class TomlTree:
    """Find places in one text."""

    def __init__(self, source: SourceText) -> None:
        import tree_sitter
        import tree_sitter_toml

        self.source: SourceText = source
        self.raw: bytes = source.content.encode()
        language = tree_sitter.Language(tree_sitter_toml.language())
        self.root: Node = tree_sitter.Parser(language).parse(self.raw).root_node
        self._tables: dict[Path, list[Node]] = {}
        self._top_pairs = [node for node in self.root.children if node.type == "pair"]
        self._index_headers()

    def span(self, path: Path, *, is_key: bool) -> tuple[int, Span] | None:
        """Return how much of a path was found, and the span of that."""
        hit = self.hit(path)
        if hit is None:
            return None
        node = hit.value if hit.depth == len(path) and not is_key else hit.key
        return hit.depth, self._span(node)

    def hit(self, path: Path) -> Hit | None:
        """Return the nearest thing that is written of a path."""
        return max(self._hits(path), key=lambda hit: hit.depth, default=None)

    def name_of(self, node: Node) -> tuple[str, ...]:
        """Return the keys in the header of a table; none for anything else."""
        return self._key_parts(node.named_children[0]) if node.type in _HEADERS else ()

    def comments(self) -> Iterator[Node]:
        """Give the comments that have lines of their own, outside of values."""
        for node in (self.root, *(n for n in self.root.children if n.type in _HEADERS)):
            row = -1
            for child in node.children:
                if child.type == "comment" and child.start_point.row != row:
                    yield child
                row = child.end_point.row

    def _index_headers(self) -> None:
        counts: dict[Path, int] = {}
        for node in self.root.children:
            if node.type not in _HEADERS:
                continue
            path: Path = ()
            *around, last = self._key_parts(node.children[1])
            for part in around:
                path = (*path, part)
                if path in counts:
                    path = (*path, counts[path])
            path = (*path, last)
            if node.type == "table_array_element":
                counts[path] = counts.get(path, -1) + 1
                path = (*path, counts[path])
            self._tables.setdefault(path, []).append(node)

    def _hits(self, path: Path) -> Iterator[Hit]:
        for cut in range(len(path), 0, -1):
            for table in self._tables.get(path[:cut], ()):
                yield Hit(cut, table.children[1], self._id_of(table))
                if cut < len(path):
                    yield from self._descend(table, path, cut)
        yield from self._among(self._top_pairs, path, 0)

    def _id_of(self, table: Node) -> Node:
        """Return the line that says a table's id, by which a reader knows it; else its header."""
        for pair in table.named_children:
            if pair.type == "pair" and self._key_parts(pair.named_children[0]) == ("id",):
                return pair
        return table.children[1]

    def _descend(self, node: Node, path: Path, depth: int) -> Iterator[Hit]:
        step = path[depth]
        if isinstance(step, int):
            items = [child for child in node.named_children if child.type != "comment"]
            if node.type == "array" and step < len(items):
                yield from self._hit(items[step], items[step], path, depth + 1)
            return
        yield from self._among(node.named_children, path, depth)

    def _among(self, pairs: Iterable[Node], path: Path, depth: int) -> Iterator[Hit]:
        for pair in pairs:
            if pair.type != "pair" or pair.named_child_count < 2:  # noqa: PLR2004  # key and value
                continue
            key, value = pair.named_children[0], pair.named_children[1]
            parts = self._key_parts(key)
            if path[depth : depth + len(parts)] == parts:
                yield from self._hit(key, value, path, depth + len(parts))

    def _hit(self, key: Node, value: Node, path: Path, depth: int) -> Iterator[Hit]:
        yield Hit(depth, key, value)
        if depth < len(path) and value.type in {"array", "inline_table"}:
            yield from self._descend(value, path, depth)

    def _key_parts(self, node: Node) -> tuple[str, ...]:
        if node.type == "dotted_key":
            return tuple(
                part
                for child in node.named_children
                if child.type in _KEYS
                for part in self._key_parts(child)
            )
        text = self.raw[node.start_byte : node.end_byte].decode()
        return (_unquoted(text) if node.type == "quoted_key" else text,)

    def _span(self, node: Node) -> Span:
        start, end = node.start_point, node.end_point
        return Span(
            self.source.name,
            start.row + 1,
            self._characters(node.start_byte, start.column) + 1,
            end.row + 1,
            self._characters(node.end_byte, end.column) + 1,
        )

    def _characters(self, byte: int, column: int) -> int:
        return len(self.raw[byte - column : byte].decode(errors="replace"))


def _unquoted(key: str) -> str:
    """Return a key without its quotes; an escape that JSON does not have stays as it is."""
    try:
        return key[1:-1] if key.startswith("'") else str(json.loads(key))
    except ValueError:
        return key[1:-1]
