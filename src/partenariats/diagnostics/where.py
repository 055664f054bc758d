"""Where something stands: a path in the event, and a span in the text it was read from."""

from __future__ import annotations

from typing import Protocol

import attrs


@attrs.frozen
class Where:
    """Name a place in an event by the keys and list positions that lead to it.

    `Where() / "sessions" / 3 / "start"` is the value; its `.key` is the key before it.
    """

    path: tuple[str | int, ...] = ()
    is_key: bool = False

    def __truediv__(self, step: str | int) -> Where:
        return Where((*self.path, step))

    def __str__(self) -> str:
        """Say the path as programs write it: `sessions[3].start`."""
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path)
        return "".join(steps).removeprefix(".")

    @property
    def key(self) -> Where:
        """Give the place of the key instead of its value."""
        return Where(self.path, is_key=True)


@attrs.frozen
class Span:
    """Mark a stretch of text; lines and columns count from 1, columns in characters.

    `end_column` is the one after the last character.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Locator(Protocol):
    """Find where in its text a place of the event was written."""

    def span(self, where: Where) -> Span | None:
        """Return the span of a place, or of the nearest thing around it that was written."""
        ...

    def line(self, file: str, number: int) -> str:
        """Return a line of a file, counted from 1, without its end."""
        ...
