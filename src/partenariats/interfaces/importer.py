"""What reads an event from another format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, Generic

import attrs

from partenariats.diagnostics.report import Report
from partenariats.diagnostics.rule import Rule
from partenariats.errors import PartenariatsError
from partenariats.interfaces.options import OptionsT
from partenariats.model.event import Event


class UnreadableError(PartenariatsError):
    """A content is not of the format an importer reads."""


class ImportCrashError(PartenariatsError):
    """An importer raised what it must not raise; nothing was read."""


@attrs.frozen
class Imported:
    """Hold the event that was read, and what should be looked at again.

    `importer` names what read it; the toolkit fills it in.
    """

    event: Event
    report: Report
    importer: str = ""


class Importer(ABC, Generic[OptionsT]):
    """Be the base of importers; the parameter is the class of their options.

    Every option has a default, so that contents can be recognised.
    """

    name: ClassVar[str]
    """What `import --from` calls it."""
    summary: ClassVar[str]
    """What it reads, in a few words."""
    suffixes: ClassVar[tuple[str, ...]]
    """Endings of the files it reads, with the dot."""
    rules: ClassVar[tuple[type[Rule], ...]] = ()
    """What its reports may say; `explain` shows the pages."""

    def __init__(self, options: OptionsT) -> None:
        self.options: OptionsT = options

    @abstractmethod
    def recognizes(self, content: bytes) -> bool:
        """Tell quickly whether a content looks like this format."""
        raise NotImplementedError

    @abstractmethod
    def read(self, content: bytes) -> Imported:
        """Read an event; raise `UnreadableError` where the content is not of this format."""
        raise NotImplementedError
