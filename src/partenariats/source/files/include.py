"""An event spread over several files, all in one folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message
from partenariats.source.files.text import SourceText, decode
from partenariats.source.reader import read_toml
from partenariats.source.rules import BadInclude, TableTwice, TooLarge, WrongType

MOST_FILES: Final = 200


@attrs.define
class Reading:
    """Collect what the files of one event say, and what is wrong with them."""

    folder: Path | None
    """Folder that no include may leave; without one nothing can be included."""
    read_bytes: Callable[[Path], bytes] = Path.read_bytes
    tables: dict[str, Any] = attrs.field(factory=dict)
    files: list[tuple[SourceText, dict[str, int]]] = attrs.field(factory=list)
    faults: list[Diagnostic] = attrs.field(factory=list)
    _trail: list[Path] = attrs.field(factory=list)
    _seen: set[Path] = attrs.field(factory=set)

    def read(self, source: SourceText, path: Path | None) -> dict[str, Any] | None:
        """Read one file and all that it includes; return its own tables where it is TOML."""
        counts: dict[str, int] = {}
        self.files.append((source, counts))
        tables = read_toml(source)
        if isinstance(tables, Diagnostic):
            self.faults.append(tables)
            return None
        self._merge(source, {k: v for k, v in tables.items() if k != "include"}, counts)
        if path is not None:
            self._trail.append(path)
            self._seen.add(path)
        self._include(source, tables.get("include", []))
        if path is not None:
            self._trail.pop()
        return tables

    def _merge(self, source: SourceText, tables: dict[str, Any], counts: dict[str, int]) -> None:
        for key, value in tables.items():
            present = self.tables.get(key)
            if isinstance(value, list) and (present is None or isinstance(present, list)):
                counts[key] = len(value)
                self.tables[key] = [*present, *value] if present else value
            elif present is None:
                self.tables[key] = value
            elif key != "format":
                headline = Message.of("`{key}` stands in two files", key=key)
                advice = Message.of("keep it in one of them")
                span = _span_in(source, Where() / key)
                self.faults.append(
                    TableTwice.found(Where() / key, headline, help=advice, span=span)
                )

    def _include(self, source: SourceText, patterns: object) -> None:
        where = Where() / "include"
        if not isinstance(patterns, list) or not all(type(item) is str for item in patterns):
            headline = Message.of("expected a list of file names")
            self.faults.append(WrongType.found(where, headline, span=_span_in(source, where)))
            return
        for index, pattern in enumerate(patterns):
            place = where / index
            for path in self._matches(source, place, pattern):
                self._include_file(source, place, path)

    def _matches(self, source: SourceText, where: Where, pattern: str) -> Iterator[Path]:
        """Give the files that a pattern names, in the order of their names."""
        if self.folder is None:
            headline = Message.of("a text that is no file can include none")
            self._refuse(source, where, headline)
            return
        parts = Path(pattern).parts
        if not parts or Path(pattern).is_absolute() or ".." in parts or "\\" in pattern:
            self._refuse(source, where, _leaves(pattern))
            return
        beside = self._trail[-1].parent if self._trail else self.folder
        try:
            found = sorted(path for path in beside.glob(pattern) if path.is_file())
        except (OSError, ValueError, NotImplementedError):
            found = []
        if not found:
            headline = Message.of("no file is called `{pattern}`", pattern=pattern[:100])
            self._refuse(source, where, headline)
        yield from found

    def _include_file(self, source: SourceText, where: Where, path: Path) -> None:
        folder = (self.folder or path.parent).resolve()
        real = path.resolve()
        if not real.is_relative_to(folder):
            self._refuse(source, where, _leaves(path.name))
            return
        name = str(Path(self.files[0][0].name).parent / real.relative_to(folder))
        if real in self._trail:
            self._refuse(source, where, Message.of("`{file}` includes itself", file=name))
        elif real in self._seen:
            self._refuse(source, where, Message.of("`{file}` is included twice", file=name))
        elif len(self.files) >= MOST_FILES:
            headline = Message.of("the event has more than {limit} files", limit=MOST_FILES)
            self.faults.append(TooLarge.found(where, headline, span=_span_in(source, where)))
        else:
            self._read_file(source, where, real, name)

    def _read_file(self, source: SourceText, where: Where, path: Path, name: str) -> None:
        try:
            text = decode(name, self.read_bytes(path))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            headline = Message.of("`{file}` cannot be read: {reason}", file=name, reason=reason)
            self._refuse(source, where, headline)
            return
        if isinstance(text, Diagnostic):
            self.faults.append(text)
        else:
            self.read(text, path)

    def _refuse(self, source: SourceText, where: Where, headline: Message) -> None:
        fault = BadInclude.found(where, headline, span=_span_in(source, where))
        self.faults.append(fault)


def _leaves(pattern: str) -> Message:
    return Message.of("`{pattern}` leads out of the event's folder", pattern=pattern[:100])


def _span_in(source: SourceText, where: Where) -> Any:
    from partenariats.source.spans import TomlLocator

    return TomlLocator([(source, {})]).span(where)
