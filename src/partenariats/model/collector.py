"""Python's search for garbage, at rest while what has none is made."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Generator[None]:
    """Keep Python from looking for garbage: of what a large event becomes, nothing is any.

    Looking takes a fifth of the time that reading ten thousand sessions takes, and more than its
    share the more there are.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
