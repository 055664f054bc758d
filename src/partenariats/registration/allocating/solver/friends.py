"""Those with the same word in `together` get the same option."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from partenariats.registration.allocating.problem import Problem
from partenariats.registration.allocating.solver.board import Board
from partenariats.registration.allocating.solver.stages import Level
from partenariats.registration.allocating.valuing import possible

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar


def groups(problem: Problem) -> list[list[int]]:
    """Give the numbers of those who are to be kept together, for each group of two or more.

    Whoever can be placed nowhere is in no group.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(problem.people):
        if person.together is not None and possible(person):
            found[person.together].append(number)
    return [members for members in found.values() if len(members) > 1]


def split_groups(problem: Problem, placed: Mapping[str, str]) -> int:
    """Count the groups whose members are not all in one option, or all without a place."""
    return sum(
        len({placed.get(problem.people[number].id) for number in members}) > 1
        for members in groups(problem)
    )


def keep_together(board: Board) -> Level:
    """Add the groups to a board, and count those that are split though they need not be."""
    split = []
    for members in groups(board.problem):
        whole = []
        for ways in _common(board, members):
            one = board.model.new_bool_var("")
            for way in ways:
                board.model.add_implication(one, way)
            whole.append(one)
        if whole:
            apart = board.model.new_bool_var("")
            board.model.add_exactly_one([*whole, apart])
            split.append(apart)
    return Level(sum(split), len(split))


def _common(board: Board, members: list[int]) -> Iterator[list[IntVar]]:
    """Give for everything that all of a group may get, a place or none, their variables."""
    own, *others = (board.places[number] for number in members)
    for option, variable in own.items():
        if all(option in other for other in others):
            yield [variable, *(other[option] for other in others)]
    waiting = [waits for number in members if (waits := board.waiting[number]) is not None]
    if len(waiting) == len(members):
        yield waiting
