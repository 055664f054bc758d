"""What an allocation is worth, friends and traits included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import attrs

from partenariats.registration.allocating.problem import Problem
from partenariats.registration.allocating.solution import Solution
from partenariats.registration.allocating.solver.friends import split_groups
from partenariats.registration.allocating.solver.spread import excess
from partenariats.registration.allocating.valuing import value_of


def solution_of(problem: Problem, placed: Mapping[str, str], gap: float = 0.0) -> Solution:
    """Say what an allocation is worth."""
    sizes = Counter(placed.values())
    return Solution(
        placed={person.id: placed[person.id] for person in problem.people if person.id in placed},
        closed=frozenset(
            option.id for option in problem.options if option.minimum and not sizes[option.id]
        ),
        value=attrs.evolve(
            value_of(problem, placed),
            split=split_groups(problem, placed),
            excess=excess(problem, placed),
        ),
        gap=gap,
    )
