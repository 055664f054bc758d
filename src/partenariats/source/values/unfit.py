"""A value that its key cannot take, on its way from a hook to a diagnostic."""

from __future__ import annotations

from partenariats.diagnostics.rule import Rule
from partenariats.language.message import Message


class Unfit(ValueError):  # noqa: N818  # never seen by callers: `explain` turns it into a diagnostic
    """Carry why a value does not fit; its place is known by whoever catches it."""

    def __init__(self, rule: type[Rule], headline: Message, advice: Message | None = None) -> None:
        super().__init__(headline)
        self.rule = rule
        self.headline = headline
        self.advice = advice
