"""The page of the command line: each command with its arguments and options, from click."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from partenariats.cli import front
from partenariats.cli.main import COMMANDS, group

INTRO = """# Command line

`partenariats COMMAND …`; `partenariats COMMAND --help` says what a command takes. An option that
names a file takes `-` for standard output where it says so.

| command | what it does |
|---|---|
{commands}

## Exit codes

At fault are errors, warnings under `--strict`, a stale file under `--check`, an exporter that
failed.

| code | |
|---|---|
| 0 | clean: infos, warnings, and plugins that did not load change nothing |
| {fault} | the event, or what was asked of it, is at fault |
| {unusable} | usage, unreadable input, unwritable output |

Reports on an event go to standard output where they were asked for (`validate`), to standard error
where they are the reason why something else was not done. `NO_COLOR` and other variables are on the
page about the [environment](environment.md).

## Every command

`--version` without a command shows the version and stops. Every command takes:
"""


def command_line_page() -> str:
    """Return the page."""
    listed = "\n".join(f"| [`{name}`](#{name}) | {text} |" for name, text in COMMANDS.items())
    intro = INTRO.format(commands=listed, fault=front.FAULT, unusable=front.UNUSABLE)
    parts = [intro.rstrip(), *_options(list(_shared()))]
    for name in COMMANDS:
        command = group.get_command(click.Context(group), name)
        if command is not None:
            parts += _sections(name, command)
    return "\n\n".join(parts) + "\n"


def _sections(name: str, command: click.Command) -> Iterator[str]:
    """Give the parts of the section of a command, and those of the commands below it."""
    shared = {option.name for option in _shared()}
    context = click.Context(command)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f"## {name}"
    yield f"`partenariats {name} {usage}`"
    yield inspect.cleandoc(command.help or "")
    own = [p for p in command.params if isinstance(p, click.Option) and p.name not in shared]
    yield from _options(own)
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from _sections(f"{name} {below}", found)


def _shared() -> Iterator[click.Option]:
    """Give the options that every command has."""

    def nothing(*_: object) -> None:
        """Do nothing."""

    command = click.command("x")(front.options(nothing))
    yield from (option for option in command.params if isinstance(option, click.Option))


def _options(options: list[click.Option]) -> list[str]:
    if not options:
        return []
    rows = [f"| {_names(option)} | {_said(option)} |" for option in options]
    return ["\n".join(["| option | |", "|---|---|", *rows])]


def _names(option: click.Option) -> str:
    value = ""
    if isinstance(option.type, click.Choice):
        value = f" {'|'.join(map(str, option.type.choices))}"
    elif not option.is_flag:
        value = f" {option.metavar or option.type.name.upper()}"
    names = ", ".join(sorted(option.opts, key=len))
    return f"`{names}{value}`".replace("|", "\\|")


def _said(option: click.Option) -> str:
    default = f" By default `{option.default}`." if option.show_default else ""
    return f"{option.help}{default}{' May be repeated.' if option.multiple else ''}"
