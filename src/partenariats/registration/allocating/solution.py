"""What was decided, and how to see that nothing better exists."""

from __future__ import annotations

from collections.abc import Mapping

import attrs


@attrs.frozen(kw_only=True)
class Value:
    """Say how good an allocation is; the parts are compared in this order, less is better."""

    unplaced: int
    """How many people wished for something and have no place."""
    moved: int
    split: int = 0
    """How many groups of friends are not kept together."""
    excess: int = 0
    """How many people options have above a half, rounded up, from one organization, or of one
    value of another kind of trait."""
    ranks: tuple[int, ...]
    """How many people got their first wish, their second, and so on, as far as the longest list of
    wishes goes. Who must be where it did not wish to be is in none of them."""


@attrs.frozen(kw_only=True)
class Case:
    """Hold the proof for some ways to close options: those that close and hold what it says.

    Prices, as criteria (`valuing.criteria`), make each person's cheapest choice a bound: nobody can
    do better than the sum of these, less what the places are worth. Where there are no prices,
    the options in `short` need more people than could be there.
    """

    closed: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    """Options that get their minimum."""
    prices: Mapping[str, tuple[int, ...]] = attrs.field(factory=dict)
    """What a place costs, beside how good it is; no option that is not named costs anything."""
    short: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True)
class Certificate:
    """Prove that no allocation is better: the cases cover every way to close options."""

    cases: tuple[Case, ...]


@attrs.frozen(kw_only=True)
class Solution:
    """Hold an allocation, and what is known of its quality."""

    placed: Mapping[str, str]
    """The option of each person who got one, by their ids."""
    closed: frozenset[str]
    """Options that are not held, because they would not get their minimum."""
    value: Value
    gap: float = 0.0
    """By how much a better one might exist, of 1; nothing where none does."""
    certificate: Certificate | None = None
    """The proof that none does, where the method gives one."""
