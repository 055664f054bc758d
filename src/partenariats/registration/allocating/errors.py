"""Why nobody can be placed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from partenariats.language.message import Message
from partenariats.registration.errors import RegistrationError


class InvalidProblemError(RegistrationError):
    """What is to be decided contradicts itself in a name or a number."""

    code: ClassVar[str] = "invalid-problem"


class ContradictionError(RegistrationError):
    """No allocation gives every option its minimum and puts everyone where they must be.

    `options` and `people` are a smallest set: without any one of these minima, or of these people
    who must be somewhere, the others could be had.
    """

    code: ClassVar[str] = "contradiction"

    def __init__(
        self,
        template: str,
        /,
        *,
        options: Sequence[str],
        people: Sequence[str] = (),
        advice: Message,
        **numbers: int,
    ) -> None:
        names = {
            "options": ", ".join(f"`{option}`" for option in options),
            "people": ", ".join(f"`{person}`" for person in people),
        }
        super().__init__(template, advice=advice, about=None, **names, **numbers)
        self.options: tuple[str, ...] = tuple(options)
        self.people: tuple[str, ...] = tuple(people)


class NeedsSolverError(RegistrationError):
    """The problem is more than the flow can do."""

    code: ClassVar[str] = "needs-solver"


class NotProvedError(RegistrationError):
    """An allocation is not allowed, not worth what it says, or not shown to be the best."""

    code: ClassVar[str] = "not-proved"
