"""Where everyone is, and the cheapest moves from each option to each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TypeAlias

from partenariats.registration.allocating.flow.ground import Ground

Step: TypeAlias = "tuple[int, int]"
"""The other end of a move between two options, and what the cheapest such move costs."""


class Placement:
    """Hold where everyone is, between the bounds that each option has.

    Options are the nodes of a small graph. From one to another leads the cheapest move of somebody
    who is in the one: the top of a heap, whose entries are numbers, the cost of the move above the
    number of the person. Entries of people who have left are dropped when they come to the top.
    """

    def __init__(self, ground: Ground) -> None:
        self.ground: Ground = ground
        first = [min(choices, key=_cost) for choices in ground.choices]
        self.at: list[int] = [option for option, _ in first]
        """The option of each person."""
        self.costs: list[int] = [cost for _, cost in first]
        """What each person costs where it is."""
        count = ground.nowhere + 1
        self.sizes: list[int] = [0] * count
        for option, size in Counter(self.at).items():
            self.sizes[option] = size
        self.prices: list[int] = [0] * count
        """What a place costs: with it no move is worth while, whoever makes it."""
        self.least: list[int] = [
            option.minimum if number in ground.required else 0
            for number, option in enumerate(ground.options)
        ]
        self.most: list[int] = [
            len(self.at) if option.capacity is None else option.capacity
            for option in ground.options
        ]
        self.least.append(0)
        self.most.append(len(self.at))
        self.moved: int = 0
        """How many moves were made: a count of the work."""
        self.pushes: int = 0
        """Along how many paths they went: a count of the work."""
        self._shift = len(self.at).bit_length()
        self._mask = (1 << self._shift) - 1
        self._members: list[list[int]] = []
        self._moves: list[list[list[int]] | None] = [None] * count
        self._steps: list[list[Step] | None] = [None] * count

    def copy(self) -> Placement:
        """Return the same, to go on from here in another way."""
        other = object.__new__(Placement)
        vars(other).update(vars(self))
        for name in ("at", "costs", "sizes", "prices", "least", "most"):
            setattr(other, name, list(getattr(self, name)))
        other.forget_moves()
        return other

    def forget_moves(self) -> None:
        """Free the memory of the heaps; they are made anew when they are needed."""
        self._members = []
        self._moves = [None] * len(self.sizes)
        self._steps = [None] * len(self.sizes)

    def moves_from(self, option: int) -> list[Step]:
        """Return where somebody in `option` can go, and what the cheapest such move costs."""
        steps = self._steps[option]
        if steps is None:
            found = ((target, self.cheapest(option, target)) for target in range(len(self.sizes)))
            self._steps[option] = steps = [(at, cost) for at, cost in found if cost is not None]
        return steps

    def moves_to(self, option: int) -> list[Step]:
        """Return from where somebody can come to `option`, and what the cheapest move costs."""
        found = (
            (source, self.cheapest(source, option))
            for source, size in enumerate(self.sizes)
            if size
        )
        return [(source, cost) for source, cost in found if cost is not None]

    def cheapest(self, option: int, target: int) -> int | None:
        """Return what the cheapest move from one option to another costs, if there is one."""
        heap = self._heaps(option)[target]
        while heap and self.at[heap[0] & self._mask] != option:
            heappop(heap)
        return heap[0] >> self._shift if heap else None

    def push(self, path: Sequence[int], limit: int) -> None:
        """Move people along a path, up to `limit` times and as long as it costs the same."""
        self.pushes += 1
        steps = list(pairwise(path))
        costs = [self.cheapest(*step) for step in steps]
        while limit and all(
            self.cheapest(*step) == cost for step, cost in zip(steps, costs, strict=True)
        ):
            # all are chosen before the first goes: nobody makes two steps
            chosen = [heappop(self._heaps(option)[target]) for option, target in steps]
            for (_, target), entry in zip(steps, chosen, strict=True):
                self._move(entry & self._mask, target, entry >> self._shift)
            self.sizes[path[0]] -= 1
            self.sizes[path[-1]] += 1
            limit -= 1
        for option in path:
            self._steps[option] = None

    def criteria(self) -> tuple[int, ...]:
        """Return how good it is."""
        counts = Counter(self.costs)
        found = [
            [count * part for part in self.ground.costs.criteria(cost)]
            for cost, count in counts.items()
        ]
        empty = [0] * len(self.ground.costs.bases)
        return tuple(map(sum, zip(empty, *found, strict=True)))

    def _move(self, person: int, option: int, cost: int) -> None:
        self.at[person] = option
        self.costs[person] += cost
        self.moved += 1
        heaps = self._moves[option]
        if heaps is None:
            self._members[option].append(person)
        else:
            for target, entry in self._entries(person, option):
                heappush(heaps[target], entry)

    def _heaps(self, option: int) -> list[list[int]]:
        """Return the heaps of moves from an option, which are made when it is first looked at."""
        heaps = self._moves[option]
        if heaps is None:
            self._moves[option] = heaps = [[] for _ in self.sizes]
            for person in self._people_in(option):
                for target, entry in self._entries(person, option):
                    heaps[target].append(entry)
            for heap in heaps:
                heapify(heap)
        return heaps

    def _entries(self, person: int, option: int) -> Iterator[tuple[int, int]]:
        here, shift = self.costs[person], self._shift
        for target, cost in self.ground.choices[person]:
            if target != option:
                yield target, (cost - here) << shift | person

    def _people_in(self, option: int) -> Iterable[int]:
        if not self._members:
            self._members = [[] for _ in self.sizes]
            for person, place in enumerate(self.at):
                self._members[place].append(person)
        return (person for person in self._members[option] if self.at[person] == option)


def _cost(choice: tuple[int, int]) -> int:
    return choice[1]
