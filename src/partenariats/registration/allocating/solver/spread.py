"""No option is one authority's: of each kind of trait, no value has more than half of an option."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from partenariats.registration.allocating.problem import Problem
from partenariats.registration.allocating.solver.board import Board
from partenariats.registration.allocating.solver.stages import Level

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar


def excess(problem: Problem, placed: Mapping[str, str]) -> int:
    """Count the people whom options have above a half, rounded up, from one organization.

    So it is for each kind of trait; whoever has no trait of a kind is one of the others.
    """
    sizes = Counter(placed.values())
    shares = Counter(
        (placed[person.id], trait)
        for person in problem.people
        if person.id in placed
        for trait in set(person.traits)
    )
    above: dict[tuple[str, str], int] = {}
    for (option, (kind, _)), share in shares.items():
        more = share - (sizes[option] + 1) // 2
        above[option, kind] = max(more, above.get((option, kind), 0))
    return sum(above.values())


def spread(board: Board) -> Level:
    """Add the traits to a board, and count the people above a half."""
    sharing: dict[tuple[str, str], dict[str, list[IntVar]]] = defaultdict(lambda: defaultdict(list))
    for person, own in zip(board.problem.people, board.places, strict=True):
        for kind, value in dict.fromkeys(person.traits):
            for option, variable in own.items():
                sharing[option, kind][value].append(variable)
    members = board.members()
    above, most = [], 0
    for (option, _), shares in sharing.items():
        people = sum(members[option])
        largest = max(map(len, shares.values())) // 2
        if not largest:
            continue
        more = board.model.new_int_var(0, largest, "")
        for share in shares.values():
            if len(share) > 1:
                board.model.add(2 * more >= 2 * sum(share) - people - 1)
        above.append(more)
        most += largest
    return Level(sum(above), most)
