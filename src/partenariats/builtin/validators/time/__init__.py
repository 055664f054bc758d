"""The `TIM` rules: when things take place."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.time.blocks import AcrossABreak, BlockOverlap
from partenariats.builtin.validators.time.breaks import NoBreak
from partenariats.builtin.validators.time.clock import (
    NoSuchTime,
    TimeTwice,
    UnknownZoneName,
    WrongOffset,
)
from partenariats.builtin.validators.time.days import DateTwice, DaysOutOfOrder, EmptyDay
from partenariats.builtin.validators.time.ends import InferredEnd, OpenEnd, TwoEndsGiven
from partenariats.builtin.validators.time.frames import EndsBeforeStart, OutsideFrame, ZeroLength
from partenariats.builtin.validators.time.gaps import GapInBlock
from partenariats.builtin.validators.time.night import AcrossClockChange, AcrossMidnight
from partenariats.builtin.validators.time.overlaps import InTwoPlaces, RoomOverlap
from partenariats.builtin.validators.time.starts import NoDayGiven, NoStartTime, TwoDaysGiven
from partenariats.builtin.validators.time.transfers import ShortTransfer
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (
    EndsBeforeStart,
    OutsideFrame,
    RoomOverlap,
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
    InTwoPlaces,
    BlockOverlap,
    ZeroLength,
    GapInBlock,
    NoBreak,
    AcrossABreak,
    AcrossMidnight,
    AcrossClockChange,
    ShortTransfer,
    DaysOutOfOrder,
    EmptyDay,
    DateTwice,
)
"""Every rule of the family, in the order of their codes."""
