"""`partenariats registration change`."""

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
from partenariats.model.ids import AttendeeId, AudienceId, PersonId, SessionId
from partenariats.model.table import Table
from partenariats.registration.changing import AttendeeChange


@click.command("change")
@click.argument("file")
@click.argument("who")
@click.option("--name", help="Their name.")
@click.option("--email", help="Their e-mail address; an empty one takes it away.")
@click.option("--organization", help="Where they come from; an empty one takes it away.")
@click.option("--audience", help="Which of the event's audiences they belong to: its id.")
@click.option("--add", multiple=True, metavar="SESSION", help="A session to register for as well.")
@click.option("--drop", multiple=True, metavar="SESSION", help="A session to give up.")
@takes_wishes
@takes_answers
@takes_consents
@click.option(
    "--version", type=int, help="Change nothing unless they are of this version, as `show` says it."
)
@acts
def command(  # noqa: PLR0913  # one for each option
    visit: Visit,
    *,
    who: str,
    name: str | None,
    email: str | None,
    organization: str | None,
    audience: str | None,
    add: tuple[str, ...],
    drop: tuple[str, ...],
    wishes: tuple[str, ...],
    person: str | None,
    answers: tuple[str, ...],
    given: tuple[str, ...],
    refused: tuple[str, ...],
    version: int | None,
    why: str,
) -> None:
    """Change what is known of WHO, an id or an e-mail address, or their sessions."""
    texts = (name, email, organization, audience, person)
    asked = (*texts, *add, *drop, *wishes, *answers, *given, *refused)
    if all(one is None for one in asked):
        raise click.UsageError(visit.front.say("say what is to change: `--name`, `--add` …"))
    attendee = visit.attendee(who)
    new, version = _answers(visit, attendee, answers, version)
    change = AttendeeChange(
        name=name,
        email=email,
        organization=organization,
        audience=AudienceId(audience) if audience else None,
        answers=new,
        person=None if person is None else PersonId(person),
        wishes=tuple(filter(None, wishes)) if wishes else None,
        add=tuple(map(SessionId, add)),
        drop=tuple(map(SessionId, drop)),
        consents=read_consents(given, refused),
    )
    tell_person(visit, visit.desk.change(attendee, change, why=why, version=version))


def _answers(
    visit: Visit, attendee: AttendeeId, typed: tuple[str, ...], version: int | None
) -> tuple[Table | None, int | None]:
    """Return all answers as they are to be, with the version that they change.

    The other answers are written anew as well, so that they must be those of now.
    """
    if not typed:
        return None, version
    known = visit.desk.show(attendee).attendee
    new = read_answers(visit, typed, known.answers)
    return new, known.version if version is None else version
