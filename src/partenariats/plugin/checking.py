"""Run every rule, none of which can stop the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import options_class, read_options
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.table import Table
from partenariats.model.timeline import Timeline
from partenariats.plugin.manager import describe
from partenariats.plugin.registry import Offer, Registry, UnknownNameError
from partenariats.plugin.rules import BadOption, CheckCrashed, UnknownName

_OPTIONS = Where() / "checks" / "options"


def check(
    timeline: Timeline, context: CheckContext, registry: Registry, *, only_errors: bool = False
) -> Iterator[Diagnostic]:
    """Give what every rule finds; with `only_errors`, those alone that find errors.

    One that raises is told as `PLG010`; one whose options do not fit is told as `PLG005` and
    does not run.
    """
    given = timeline.event.checks.options
    yield from _unknown(given, registry)
    for offer in registry.validators.offers.values():
        options = _options_for(offer, given)
        if isinstance(options, tuple):
            yield from options
            continue
        if only_errors and offer.cls.severity is not Severity.ERROR:
            continue
        try:
            yield from offer.cls(options).check(timeline, context)
        except Exception as error:  # noqa: BLE001  # a plugin may raise anything
            yield _crashed(offer, error)


def _unknown(given: Iterable[str], registry: Registry) -> Iterator[Diagnostic]:
    """Tell options for rules that are not there."""
    for code in given:
        try:
            registry.validators.get(code)
        except UnknownNameError as error:
            where = (_OPTIONS / code).key
            yield UnknownName.found(where, error.headline, help=error.advice)


def _options_for(
    offer: Offer[Validator[Any]], given: Mapping[str, Any]
) -> Any | tuple[Diagnostic, ...]:
    where = _OPTIONS / offer.name
    written = given.get(offer.name, Table())
    if not isinstance(written, Mapping):
        headline = Message.of("the options of `{name}` are a table", name=offer.name)
        return (BadOption.found(where, headline),)
    read = read_options(options_class(offer.cls), written, where)
    if not isinstance(read, tuple):
        return read
    return tuple(BadOption.found(d.where, d.headline, help=d.help) for d in read)


def _crashed(offer: Offer[Validator[Any]], error: Exception) -> Diagnostic:
    headline = Message.of(
        "rule `{code}` of {plugin} crashed: {reason}",
        code=offer.name,
        plugin=str(offer.plugin),
        reason=describe(error),
    )
    return CheckCrashed.found(Where(), headline)
