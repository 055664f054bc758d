"""The `THM` rules: themes and workshops."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.themes.counts import CountsDiffer
from partenariats.builtin.validators.themes.expected import TooFewPlaces
from partenariats.builtin.validators.themes.groups import GroupWithoutLead
from partenariats.builtin.validators.themes.minimum import MinimumAboveCapacity
from partenariats.builtin.validators.themes.parallel import ThemeInParallel
from partenariats.builtin.validators.themes.reports import ThemeWithoutReportBack
from partenariats.builtin.validators.themes.unused import ThemeWithoutSession, TopicWithoutTheme
from partenariats.builtin.validators.themes.workshops import WorkshopWithoutTheme
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (
    WorkshopWithoutTheme,
    ThemeWithoutSession,
    CountsDiffer,
    GroupWithoutLead,
    TopicWithoutTheme,
    ThemeWithoutReportBack,
    ThemeInParallel,
    MinimumAboveCapacity,
    TooFewPlaces,
)
"""Every rule of the family, in the order of their codes."""
