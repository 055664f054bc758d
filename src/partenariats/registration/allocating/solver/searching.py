"""Look for the best allocation by CP-SAT."""

from __future__ import annotations

import attrs

from partenariats.language.message import Message
from partenariats.registration.allocating.problem import Problem
from partenariats.registration.allocating.solution import Solution, Value
from partenariats.registration.allocating.solver.board import Board
from partenariats.registration.allocating.solver.friends import keep_together
from partenariats.registration.allocating.solver.library import solver_needed
from partenariats.registration.allocating.solver.spread import spread
from partenariats.registration.allocating.solver.stages import Level, Search
from partenariats.registration.allocating.solver.worth import solution_of
from partenariats.registration.errors import RegistrationError


class NotFoundError(RegistrationError):
    """No allocation was found with the effort that was allowed, or there is none."""

    code = "not-found"


@attrs.frozen
class Matter:
    """Hold a problem as variables, and the levels of what is compared, in their order."""

    board: Board
    unplaced: Level
    moved: Level
    split: Level
    excess: Level
    goal: list[Level]

    @classmethod
    def of(cls, problem: Problem) -> Matter:
        """Put a problem into a model."""
        with solver_needed():
            from ortools.sat.python import cp_model
        # sorted, so that nothing depends on the order in which people registered
        people = sorted(problem.people, key=lambda person: person.id)
        board = Board.of(attrs.evolve(problem, people=tuple(people)), cp_model.CpModel())
        return cls(
            board,
            board.unplaced(),
            board.moved(),
            keep_together(board),
            spread(board),
            board.goal(),
        )


def search_ideal(problem: Problem, known: Value, effort: float) -> Solution:
    """Look for the best allocation with no friends apart and nobody above a half.

    As few people are to be without a place, or moved, as `known` has, where friends and traits were
    let alone: nothing better can be, and only the goal is left to search for. Raise
    `NotFoundError` where there is no such allocation.
    """
    matter = Matter.of(problem)
    model = matter.board.model
    model.add(matter.unplaced.amount == known.unplaced)
    model.add(matter.moved.amount == known.moved)
    for level in (matter.split, matter.excess):
        model.add(level.amount == 0)
    search = Search(model, problem.seed, effort)
    search.minimise(matter.goal)
    return _solution(problem, matter, search)


def search_best(problem: Problem, known: Value | None, effort: float) -> Solution:
    """Look for the best allocation; raise `NotFoundError` where none is found."""
    matter = Matter.of(problem)
    model = matter.board.model
    search = Search(model, problem.seed, effort)
    # one by one: each makes what follows easier
    if known is None:
        search.minimise([matter.unplaced])
        search.minimise([matter.moved])
    else:
        model.add(matter.unplaced.amount == known.unplaced)
        model.add(matter.moved.amount == known.moved)
    search.minimise([matter.split])
    search.minimise([matter.excess])
    search.minimise(matter.goal)
    return _solution(problem, matter, search)


def _solution(problem: Problem, matter: Matter, search: Search) -> Solution:
    """Read what was found."""
    if not search.values:
        raise NotFoundError(
            "no allocation was found",
            advice=Message.of("allow more time, or lower the minimum sizes"),
        )
    return solution_of(problem, matter.board.read(search.values), search.gap)
