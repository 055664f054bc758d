"""Say what a format lost or changed, key by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import groupby
from typing import Any

import attrs

from partenariats.cli.front import Front
from partenariats.diagnostics.render.plain import safe
from partenariats.model.comparison import Change
from partenariats.model.text import Text
from partenariats.publishing.verifying import Loss, Verification

_LONGEST = 60
"""How many characters of a value are shown."""


def tell_losses(front: Front, found: Verification, name: str) -> Iterator[str]:
    """Give the lines: by key what is declared, then what is not, with both values."""
    declared = [loss for loss in found.losses if loss.reason is not None]
    for key, losses in _by_key(declared):
        reason = losses[0].reason
        yield front.say("`{key}`: {reason}", key=key, reason=reason or "")
        yield from (f"  {safe(loss.change.at)}" for loss in losses)
    if found.undeclared:
        yield front.say("{error}: `{name}` does not declare that it loses or changes this:",
                        error=front.say("error"), name=name)  # fmt: skip
    for _, losses in _by_key(found.undeclared):
        yield from (_told(front, loss.change) for loss in losses)
    yield front.say(
        "verified with importer `{importer}`: lost or changed as declared {declared}, "
        "undeclared {undeclared}",
        importer=found.importer,
        declared=len(declared),
        undeclared=len(found.undeclared),
    )


def _by_key(losses: Iterable[Loss]) -> Iterator[tuple[str, list[Loss]]]:
    ordered = sorted(losses, key=lambda loss: loss.change.key)
    for key, group in groupby(ordered, key=lambda loss: loss.change.key):
        yield key, list(group)


def _told(front: Front, change: Change) -> str:
    """Say one change with both of its values."""
    nothing = front.say("nothing")
    before, after = (_shown(value) or nothing for value in (change.before, change.after))
    return f"  {safe(change.at)}: {safe(before)} → {safe(after)}"


def _shown(value: Any) -> str:
    """Show a value in one short line; of a thing, its id."""
    if value is None or value == ():
        return ""
    if isinstance(value, Text):
        value = value.plain or ", ".join(f"{tag}: {text}" for tag, text in value.translations)
    elif isinstance(value, Enum):
        value = value.value
    elif isinstance(value, tuple):
        value = ", ".join(_shown(item) for item in value)
    elif attrs.has(type(value)):
        value = getattr(value, "id", None) or str(value)
    line = " ".join(str(value).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
