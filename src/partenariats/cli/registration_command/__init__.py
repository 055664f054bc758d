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
        "tickets": "Write the tickets of those who come.",
        "ticket-keys": "List, make and withdraw the keys that sign tickets.",
        "check-in": "Note that somebody came, by ticket or by name.",
        "door": "Let people in at doors without a network.",
        "presence": "Note who was there by a sheet typed back from paper.",
        "attendance": "Show what everybody attended, or count who came hour by hour.",
        "promote": "Give free places to those who wait, and end expired offers.",
        "allocate": "Give workshops and working groups by wishes.",
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
_DOOR: Final = frozenset({"tickets", "ticket-keys", "check-in", "presence", "attendance"})
_PERSONAL: Final = frozenset({"access", "erase", "purge", "record"})
_RUNNING: Final = frozenset({"init", "open", "close", "status", "promote", "log", "allocate"})


_SHEETS: Final = MappingProxyType({"import": "import_", "export": "export"})


def _module_of(name: str) -> str:
    if name in _SHEETS:
        return f"{__name__}.{_SHEETS[name]}"
    if name == "door":
        return f"{__name__}.door.offline"
    kinds = {"running": _RUNNING, "door": _DOOR, "personal": _PERSONAL}
    folder = next((kind for kind, names in kinds.items() if name in names), "people")
    return f"{__name__}.{folder}.{name.replace('-', '_')}"


@click.group("registration", cls=LazyGroup, short_helps=COMMANDS, module_of=_module_of)
def command() -> None:
    """Register people for an event, and see who comes.

    Every command takes the event FILE, whose `[registration]` says where registrations are kept.
    """
