"""What was decided, and how to see that nothing better exists."""

from __future__ import annotations

from collections.abc import Mapping

import attrs


@attrs.frozen(kw_only=True)
class Value:
    """Say how good an allocation is; the parts are compared in this order, less is better."""

    unplaced: int
    moved: int
    ranks: tuple[int, ...]
    """How many people got their first wish, their second, and so on."""


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
