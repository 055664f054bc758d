"""OR-Tools, where it is installed."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from partenariats.language.message import Message
from partenariats.registration.errors import RegistrationError

_EXTRA: Final = "partenariats[solver]"


class MissingSolverError(RegistrationError):
    """What was asked for needs a solver, and none is installed."""

    code = "missing-solver"


@contextmanager
def solver_needed() -> Generator[None]:
    """Raise `MissingSolverError` where what is imported inside is not installed."""
    try:
        yield
    except ImportError as cause:
        advice = Message.of("run `pip install '{name}'`", name=_EXTRA)
        raise MissingSolverError("this allocation needs a solver", advice=advice) from cause
