"""Where in its text a place of the event was written: the one door of tree-sitter.

Texts are read for this only when something must be said about them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

import attrs

from partenariats.diagnostics.where import Span, Where
from partenariats.source.files.text import SourceText

if TYPE_CHECKING:
    from tree_sitter import Node

Path: TypeAlias = tuple[str | int, ...]
_HEADERS = {"table", "table_array_element"}
_KEYS = {"bare_key", "quoted_key", "dotted_key"}


@attrs.frozen
class Hit:
    """Hold the nearest thing found to a place: how many steps lead to it, its key, its value."""

    depth: int
    key: Node
    value: Node


class _Tree:
    """Find places in one file."""

    def __init__(self, source: SourceText) -> None:
        import tree_sitter
        import tree_sitter_toml

        self._source = source
        self._raw = source.content.encode()
        language = tree_sitter.Language(tree_sitter_toml.language())
        self._root = tree_sitter.Parser(language).parse(self._raw).root_node
        self._tables: dict[Path, list[Node]] = {}
        self._top_pairs = [node for node in self._root.children if node.type == "pair"]
        self._index_headers()

    def span(self, path: Path, *, is_key: bool) -> tuple[int, Span] | None:
        """Return how much of a path was found, and the span of that."""
        hits = list(self._hits(path))
        if not hits:
            return None
        hit = max(hits, key=lambda hit: hit.depth)
        node = hit.value if hit.depth == len(path) and not is_key else hit.key
        return hit.depth, self._span(node)

    def _index_headers(self) -> None:
        counts: dict[Path, int] = {}
        for node in self._root.children:
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
            key, value = pair.named_children[0], pair.named_children[-1]
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
        text = self._raw[node.start_byte : node.end_byte].decode()
        return (_unquoted(text) if node.type == "quoted_key" else text,)

    def _span(self, node: Node) -> Span:
        start, end = node.start_point, node.end_point
        return Span(
            self._source.name,
            start.row + 1,
            self._characters(node.start_byte, start.column) + 1,
            end.row + 1,
            self._characters(node.end_byte, end.column) + 1,
        )

    def _characters(self, byte: int, column: int) -> int:
        return len(self._raw[byte - column : byte].decode(errors="replace"))


def _unquoted(key: str) -> str:
    """Return a key without its quotes; an escape that JSON does not have stays as it is."""
    try:
        return key[1:-1] if key.startswith("'") else str(json.loads(key))
    except ValueError:
        return key[1:-1]


class TomlLocator:
    """Find where the files of one event say a thing.

    `files` gives with each text how many items of each top-level list it contributes, in the
    order in which the lists were joined.
    """

    def __init__(self, files: Sequence[tuple[SourceText, Mapping[str, int]]]) -> None:
        self._files = files
        self._trees: dict[str, _Tree] = {}
        self._lines: dict[str, list[str]] = {}
        self._found: dict[Where, Span | None] = {}

    def span(self, where: Where) -> Span | None:
        """Return the span of a place, or of the nearest thing around it that was written."""
        if where not in self._found:
            self._found[where] = self._find(where)
        return self._found[where]

    def _find(self, where: Where) -> Span | None:
        best: tuple[int, Span] | None = None
        for source, path in self._candidates(where.path):
            found = self._tree(source).span(path, is_key=where.is_key)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        if best is not None:
            return best[1]
        return Span(self._files[0][0].name, 1, 1, 1, 2) if self._files else None

    def line(self, file: str, number: int) -> str:
        """Return a line of a file, counted from 1, without its end."""
        if file not in self._lines:
            content = next((s.content for s, _ in self._files if s.name == file), "")
            self._lines[file] = content.split("\n")
        lines = self._lines[file]
        return lines[number - 1].removesuffix("\r") if number <= len(lines) else ""

    def _candidates(self, path: Path) -> Iterator[tuple[SourceText, Path]]:
        """Give the files a path may stand in, with the path as it is in each."""
        if len(path) < 2 or not isinstance(path[0], str) or not isinstance(path[1], int):  # noqa: PLR2004  # a list and a position
            yield from ((source, path) for source, _ in self._files)
            return
        position = path[1]
        for source, counts in self._files:
            count = counts.get(path[0], 0)
            if position < count:
                yield source, (path[0], position, *path[2:])
                return
            position -= count
        # a list that belongs to its file alone, such as `include`
        yield from ((source, path) for source, _ in self._files)

    def _tree(self, source: SourceText) -> _Tree:
        tree = self._trees.get(source.name)
        if tree is None:
            tree = self._trees[source.name] = _Tree(source)
        return tree
