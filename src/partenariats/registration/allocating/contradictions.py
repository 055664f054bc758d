"""Why not every option can have its minimum with everyone where they must be."""

from __future__ import annotations

from collections import defaultdict

import attrs

from partenariats.language.message import Message
from partenariats.registration.allocating.errors import ContradictionError
from partenariats.registration.allocating.problem import Option, Problem, Wisher
from partenariats.registration.allocating.valuing import possible


def check_musts(problem: Problem) -> None:
    """Check that an option has places for those who must be there, and for its minimum."""
    bound: defaultdict[str, list[str]] = defaultdict(list)
    for person in problem.people:
        if person.must is not None:
            bound[person.must].append(person.id)
    for option in problem.options:
        capacity = option.capacity
        if capacity is None:
            continue
        if len(bound[option.id]) > capacity:
            raise ContradictionError(
                "{options} has places for {capacity}, and {people} must be there",
                options=(option.id,),
                people=bound[option.id][: capacity + 1],
                capacity=capacity,
                advice=Message.of("give it more places, or let somebody be elsewhere"),
            )
        if capacity < option.minimum and not option.may_close:
            raise ContradictionError(
                "{options} has places for {capacity} and needs {minimum}",
                options=(option.id,),
                capacity=capacity,
                minimum=option.minimum,
                advice=Message.of("give it more places, lower its minimum, or let it be closed"),
            )
        if capacity < option.minimum and bound[option.id]:
            raise ContradictionError(
                "{options} has places for {capacity} and needs {minimum}, and {people} must be "
                "there",
                options=(option.id,),
                people=bound[option.id][:1],
                capacity=capacity,
                minimum=option.minimum,
                advice=Message.of("give it more places, or lower its minimum"),
            )


def contradiction(problem: Problem, short: frozenset[str]) -> ContradictionError:
    """Return what contradicts itself: a smallest set of minima, and of people bound somewhere.

    `short` are options that have too few people together. Whatever can be left out is left out,
    one after another in the order of the problem.
    """
    demand = _Demand.of(problem, short)
    for option in demand.options:
        less = attrs.evolve(demand, options=[each for each in demand.options if each != option])
        demand = less if less.is_short() else demand
    for person in demand.bound:
        less = attrs.evolve(demand, bound=[each for each in demand.bound if each != person])
        demand = less if less.is_short() else demand
    options = [option.id for option in demand.options]
    advice = Message.of("lower a minimum, let one of them be closed, or ask for other wishes")
    needed, found = sum(option.minimum for option in demand.options), len(demand.candidates())
    if not demand.bound:
        return ContradictionError(
            "too few people can be in {options}: {found}, and {needed} are needed",
            options=options,
            advice=advice,
            needed=needed,
            found=found,
        )
    return ContradictionError(
        "too few people can be in {options}: {found}, and {needed} are needed, as long as {people} "
        "must be where they are put",
        options=options,
        people=[person.id for person in demand.bound],
        advice=advice,
        needed=needed,
        found=found,
    )


@attrs.frozen
class _Demand:
    """Hold options that need their minimum, and who may be there."""

    options: list[Option]
    bound: list[Wisher]
    """Those for whom it counts that they must be somewhere."""
    people: list[Wisher]

    @classmethod
    def of(cls, problem: Problem, short: frozenset[str]) -> _Demand:
        """Return the demand of some options, with whom it concerns."""
        people = [
            person
            for person in problem.people
            if person.must in short or not short.isdisjoint(_wished(person))
        ]
        return cls(
            options=[option for option in problem.options if option.id in short],
            bound=[person for person in people if person.must is not None],
            people=people,
        )

    def candidates(self) -> list[tuple[str, ...]]:
        """Return the choices among these options, of everyone who has any."""
        bound = {person.id for person in self.bound}
        musts = {person.must for person in self.bound}
        needed = {each.id for each in self.options if not each.may_close or each.id in musts}
        found = []
        for person in self.people:
            free = (*_wished(person), person.must)
            choices = possible(person) if person.id in bound else free
            found.append(tuple(choice for choice in choices if choice in needed))
        return [choices for choices in found if choices]

    def is_short(self) -> bool:
        """Tell whether the options cannot all have their minimum."""
        musts = {person.must for person in self.bound}
        return not _can_fill(
            {
                option.id: option.minimum
                for option in self.options
                if not option.may_close or option.id in musts
            },
            self.candidates(),
        )


def _wished(person: Wisher) -> set[str]:
    return set(person.wishes) - person.must_not


def _can_fill(minima: dict[str, int], candidates: list[tuple[str, ...]]) -> bool:
    """Tell whether each option can have its minimum, nobody being in two."""
    free = set(range(len(candidates)))
    inside: dict[str, set[int]] = {option: set() for option in minima}
    return all(
        _fill_one(option, candidates, free, inside)
        for option, minimum in minima.items()
        for _ in range(minimum)
    )


def _fill_one(
    option: str, candidates: list[tuple[str, ...]], free: set[int], inside: dict[str, set[int]]
) -> bool:
    """Bring one more person into an option, others moving up where they must."""
    todo = [option]
    leads: dict[str, tuple[int, str]] = {}
    """For each option reached, who leaves it and for which other."""
    for target in todo:
        comer = next((person for person in sorted(free) if target in candidates[person]), None)
        if comer is not None:
            free.remove(comer)
            inside[target].add(comer)
            while target != option:
                person, further = leads[target]
                inside[target].remove(person)
                inside[further].add(person)
                target = further  # noqa: PLW2901  # the way back to where it began
            return True
        for source, people in inside.items():
            mover = next((person for person in people if target in candidates[person]), None)
            if mover is not None and source not in leads and source != option:
                leads[source] = (mover, target)
                todo.append(source)
    return False
