"""Place people with all that was asked for, by CP-SAT."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import attrs

from partenariats.language.message import Message
from partenariats.registration.allocating.errors import NeedsSolverError
from partenariats.registration.allocating.flow.allocating import allocate
from partenariats.registration.allocating.problem import Problem
from partenariats.registration.allocating.solution import Solution
from partenariats.registration.allocating.solver.board import Board
from partenariats.registration.allocating.solver.friends import keep_together, split_groups
from partenariats.registration.allocating.solver.library import solver_needed
from partenariats.registration.allocating.solver.spread import excess, spread
from partenariats.registration.allocating.solver.stages import Search
from partenariats.registration.allocating.valuing import value_of
from partenariats.registration.errors import RegistrationError

EFFORT: Final = 3.0
"""What a search may take, in the solver's own measure: one to four seconds each."""


class NotFoundError(RegistrationError):
    """No allocation was found with the effort that was allowed."""

    code = "not-found"


def place_by_search(problem: Problem, *, effort: float = EFFORT) -> Solution:
    """Return the best allocation with friends, a spread of traits and minimum sizes.

    What is compared, the first before all others: people without a place, people moved, groups
    of friends that are split, people above half of an option, and the goal. What could not be
    proved to be the best within `effort` has a `gap`; the same problem has the same solution.
    Raises what `allocate` of the flow raises, `MissingSolverError` where there is no solver, and
    `NotFoundError` where no allocation was found.
    """
    with solver_needed():
        import ortools.sat.python.cp_model  # noqa: F401  # told before any work is done
    known = _known(problem)
    if known is None:
        return _search(problem, None, effort)
    if not known.value.split and not known.value.excess:
        return known
    try:
        return _search(problem, known, effort / 2, ideal=True)
    except NotFoundError:
        pass
    try:
        return _search(problem, known, effort)
    except NotFoundError:
        return attrs.evolve(known, gap=1.0)


def _search(
    problem: Problem, known: Solution | None, effort: float, *, ideal: bool = False
) -> Solution:
    """Look for the best allocation, or for an ideal one: no friends apart, nobody above a half."""
    from ortools.sat.python import cp_model

    # sorted, so that nothing depends on the order in which people registered
    people = sorted(problem.people, key=lambda person: person.id)
    board = Board.of(attrs.evolve(problem, people=tuple(people)), cp_model.CpModel())
    search = Search(board.model, problem.seed, effort)
    first = [board.unplaced(), board.moved()]
    second = [keep_together(board), spread(board)]
    values: Sequence[int] = ()
    if known is None:
        values = search.minimise(first)
    else:
        # the flow has proved what friends and traits cannot better
        board.model.add(first[0].amount == known.value.unplaced)
        board.model.add(first[1].amount == known.value.moved)
    if ideal:
        for level in second:
            board.model.add(level.amount == 0)
    else:
        values = search.minimise(second) or values
    values = search.minimise(board.goal()) or values
    if not values:
        raise NotFoundError(
            "no allocation was found",
            advice=Message.of("allow more time, or lower the minimum sizes"),
        )
    return solution_of(problem, board.read(values), search.gap)


def _known(problem: Problem) -> Solution | None:
    """Give what is best without friends and traits, if the flow can say."""
    people = tuple(attrs.evolve(person, together=None, traits=()) for person in problem.people)
    try:
        found = allocate(attrs.evolve(problem, people=people))
    except NeedsSolverError:
        return None
    return solution_of(problem, found.placed)


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
