"""What the `PTX` rules share."""

from __future__ import annotations

from typing import ClassVar

from partenariats.diagnostics.rule import Rule
from partenariats.language.message import Message


class ProgrammeRule(Rule):
    """Be the base of the rules of programmes: each has one advice, which is its `help`."""

    advice: ClassVar[Message | None] = None
