"""Which rules somebody wants to hear: `--select` and `--ignore`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

import click

from partenariats.cli.front import Front
from partenariats.diagnostics.rule import code_meant
from partenariats.errors import PartenariatsError
from partenariats.language.message import Message

F = TypeVar("F", bound=Callable[..., Any])


class NoSuchRuleError(PartenariatsError):
    """A code names no rule."""

    advice: Message | None = None


def takes_rules(command: F) -> F:
    """Give a command `--select` and `--ignore`; it gets what was typed, each code by itself."""
    for name, sentence in (
        ("--ignore", "Leave these rules out; errors of `SRC`, `REF` and `PLG` stay."),
        ("--select", "Tell only these rules: codes or how they begin, as `TIM,PLC001`."),
    ):
        command = click.option(
            name,
            multiple=True,
            metavar="CODES",
            callback=lambda _context, _parameter, typed: tuple(_codes(typed)),
            help=sentence,
        )(command)
    return command


def check_codes(front: Front, select: Iterable[str], ignore: Iterable[str]) -> None:
    """Raise `NoSuchRuleError` for what begins no code."""
    rules = front.toolkit.rules
    for code in (*select, *ignore):
        if not any(known.startswith(code) for known in rules):
            error = NoSuchRuleError("there is no rule `{code}`", code=code[:40])
            close = code_meant(code, rules)
            error.advice = Message.of("did you mean `{name}`?", name=close) if close else None
            raise error


def _codes(typed: Iterable[str]) -> Iterator[str]:
    for item in typed:
        codes = [code.strip().upper() for code in item.split(",")]
        if not all(codes):
            raise click.BadParameter(f"{item!r} is no list of codes")
        yield from codes
