"""What checks an event."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, Generic

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.rule import Rule
from partenariats.interfaces.exporter import Exporter
from partenariats.interfaces.options import OptionsT
from partenariats.model.timeline import Timeline


@attrs.frozen(kw_only=True)
class CheckContext:
    """Hold what a check may know besides the timeline."""

    language: str = "en"
    """Language of whoever reads the report."""
    exporters: Mapping[str, type[Exporter[Any]]] = attrs.field(factory=dict, eq=False)
    """The exporters that are installed, by name."""


class Validator(Rule, ABC, Generic[OptionsT]):
    """Be the base of checks: a rule that finds its own diagnostics.

    The parameter is the class of its options, which all have defaults; an event gives them in
    `[checks.options.CODE]`. It reads the timeline's indexes and never compares every session
    with every other.
    """

    def __init__(self, options: OptionsT) -> None:
        self.options: OptionsT = options

    @abstractmethod
    def check(self, timeline: Timeline, context: CheckContext) -> Iterable[Diagnostic]:
        """Give a diagnostic for each place where the rule is broken; never raise for content."""
        raise NotImplementedError
