"""Check what an event's `[registration]` asks of the plugins that are installed."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import options_class, read_options
from partenariats.model.event import Event
from partenariats.plugin.registry import Registry, UnknownNameError
from partenariats.plugin.rules import BadOption, UnknownBackend


def check_backend(event: Event, registry: Registry) -> Iterator[Diagnostic]:
    """Tell a back-end that cannot be used, or options that do not fit it."""
    settings, where = event.registration, Where() / "registration"
    if settings.use is None:
        return
    try:
        offer = registry.registration_backends.get(settings.use)
    except UnknownNameError as error:
        yield UnknownBackend.found(where / "use", error.headline, help=error.advice)
        return
    options = read_options(options_class(offer.cls), settings.options, where / "options")
    if isinstance(options, tuple):
        for fault in options:
            yield BadOption.found(fault.where, fault.headline, help=fault.help)
