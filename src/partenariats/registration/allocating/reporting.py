"""What came out of an allocation: ranks, options, and who has no place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs

from partenariats.language.message import Message
from partenariats.registration.allocating.problem import Option, Problem
from partenariats.registration.allocating.solution import Solution


@attrs.frozen(kw_only=True)
class Filling:
    """Say how many people an option has."""

    option: Option
    size: int
    is_closed: bool

    @property
    def is_full(self) -> bool:
        """Tell whether nobody else could be there."""
        return self.option.capacity is not None and self.size >= self.option.capacity

    def line(self) -> Message:
        """Say it in words."""
        if self.is_closed:
            return Message.of(
                "`{option}` is closed: fewer than {minimum} people could be had for it",
                option=self.option.id,
                minimum=self.option.minimum,
            )
        if self.option.capacity is None:
            return Message.of("`{option}`: {size}", option=self.option.id, size=self.size)
        taken = Message.of(
            "`{option}`: {size} of {capacity}",
            option=self.option.id,
            size=self.size,
            capacity=self.option.capacity,
        )
        return Message.of("{line}, full", line=taken) if self.is_full else taken


@attrs.frozen(kw_only=True)
class AllocationReport:
    """Hold what an allocation came to."""

    ranks: tuple[int, ...]
    """How many people got their first wish, their second, and so on."""
    unplaced: tuple[str, ...]
    """Who wished for something and has no place."""
    without_wishes: tuple[str, ...]
    """Who wished for nothing and has no place."""
    moved: tuple[str, ...]
    """Who was placed before, and is elsewhere now or nowhere, for whatever reason."""
    split: int
    """How many groups of friends are not kept together."""
    excess: int
    """How many people options have above a half from one organization, and so on."""
    fillings: tuple[Filling, ...]
    gap: float

    def lines(self) -> Iterator[Message]:
        """Say it in words, a line each."""
        for rank, count in enumerate(self.ranks, 1):
            yield Message.of("wish {rank}: {count}", rank=rank, count=count)
        yield Message.of("without a place: {count}", count=len(self.unplaced))
        if self.without_wishes:
            yield Message.of("without wishes: {count}", count=len(self.without_wishes))
        if self.moved:
            yield Message.of("moved: {count}", count=len(self.moved))
        if self.split:
            yield Message.of("groups that are not together: {count}", count=self.split)
        if self.excess:
            yield Message.of("above half of a workshop: {count}", count=self.excess)
        yield from (filling.line() for filling in self.fillings)
        if self.gap:
            yield Message.of(
                "a better one might exist, by {percent} % at most",
                percent=f"{100 * self.gap:.2g}",
            )
        else:
            yield Message.of("no better one exists")


def report(problem: Problem, solution: Solution) -> AllocationReport:
    """Return what an allocation came to, options and people in the order of the problem."""
    placed, sizes = solution.placed, Counter(solution.placed.values())
    left = [person for person in problem.people if person.id not in placed]
    return AllocationReport(
        ranks=solution.value.ranks,
        unplaced=tuple(person.id for person in left if person.wishes or person.must),
        without_wishes=tuple(
            person.id for person in left if not person.wishes and person.must is None
        ),
        moved=tuple(
            person.id
            for person in problem.people
            if person.now is not None and person.now != placed.get(person.id)
        ),
        split=solution.value.split,
        excess=solution.value.excess,
        fillings=tuple(
            Filling(option=option, size=sizes[option.id], is_closed=option.id in solution.closed)
            for option in problem.options
        ),
        gap=solution.gap,
    )
