"""What each rule costs on a large event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import partenariats as pa
from partenariats.interfaces.options import options_class
from partenariats.interfaces.validator import CheckContext
from partenariats.model.timeline import Timeline

SHOWN = 12
"""The dearest rules, which are named; the others are added up."""


def rule_times(
    toolkit: pa.Toolkit, event: Any, best: Callable[[Callable[[], Any]], float]
) -> dict[str, float]:
    """Return the seconds that each rule takes over an event that is placed already."""
    timeline = Timeline.of(event)
    registry = toolkit.registry
    exporters = {offer.name: offer.cls for offer in registry.exporters.offers.values()}
    context = CheckContext(exporters=exporters)
    times = {}
    for offer in registry.validators.offers.values():
        rule = offer.cls(options_class(offer.cls)())
        times[offer.name] = best(lambda rule=rule: list(rule.check(timeline, context)))
    return times


def print_rules(times: dict[str, float]) -> None:
    """Print the dearest rules, and what the others take together."""
    dearest = sorted(times, key=lambda code: -times[code])
    print("\n| rule | time |\n|---|---|")
    for code in dearest[:SHOWN]:
        print(f"| {code} | {times[code] * 1000:.1f} ms |")
    rest = sum(times[code] for code in dearest[SHOWN:])
    print(f"| {len(dearest) - SHOWN} others | {rest * 1000:.1f} ms |")
