"""Where in its text a place of the event was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from partenariats.diagnostics.where import Span, Where
from partenariats.source.files.text import SourceText
from partenariats.source.tree import Hit, Path, TomlTree


class TomlLocator:
    """Find where the files of one event say a thing.

    `files` gives with each text how many items of each top-level list it contributes, in the
    order in which the lists were joined.
    """

    def __init__(self, files: Sequence[tuple[SourceText, Mapping[str, int]]]) -> None:
        self._files = files
        self._trees: dict[str, TomlTree] = {}
        self._lines: dict[str, list[str]] = {}
        self._found: dict[Where, Span | None] = {}

    @property
    def sources(self) -> tuple[SourceText, ...]:
        """Give the files of the event, in the order in which they were read."""
        return tuple(source for source, _ in self._files)

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

    def exact(self, where: Where) -> tuple[TomlTree, Hit] | None:
        """Return the tree in which a place is written, and the place in it; nothing nearby."""
        for source, path in self._candidates(where.path):
            tree = self._tree(source)
            hit = tree.hit(path)
            if hit is not None and hit.depth == len(path):
                return tree, hit
        return None

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

    def _tree(self, source: SourceText) -> TomlTree:
        tree = self._trees.get(source.name)
        if tree is None:
            tree = self._trees[source.name] = TomlTree(source)
        return tree
