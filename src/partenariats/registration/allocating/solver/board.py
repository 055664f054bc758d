"""A problem as the variables of CP-SAT: who gets which option, and which options are held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from partenariats.registration.allocating.problem import Goal, Option, Problem
from partenariats.registration.allocating.solver.stages import Level
from partenariats.registration.allocating.valuing import longest, possible

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, IntVar


@attrs.frozen
class Board:
    """Hold the variables of a problem."""

    problem: Problem
    model: CpModel
    places: tuple[dict[str, IntVar], ...]
    """For each person the options that it may be given."""
    waiting: tuple[IntVar | None, ...]
    """Whether each person has no place; nothing for those who must have one or wish for none."""
    held: dict[str, IntVar]
    """Whether each option that may be closed is held."""

    @classmethod
    def of(cls, problem: Problem, model: CpModel) -> Board:
        """Add a problem to a model, with its capacities and minimum sizes."""
        places, waiting = [], []
        for person in problem.people:
            own = {option: model.new_bool_var("") for option in possible(person)}
            waits = model.new_bool_var("") if person.must is None and person.wishes else None
            if own or waits is not None:
                model.add_exactly_one([*own.values(), *(() if waits is None else (waits,))])
            places.append(own)
            waiting.append(waits)
        needed = {person.must for person in problem.people}
        held = {
            option.id: model.new_bool_var("")
            for option in problem.options
            if option.minimum and option.may_close and option.id not in needed
        }
        board = cls(problem, model, tuple(places), tuple(waiting), held)
        members = board.members()
        for option in problem.options:
            board.limit(option, members[option.id])
        return board

    def members(self) -> dict[str, list[IntVar]]:
        """Give for each option the variables of those who may be given it."""
        members: dict[str, list[IntVar]] = {option.id: [] for option in self.problem.options}
        for own in self.places:
            for option, variable in own.items():
                members[option].append(variable)
        return members

    def limit(self, option: Option, members: Sequence[IntVar]) -> None:
        """Keep the people in an option within its capacity, and above its minimum if it is held."""
        people = sum(members)
        if option.capacity is not None and option.capacity < len(members):
            self.model.add(people <= option.capacity)
        if option.id in self.held:
            held = self.held[option.id]
            self.model.add(people >= option.minimum * held)
            for variable in members:
                self.model.add_implication(variable, held)
        elif option.minimum:
            self.model.add(people >= option.minimum)

    def read(self, values: Sequence[int]) -> dict[str, str]:
        """Give each person's option from the values of all variables."""
        return {
            person.id: option
            for person, own in zip(self.problem.people, self.places, strict=True)
            for option, variable in own.items()
            if values[variable.index]
        }

    def unplaced(self) -> Level:
        """Count those who wished for something and get no place."""
        waiting = [waits for waits in self.waiting if waits is not None]
        return Level(sum(waiting), len(waiting))

    def moved(self) -> Level:
        """Count those who are not where they are now, though they could be."""
        stays = [
            own[person.now]
            for person, own in zip(self.problem.people, self.places, strict=True)
            if person.now in own
        ]
        return Level(len(stays) - sum(stays), len(stays))

    def goal(self) -> list[Level]:
        """Give the levels of the goal, as `valuing.criteria` orders them."""
        ranks: list[list[IntVar]] = [[] for _ in range(longest(self.problem))]
        for person, own in zip(self.problem.people, self.places, strict=True):
            for rank, wish in enumerate(person.wishes):
                if wish in own:
                    ranks[rank].append(own[wish])
        if self.problem.goal is Goal.GENEROUS:
            return [Level(sum(rank), len(rank)) for rank in reversed(ranks[1:])]
        if self.problem.goal is Goal.RANK_MAXIMAL:
            return [Level(len(rank) - sum(rank), len(rank)) for rank in ranks[:-1]]
        most = sum(rank * len(members) for rank, members in enumerate(ranks))
        total = sum(rank * variable for rank, members in enumerate(ranks) for variable in members)
        return [Level(total, most)]
