"""Run every rule, none of which can stop the others."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.where import Where
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline
from partenariats.plugin.manager import describe
from partenariats.plugin.registry import Offer, Registry
from partenariats.plugin.rules import CheckCrashed


def check(timeline: Timeline, context: CheckContext, registry: Registry) -> Iterator[Diagnostic]:
    """Give what every rule finds; one that raises is told as `PLG010`."""
    for offer in registry.validators.offers.values():
        try:
            yield from offer.cls().check(timeline, context)
        except Exception as error:  # noqa: BLE001  # a plugin may raise anything
            yield _crashed(offer, error)


def _crashed(offer: Offer[Validator], error: Exception) -> Diagnostic:
    headline = Message.of(
        "rule `{code}` of {plugin} crashed: {reason}",
        code=offer.name,
        plugin=str(offer.plugin),
        reason=describe(error),
    )
    return CheckCrashed.found(Where(), headline)
