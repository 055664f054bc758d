"""`partenariats registration register`."""

from __future__ import annotations

import click

from partenariats.cli.registration_command.shown.person import tell_person
from partenariats.cli.registration_command.typed_answers import (
    read_answers,
    takes_answers,
    takes_wishes,
)
from partenariats.cli.registration_command.typed_consents import read_consents, takes_consents
from partenariats.cli.registration_command.visit import Visit, acts
from partenariats.model.ids import AudienceId, PersonId, SessionId
from partenariats.registration.requests.request import Entrant, Request


@click.command("register")
@click.argument("file")
@click.option("--name", required=True, help="Their name, as badges show it.")
@click.option("--email", help="Their e-mail address.")
@click.option("--organization", help="Where they come from.")
@click.option("--audience", help="Which of the event's audiences they belong to: its id.")
@click.option(
    "--session", "sessions", multiple=True, help="A session or workshop to register for: its id."
)
@takes_wishes
@takes_answers
@takes_consents
@click.option("--key", help="Sent twice with one key, a request registers once.")
@click.option("--code", help="What opens registration where access is by code.")
@acts
def command(  # noqa: PLR0913  # one for each option
    visit: Visit,
    *,
    name: str,
    email: str | None,
    organization: str | None,
    audience: str | None,
    sessions: tuple[str, ...],
    wishes: tuple[str, ...],
    person: str | None,
    answers: tuple[str, ...],
    given: tuple[str, ...],
    refused: tuple[str, ...],
    key: str | None,
    code: str | None,
    why: str,
) -> None:
    """Register one person for the event of FILE, and for sessions of it.

    Who finds no place waits for one, where the event has wait lists. Persons who are to get places
    together are registered with `partenariats registration import`.
    """
    entrant = Entrant(
        name=name,
        email=email,
        organization=organization,
        audience=AudienceId(audience) if audience else None,
        sessions=tuple(map(SessionId, sessions)),
        answers=read_answers(visit, answers),
        person=PersonId(person) if person else None,
        wishes=tuple(filter(None, wishes)),
        consents=read_consents(given, refused),
    )
    (registered,) = visit.desk.register(Request(entrants=(entrant,), key=key, code=code), why)
    tell_person(visit, registered)
