"""Consents as somebody types them: `--consent newsletter`, `--no-consent photos`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from partenariats.model.ids import ConsentId
from partenariats.registration.requests.request import ConsentAnswer

F = TypeVar("F", bound=Callable[..., Any])


def takes_consents(command: F) -> F:
    """Give a command `--consent` and `--no-consent`; it gets what was typed."""
    given = click.option(
        "--consent", "given", multiple=True, metavar="ID", help="A consent that they give."
    )
    refused = click.option(
        "--no-consent",
        "refused",
        multiple=True,
        metavar="ID",
        help="A consent that they do not give, or take back.",
    )
    return given(refused(command))


def read_consents(given: tuple[str, ...], refused: tuple[str, ...]) -> tuple[ConsentAnswer, ...]:
    """Return what was answered."""
    return (
        *(ConsentAnswer(ConsentId(one), is_given=True) for one in given),
        *(ConsentAnswer(ConsentId(one), is_given=False) for one in refused),
    )
