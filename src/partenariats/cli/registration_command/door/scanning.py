"""A scanner is a keyboard: each line it types is answered at once."""

from __future__ import annotations

import json
import sys
from typing import Any, Protocol

import click

from partenariats.cli.front import FAULT, Front
from partenariats.cli.registration_command.shown.json_shapes import error_shape
from partenariats.diagnostics.render.plain import safe
from partenariats.errors import PartenariatsError
from partenariats.registration.door.people import Person


class Door(Protocol):
    """Be where people come in."""

    def find(self, text: str) -> Person:
        """Return whom a text means; raise a `PartenariatsError`."""
        raise NotImplementedError

    def note(self, person: Person) -> tuple[str, dict[str, Any]]:
        """Note that somebody came, or did not; return what is said, and that for programs."""
        raise NotImplementedError


def scan(front: Front, door: Door, *, as_json: bool) -> None:
    """Answer each line of the standard input as it comes; end with 1 where one was refused."""
    is_refused = False
    for number, line in enumerate(sys.stdin.buffer, 1):
        text = line.decode(errors="replace").strip()
        if not text:
            continue
        name = ""
        try:
            person = door.find(text)
            name = person.name
            said, shape = door.note(person)
        except PartenariatsError as error:
            is_refused = True
            said, shape = _refusal(front, name, error), error_shape(error, front)
        click.echo(json.dumps({"line": number, "name": name, **shape}) if as_json else said)
        sys.stdout.flush()
    if is_refused:
        sys.exit(FAULT)


def check_text(front: Front, text: str | None, *, scans: bool) -> None:
    """Raise unless there is either a text or a scanner."""
    if (text is None) != scans:
        raise click.UsageError(front.say("give either a TEXT or `--scan`"))


def _refusal(front: Front, name: str, error: PartenariatsError) -> str:
    said = f"{front.say('error')}: {front.say(error.template, **error.names)}"
    if name:
        said = f"{safe(name)}: {said}"
    advice = getattr(error, "advice", None)
    if advice is None:
        return said
    return f"{said}\n  = {front.say('help')}: {safe(advice.say(front.language))}"
