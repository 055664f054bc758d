"""`partenariats plugin`: for whoever writes one."""

from __future__ import annotations

import click

from partenariats.cli.plugin_command.new import new


@click.group("plugin")
def command() -> None:
    """Write a plugin."""


command.add_command(new)
