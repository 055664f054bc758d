"""An event file as it was read: the event in it, or all that is wrong with its text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.report import InvalidEventError, Report
from partenariats.errors import PartenariatsError
from partenariats.model.collector import collector_at_rest
from partenariats.model.event import Event
from partenariats.model.timeline import Timeline
from partenariats.source.files.include import Reading
from partenariats.source.files.text import SourceText, decode
from partenariats.source.migrate import migrate
from partenariats.source.spans import TomlLocator
from partenariats.source.structure import structure


class SourceError(PartenariatsError):
    """An event file cannot be read at all."""


@attrs.frozen
class Document:
    """Hold what was read under one name; `faults` are what is wrong with the text itself."""

    name: str
    faults: tuple[Diagnostic, ...]
    locator: TomlLocator = attrs.field(eq=False, repr=False)
    found: Event | None = None
    """The event, where the text has no faults."""
    path: Path | None = attrs.field(default=None, eq=False, repr=False)
    """The file it was read from."""

    @property
    def event(self) -> Event:
        """Give the event; raise `InvalidEventError` when reading found errors."""
        if self.found is None:
            raise InvalidEventError(Report.of(self.faults, self.name, self.locator))
        return self.found

    @cached_property
    def timeline(self) -> Timeline:
        """Give the event with its sessions placed, made once; raise as `event` does."""
        return Timeline.of(self.event)


def parse(text: str, name: str = "<text>") -> Document:
    """Read an event from a text; never raise for what it says."""
    return _read(name, text.encode("utf-8", "surrogatepass"), None)


def load(path: str | Path) -> Document:
    """Read an event from a file and those it includes.

    Raise `SourceError` only where the file is unreadable: missing, a folder, no permission.
    """
    try:
        raw = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None
    return _read(str(path), raw, Path(path))


def unreadable(file: str | Path, error: OSError | ValueError) -> SourceError:
    """Say why a file cannot be read."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return SourceError("{file}: there is no such file", file=file)
    if isinstance(error, IsADirectoryError):
        return SourceError("{file}: this is a folder, not a file", file=file)
    if isinstance(error, PermissionError):
        return SourceError("{file}: no permission to read this file", file=file)
    reason = getattr(error, "strerror", None) or str(error)
    return SourceError("{file}: cannot be read: {reason}", file=file, reason=reason)


def reread(document: Document, texts: Mapping[str, str]) -> Document:
    """Read a document anew as if some of its files, by their names, had these texts."""
    sources = {source.name: source.content for source in document.locator.sources}
    sources |= texts
    contents = {Path(name).resolve(): text.encode() for name, text in sources.items()}

    def read_bytes(path: Path) -> bytes:
        return contents[path] if path in contents else path.read_bytes()

    return _read(document.name, sources[document.name].encode(), document.path, read_bytes)


@collector_at_rest()
def _read(
    name: str,
    raw: bytes,
    path: Path | None,
    read_bytes: Callable[[Path], bytes] = Path.read_bytes,
) -> Document:
    source = decode(name, raw)
    if isinstance(source, Diagnostic):
        shown = SourceText(name, raw[:10_000].decode("utf-8", "replace"))
        return Document(name, (source,), TomlLocator([(shown, {})]), path=path)
    reading = Reading(path.parent if path else None, read_bytes)
    own = reading.read(source, path.resolve() if path else None)
    faults = reading.faults
    found: Event | None = None
    if own is not None:
        tables, fault = migrate(reading.tables)
        if fault is not None:
            faults.append(fault)
        if tables:
            structured = structure(tables)
            if isinstance(structured, Event):
                found = structured
            else:
                faults += structured
    locator = TomlLocator(reading.files)
    return Document(name, tuple(faults), locator, None if faults else found, path)
