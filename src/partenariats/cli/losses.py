"""Say what a format lost or changed, key by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import Enum
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from partenariats.cli.front import Front
from partenariats.diagnostics.render.plain import safe
from partenariats.model.clock import find_zone
from partenariats.model.comparison import Change
from partenariats.model.programme import Programme
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.walltime import WallTime
from partenariats.publishing.verifying import Loss, Verification

_LONGEST = 60
"""How many characters of a value are shown."""


def tell_losses(
    front: Front, found: Verification, name: str, programme: Programme
) -> Iterator[str]:
    """Give the lines: by key what is declared, then what is not, with both values."""
    zone = find_zone(programme.event.timezone)
    declared = [loss for loss in found.losses if loss.reason is not None]
    for key, losses in _by_key(declared):
        reason = losses[0].reason
        yield front.say("`{key}`: {reason}", key=key, reason=reason or "")
        yield from (f"  {safe(loss.change.at)}" for loss in losses)
    if found.undeclared:
        yield front.say(
            "{error}: `{name}` does not declare that it loses or changes this:",
            error=front.say("error"),
            name=name,
        )
    for _, losses in _by_key(found.undeclared):
        yield from (_told(front, loss.change, zone) for loss in losses)
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


def _told(front: Front, change: Change, zone: ZoneInfo | None) -> str:
    """Say one change with both of its values; instants in the event's zone."""
    nothing = front.say("nothing")
    before, after = (_shown(value, zone) or nothing for value in (change.before, change.after))
    return f"  {safe(change.at)}: {safe(before)} → {safe(after)}"


def _shown(value: Any, zone: ZoneInfo | None) -> str:
    """Show a value in one short line; of a thing, its id."""
    line = " ".join(_said(value, zone).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _said(value: Any, zone: ZoneInfo | None) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.astimezone(zone).isoformat(" ", "minutes")
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Text):
        return value.plain or ", ".join(f"{tag}: {form}" for tag, form in value.translations)
    if isinstance(value, tuple):
        return ", ".join(_said(item, zone) for item in value)
    if attrs.has(type(value)) and not isinstance(value, (WallTime, Table)):
        parts = (_said(item, zone) for item in attrs.astuple(value, recurse=False))
        return str(getattr(value, "id", "")) or " ".join(filter(None, parts))
    return str(value)
