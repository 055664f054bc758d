"""What would mend what was found: small changes to the text it was found in."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from partenariats.diagnostics.where import Where


@attrs.frozen
class Replace:
    """Put other characters in the place of those from `start` to `end` of a text.

    `text` is the whole text as it was read at the place; where another is written by now, nothing
    is changed.
    """

    where: Where
    text: str
    start: int
    end: int
    new: str


@attrs.frozen
class Remove:
    """Take out a key with its value, or an item of a list that has a header of its own."""

    where: Where


@attrs.frozen
class Sort:
    """Put the items of a list that have headers of their own in another order.

    `order` gives for each new position the position of the item that goes there.
    """

    table: str
    order: tuple[int, ...]


Edit: TypeAlias = Replace | Remove | Sort


@attrs.frozen
class Fix:
    """Hold the changes that mend one thing; all are made, or none.

    A safe one changes what is seen of a text, never what the event says; any other is a guess
    that somebody should look at.
    """

    edits: tuple[Edit, ...]
    is_safe: bool = False
