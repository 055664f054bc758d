"""`partenariats plugins`: what is installed, and why something is not found."""

from __future__ import annotations

import click

from partenariats.cli.plugins_command.doctor import doctor
from partenariats.cli.plugins_command.listing import list_plugins


class ListsByDefault(click.Group):
    """Take `plugins` alone for `plugins list`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Name the command that is meant where none is named."""
        named = args and (not args[0].startswith("-") or args[0] == "--help")
        return super().parse_args(ctx, args if named else ["list", *args])


@click.group("plugins", cls=ListsByDefault)
def command() -> None:
    """List the plugins that are installed, or explain why one is not found."""


command.add_command(list_plugins)
command.add_command(doctor)
