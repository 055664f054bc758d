"""The verbs of the library over one toolkit, made when it is first needed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from partenariats.diagnostics.report import Report
from partenariats.interfaces.exporter import Artifact
from partenariats.interfaces.importer import Imported
from partenariats.model.event import Event
from partenariats.model.programme import Programme
from partenariats.source.document import Document
from partenariats.toolkit import Built, Toolkit


@cache
def default_toolkit() -> Toolkit:
    """Return the toolkit with every installed plugin."""
    return Toolkit()


def validate(source: Document | Event) -> Report:
    """Check an event with every rule; never raise for what it says."""
    return default_toolkit().validate(source)


def resolve(source: Document | Event) -> Programme:
    """Make the programme of an event; raise `InvalidEventError` if it has errors."""
    return default_toolkit().resolve(source)


def export(
    programme: Programme, name: str, options: Mapping[str, Any] | None = None
) -> tuple[Artifact, ...]:
    """Make the files of one exporter; write nothing.

    Raise `UnknownNameError`, `InvalidOptionsError`, or `ExportError` where it fails.
    """
    return default_toolkit().export(programme, name, options)


def build(source: str | Path | Document, to: str | Path | None = None) -> Built:
    """Make every output of an event file, then put all into place below a folder.

    The folder is `build` beside the file unless `to` names another. Raise `InvalidEventError`
    before anything is written.
    """
    return default_toolkit().build(source, to)


def import_(
    content: bytes, name: str | None = None, options: Mapping[str, Any] | None = None
) -> Imported:
    """Read an event from another format, named or recognised.

    Raise `UnreadableError` when it is not that format, `UnknownNameError` for the name,
    `InvalidOptionsError` for the options, `ImportCrashError` where an importer breaks down.
    """
    return default_toolkit().import_(content, name, options)
