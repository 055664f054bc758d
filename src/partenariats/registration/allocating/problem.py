"""What is to be decided: people, what they wish, and the workshops there are."""

from __future__ import annotations

from enum import Enum

import attrs


class Goal(Enum):
    """Say which allocation is best, among those that place as many people as can be.

    Where people are placed already, the one that moves fewest of them comes before the goal.
    """

    GENEROUS = "generous"
    """The worst rank that anybody gets is as good as can be, then as few as can be get it, then the
    worst but one, and so on."""
    RANK_MAXIMAL = "rank-maximal"
    """As many as can be get their first wish, then their second, and so on."""
    LEAST_SUM = "least-sum"
    """The sum of all ranks is as small as can be."""


@attrs.frozen(kw_only=True)
class Option:
    """Describe one of the workshops, or working groups, that people may be given."""

    id: str
    capacity: int | None = None
    """Nothing where there is no limit."""
    minimum: int = 0
    """With fewer people it is not held."""
    may_close: bool = True
    """Whether it may be closed where too few wish for it; else it gets its minimum, as does one in
    which somebody must be."""


@attrs.frozen(kw_only=True)
class Wisher:
    """Describe somebody to be placed.

    Whoever wishes for nothing, and must be nowhere, stays without a place and does not count as
    unplaced.
    """

    id: str
    wishes: tuple[str, ...] = ()
    """Ids of options, the first choice first; only in these can it be placed. A wish that
    `must_not` rules out keeps its rank."""
    must: str | None = None
    """The only option it may be given, whether wished or not."""
    must_not: frozenset[str] = frozenset()
    """Options it cannot be given."""
    now: str | None = None
    """Where it is placed already. Placed elsewhere, or nowhere, it is moved: unless it could not be
    there any more, by its wishes, `must` and `must_not`."""
    together: str | None = None
    """Those with the same word are kept together."""
    traits: tuple[tuple[str, str], ...] = ()
    """What options are to have a spread of, as `("organization", "ville-a")`."""


@attrs.frozen(kw_only=True)
class Problem:
    """Hold what an allocation is made of."""

    options: tuple[Option, ...]
    people: tuple[Wisher, ...]
    goal: Goal = Goal.GENEROUS
    seed: int = 0
    """Decides between allocations that are equally good."""
