"""The command `partenariats`: find the command that is asked for, and end well or with a word."""

from __future__ import annotations

import io
import os
import sys
from typing import Final

import click

from partenariats.cli.lazy_group import LazyGroup
from partenariats.version import __version__

COMMANDS: Final = {
    "validate": "Check an event file and say what is wrong with it.",
    "fmt": "Put an event file in its canonical layout.",
    "show": "Show the programme by day, block and session.",
    "build": "Make every output of an event file.",
    "export": "Make one output with one exporter.",
    "import": "Make an event file from another format.",
    "registration": "Register people, and see who comes.",
    "new": "Start an event in a new folder.",
    "explain": "Explain a rule.",
    "plugins": "List the plugins that are installed, and what they offer.",
    "plugin": "Write a plugin.",
    "schema": "Print the JSON Schema of event files, for editors.",
}
"""Every command with its short help, so that `--help` need not load them all."""


def _show_version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001  # click's signature
    if value and not ctx.resilient_parsing:
        click.echo(f"partenariats {__version__}")
        ctx.exit()


@click.group(
    cls=LazyGroup,
    short_helps=COMMANDS,
    module_of=lambda name: f"partenariats.cli.{name}_command",
)
@click.option(
    "--version",
    is_flag=True,
    callback=_show_version,
    expose_value=False,
    is_eager=True,
    help="Show the version and stop.",
)
def group() -> None:
    """Plan multi-day events: write the event once, as text; check it; publish it everywhere."""


def main() -> None:
    """Run a command and end the process with its exit code.

    0: clean. 1: the event, or what was asked of it, is at fault. 2: usage, unreadable input,
    unwritable output.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = group.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = 2
    except click.Abort:
        code = 130
    except BrokenPipeError:
        # whoever read us has gone; Python would complain once more when it closes the pipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code if isinstance(code, int) else 0)
