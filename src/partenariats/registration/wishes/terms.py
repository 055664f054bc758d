"""How an allocation is to be made, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import Enum

import attrs

from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId
from partenariats.model.registration.registrations import Attendee, Registration
from partenariats.registration.allocating.problem import Goal, Problem
from partenariats.registration.allocating.reporting import AllocationReport
from partenariats.registration.allocating.solution import Solution
from partenariats.registration.wishes.engagements import Engaged
from partenariats.registration.wishes.rounds import Round


class Spread(Enum):
    """Name what no workshop is to have only one of."""

    ORGANIZATION = "organization"
    AUDIENCE = "audience"


@attrs.frozen(kw_only=True)
class AllocationTerms:
    """Say how an allocation is to be made."""

    goal: Goal = Goal.GENEROUS
    seed: int = 0
    """Decides between allocations that are equally good."""
    must: Mapping[AttendeeId, str] = attrs.field(factory=dict)
    """What somebody is given, wished or not: the id of a workshop, a working group or a theme."""
    must_not: Mapping[AttendeeId, tuple[str, ...]] = attrs.field(factory=dict)
    """What somebody is not given."""
    together: bool = False
    """Whether those who registered together are kept together; needs the solver."""
    spread: frozenset[Spread] = frozenset()
    """What workshops are to have a spread of; needs the solver."""
    afresh: bool = False
    """Whether those who have a place may be moved for a better allocation."""


@attrs.frozen(kw_only=True)
class Stated:
    """Hold a round as a problem, and what the problem does not say."""

    problem: Problem
    attendees: Mapping[str, Attendee]
    """Those of the problem, by id."""
    engaged: Mapping[str, Engaged]
    """Those who come and are not in the problem, because they have a part in the programme."""
    outside: Counter[str]
    """How many places of each choice people have who are not in the problem."""
    questions: tuple[Message, ...]
    """Who may be somebody of the programme."""


@attrs.frozen(kw_only=True)
class Allocated:
    """Say what came of a round."""

    round: Round
    stated: Stated
    solution: Solution
    report: AllocationReport
    before: Mapping[str, str]
    """What each person had, by id."""
    whys: Mapping[str, Message]
    """Why each person has what it has now, by id."""
    changed: tuple[Registration, ...] = ()
    """Registrations for workshops that changed; none where working groups were allocated."""
    written: int = 0
    """How many people got, changed or lost a place."""
