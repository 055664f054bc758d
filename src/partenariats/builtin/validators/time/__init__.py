"""The `TIM` rules: when things take place."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.time.clock import (
    NoSuchTime,
    TimeTwice,
    UnknownZoneName,
    WrongOffset,
)
from partenariats.builtin.validators.time.ends import InferredEnd, OpenEnd, TwoEndsGiven
from partenariats.builtin.validators.time.frames import EndsBeforeStart, OutsideFrame
from partenariats.builtin.validators.time.starts import NoDayGiven, NoStartTime, TwoDaysGiven
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (
    EndsBeforeStart,
    OutsideFrame,
    NoSuchTime,
    TimeTwice,
    WrongOffset,
    NoStartTime,
    InferredEnd,
    OpenEnd,
    UnknownZoneName,
    NoDayGiven,
    TwoDaysGiven,
    TwoEndsGiven,
)
"""Every rule of the family, in the order of their codes."""
