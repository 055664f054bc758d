"""`partenariats registration`: people register, and the organiser sees who comes."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import click

from partenariats.cli.lazy_group import LazyGroup

COMMANDS: Final = MappingProxyType(
    {
        "init": "Prepare the store, and set the capacities of the event file.",
        "open": "Open registration now, or on its declared dates.",
        "close": "Close registration now.",
        "status": "Show what is taken, who waits, and whether registration is open.",
        "list": "List who registered.",
        "show": "Show one person, and what they registered for.",
        "register": "Register one person.",
        "change": "Change what is known of a person, or their sessions.",
        "cancel": "Cancel a registration, or one session of it.",
        "refuse": "Refuse a registration that waits.",
        "confirm": "Approve a registration, or accept an offered place.",
        "check-in": "Note that a person came.",
        "promote": "Give free places to those who wait, and end expired offers.",
        "import": "Register everybody on a sheet.",
        "export": "Write a sheet of those who registered.",
        "access": "Show everything that is kept of one person.",
        "erase": "Erase a person from everything that is kept.",
        "purge": "Erase what was kept long enough.",
        "record": "Write the record of processing, the notice and the consents.",
        "log": "Show every change that was made, or prove that nothing is lost.",
    }
)
"""Every command with its short help, so that `--help` need not load them all."""
_PERSONAL: Final = frozenset({"access", "erase", "purge", "record"})
_RUNNING: Final = frozenset({"init", "open", "close", "status", "promote", "log"})


_SHEETS: Final = MappingProxyType({"import": "import_", "export": "export"})


def _module_of(name: str) -> str:
    if name in _SHEETS:
        return f"{__name__}.{_SHEETS[name]}"
    if name in _PERSONAL:
        return f"{__name__}.personal.{name}"
    folder = "running" if name in _RUNNING else "people"
    return f"{__name__}.{folder}.{name.replace('-', '_')}"


@click.group("registration", cls=LazyGroup, short_helps=COMMANDS, module_of=_module_of)
def command() -> None:
    """Register people for an event, and see who comes.

    Every command takes the event FILE, whose `[registration]` says where registrations are kept.
    """
