"""Place people with all that was asked for: friends, a spread, minimum sizes."""

from __future__ import annotations

from typing import Final

import attrs

from partenariats.registration.allocating.errors import NeedsSolverError
from partenariats.registration.allocating.flow.allocating import allocate
from partenariats.registration.allocating.problem import Problem
from partenariats.registration.allocating.solution import Solution
from partenariats.registration.allocating.solver.searching import (
    NotFoundError,
    search_best,
    search_ideal,
)
from partenariats.registration.allocating.solver.worth import solution_of

EFFORT: Final = 4.0
"""What a search may take, in the solver's own measure: about one to four seconds each."""


def place_by_search(problem: Problem, *, effort: float = EFFORT) -> Solution:
    """Return the best allocation with friends, a spread of traits and minimum sizes.

    What is compared, the first before all others: people without a place, people moved, groups
    of friends that are split, people above half of an option, and the goal. What could not be
    proved to be the best within `effort` has a `gap`; the same problem has the same solution.
    Where the flow alone gives that, nothing else is needed, and there is a certificate. Raises what
    `allocate` of the flow raises, `MissingSolverError` where a solver is needed and there is none,
    and `NotFoundError` where no allocation was found.
    """
    known = _known(problem)
    if known is not None and not known.value.split and not known.value.excess:
        return known
    if known is None:
        return search_best(problem, None, effort)
    try:
        return search_ideal(problem, known.value, effort / 4)
    except NotFoundError:
        pass
    try:
        return search_best(problem, known.value, effort)
    except NotFoundError:
        return attrs.evolve(known, gap=1.0)


def _known(problem: Problem) -> Solution | None:
    """Give what is best without friends and traits, if the flow can say."""
    people = tuple(attrs.evolve(person, together=None, traits=()) for person in problem.people)
    try:
        found = allocate(attrs.evolve(problem, people=people))
    except NeedsSolverError:
        return None
    return attrs.evolve(solution_of(problem, found.placed), certificate=found.certificate)
