"""Groups of commands that are loaded one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Load a command's module only when it is called: `--help` need not load them all."""

    def __init__(
        self,
        *arguments: Any,
        short_helps: Mapping[str, str],
        module_of: Callable[[str], str],
        **more: Any,
    ) -> None:
        """Take each command with its short help, and what tells its module."""
        super().__init__(*arguments, **more)
        self._short_helps = short_helps
        self._module_of = module_of

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """List the commands in the order in which people meet them."""
        return list(self._short_helps)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Return a command by its name."""
        if cmd_name not in self._short_helps:
            return None
        command: click.Command = import_module(self._module_of(cmd_name)).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's signature
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._short_helps.items()))
