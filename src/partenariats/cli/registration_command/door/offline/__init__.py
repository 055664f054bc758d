"""`partenariats registration door`: doors without a network."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import click

from partenariats.cli.lazy_group import LazyGroup

COMMANDS: Final = MappingProxyType(
    {
        "open": "Write the file of a door, with all it needs to know.",
        "check-in": "Note in the file of a door that somebody came.",
        "merge": "Bring what doors noted into the journal.",
    }
)
"""Every command with its short help, so that `--help` need not load them all."""


def _module_of(name: str) -> str:
    return f"{__name__}.{name.replace('-', '_')}"


@click.group("door", cls=LazyGroup, short_helps=COMMANDS, module_of=_module_of)
def command() -> None:
    """Let people in at doors without a network, each with a file of its own.

    Such a file holds the names of all who come and the keys of their tickets: keep it secret, and
    delete it when it was merged.
    """
