"""The built-in rules, one folder for each family.

To add one: write its class in the module of its family that it belongs to, and name it here.
"""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.language.words import NoWords
from partenariats.builtin.validators.places.unknown import NoPlace
from partenariats.builtin.validators.references.ids import IdTwice, UnknownId
from partenariats.builtin.validators.references.links import (
    CreditOfNobody,
    NotWithinGroupWork,
    ThemeInCircle,
)
from partenariats.builtin.validators.themes.workshops import WorkshopWithoutTheme
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

VALIDATORS: list[type[Validator[Any]]] = [
    UnknownId,
    IdTwice,
    CreditOfNobody,
    ThemeInCircle,
    NotWithinGroupWork,
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
    NoPlace,
    WorkshopWithoutTheme,
    NoWords,
]
"""Every built-in rule that reads a timeline, in the order of their codes within a family."""
