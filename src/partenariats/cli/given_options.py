"""Options of exporters and importers, as somebody types them: `-O KEY=VALUE`."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def takes_options(command: F) -> F:
    """Give a command `-O`; it gets what was typed as `given`, each with its value read."""
    return click.option(
        "-O",
        "--option",
        "given",
        multiple=True,
        metavar="KEY=VALUE",
        callback=lambda _context, _parameter, typed: _read(typed),
        help="Set an option of it; the value is as in an event file, or a plain text.",
    )(command)


def _read(typed: Iterable[str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for item in typed:
        key, sign, value = item.partition("=")
        if not sign or not key.strip():
            raise click.BadParameter(f"{item!r} is not KEY=VALUE")
        found[key.strip()] = _value(value.strip())
    return found


def _value(text: str) -> object:
    """Return what a text means in TOML; what means nothing there is a text, as typed."""
    try:
        tables = tomllib.loads(f"value = {text}")
    except tomllib.TOMLDecodeError:
        return text
    return tables["value"] if len(tables) == 1 else text
