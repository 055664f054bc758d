"""Who does something at a desk, and why, as the journal keeps it."""

from __future__ import annotations

from typing import Final

from partenariats.language.message import Message
from partenariats.registration.requests.texts import clean

LONGEST_BY: Final = 200
LONGEST_WHY: Final = 2000
_BY: Final = Message.of("the name of who does this")
_WHY: Final = Message.of("the reason why this is done")


def clean_by(by: str, what: Message = _BY) -> str:
    """Return who does something as one plain line; raise `InvalidRequestError` where it is none.

    `what` is how the error calls it.
    """
    return clean(by, what, LONGEST_BY)


def clean_why(why: str, what: Message = _WHY) -> str:
    """Return why something is done as one plain line; raise `InvalidRequestError` likewise."""
    return clean(why, what, LONGEST_WHY)
