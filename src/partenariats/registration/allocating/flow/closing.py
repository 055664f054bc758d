"""Which of the options that are short of people are closed: branch and bound."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from partenariats.language.message import Message
from partenariats.registration.allocating.errors import NeedsSolverError
from partenariats.registration.allocating.flow.ground import Ground
from partenariats.registration.allocating.flow.placement import Placement
from partenariats.registration.allocating.flow.settling import settle
from partenariats.registration.allocating.solution import Case

WORK = 5_000_000
"""How many people times cases are looked at before it is given up: half a minute or so."""
LEAST_CASES = 50
"""How many cases are looked at, however many people there are."""


@attrs.frozen
class _Branch:
    """Hold what is decided about some options, and the placement to go on from."""

    start: Placement
    bound: tuple[int, ...]
    """No placement that decides so is better."""
    closed: frozenset[int] = frozenset()
    held: frozenset[int] = frozenset()

    def placement(self) -> Placement:
        """Return the placement with the bounds of what is decided."""
        found = self.start.copy()
        for option in self.closed:
            found.most[option] = 0
        for option in self.held:
            found.least[option] = found.ground.options[option].minimum
        return found


def best_of(start: Placement) -> tuple[Placement, tuple[Case, ...]]:
    """Return the best placement among all ways to close options, with the proof.

    Options that nothing is decided about may have any number of people: that bounds what can be
    had. Where one has too few in the best such placement, both is tried: to close it, and to hold
    it. What cannot become better than the best that was found is not looked at any further.

    `start` is within the bounds of each option. Raises `NeedsSolverError` beyond so many cases.
    """
    search = _Search(start.ground)
    search.run(start)
    # with every option closed that can be, the others keep those they have
    assert search.best is not None  # noqa: S101
    return search.best, tuple(search.cases)


@attrs.define
class _Search:
    """Hold the best placement that was found, and the proof as far as it goes."""

    ground: Ground
    best: Placement | None = None
    best_criteria: tuple[int, ...] = ()
    cases: list[Case] = attrs.field(factory=list)
    """One for each way that was followed to its end."""

    def run(self, start: Placement) -> None:
        """Follow every way to its end."""
        allowed = max(LEAST_CASES, WORK // max(1, len(start.at)))
        looked = 0
        todo = [_Branch(start, start.criteria())]
        while todo:
            branch = todo.pop()
            if self.best is not None and branch.bound >= self.best_criteria:
                self._end(branch, branch.start)
                continue
            looked += 1
            if looked > allowed:
                raise NeedsSolverError(
                    "too many options are short of people: {count} ways to close some of them were "
                    "looked at, and there are more",
                    count=allowed,
                    advice=Message.of(
                        "lower the minimum of some, close some yourself, or use the solver"
                    ),
                )
            todo += self._follow(branch)

    def _follow(self, branch: _Branch) -> Iterable[_Branch]:
        placement = branch.placement()
        if short := settle(placement):
            self._end(branch, placement, short)
            return ()
        criteria = placement.criteria()
        placement.forget_moves()
        if self.best is not None and criteria >= self.best_criteria:
            self._end(branch, placement)
            return ()
        option = self._lacking(placement)
        if option is None:
            self._end(branch, placement)
            self.best, self.best_criteria = placement, criteria
            return ()
        start = attrs.evolve(branch, start=placement, bound=criteria)
        close = attrs.evolve(start, closed=branch.closed | {option})
        hold = attrs.evolve(start, held=branch.held | {option})
        # what is likelier comes last, and is looked at first
        is_small = 2 * placement.sizes[option] < self.ground.options[option].minimum
        return (hold, close) if is_small else (close, hold)

    def _lacking(self, placement: Placement) -> int | None:
        """Return the option that lacks the greatest part of its minimum and is not closed."""
        parts = [
            (placement.sizes[number] / option.minimum, number)
            for number, option in enumerate(self.ground.options)
            if 0 < placement.sizes[number] < option.minimum
        ]
        return min(parts)[1] if parts else None

    def _end(
        self, branch: _Branch, placement: Placement, short: frozenset[int] = frozenset()
    ) -> None:
        options, costs = self.ground.options, self.ground.costs
        prices = {
            option.id: costs.criteria(price)
            for option, price in zip(options, placement.prices, strict=False)
            if price and not short
        }
        self.cases.append(
            Case(
                closed=frozenset(options[number].id for number in branch.closed),
                held=frozenset(options[number].id for number in branch.held),
                prices=prices,
                short=frozenset(options[number].id for number in short),
            )
        )
