"""Check what an event's `[[outputs]]` ask of the plugins that are installed."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Related
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import options_class, read_options
from partenariats.language.message import Message
from partenariats.model.event import Event, Output
from partenariats.plugin.registry import Registry, UnknownNameError
from partenariats.plugin.rules import BadOption, BadTarget, UnknownName
from partenariats.publishing.targets import refuse, target_key


def check_outputs(event: Event, registry: Registry) -> Iterator[Diagnostic]:
    """Tell outputs whose exporter, options or target cannot be used."""
    taken: dict[str, Where] = {}
    for index, output in enumerate(event.outputs):
        where = Where() / "outputs" / index
        try:
            offer = registry.exporters.get(output.use)
        except UnknownNameError as error:
            yield UnknownName.found(where / "use", error.headline, help=error.advice)
            continue
        options = read_options(options_class(offer.cls), output.options, where / "options")
        if isinstance(options, tuple):
            for fault in options:
                yield BadOption.found(fault.where, fault.headline, help=fault.help)
        yield from _check_target(event, output, offer.cls.suffix, where, taken)


def _check_target(
    event: Event, output: Output, suffix: str, where: Where, taken: dict[str, Where]
) -> Iterator[Diagnostic]:
    at = where / "to" if output.to is not None else where
    target = f"{event.id}{suffix}" if output.to is None else output.to
    if target.endswith("/"):
        target += f"{event.id}{suffix}"
    if reason := refuse(target):
        yield BadTarget.found(at, reason)
        return
    first = taken.setdefault(target_key(target), at)
    if first is not at:
        headline = Message.of("two outputs go to `{name}`", name=target)
        advice = Message.of("give one of them another name with `to`")
        related = (Related(first, Message.of("the other one is here")),)
        yield BadTarget.found(at, headline, help=advice, related=related)
