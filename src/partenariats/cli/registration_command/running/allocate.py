"""`partenariats registration allocate`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

import attrs
import click

from partenariats.cli.registration_command.shown.allocated import tell_allocated
from partenariats.cli.registration_command.visit import Visit, acts
from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId
from partenariats.registration.allocating.problem import Goal
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.texts import short
from partenariats.registration.wishes.rounds import Round, rounds_named, rounds_of
from partenariats.registration.wishes.terms import AllocationTerms, Spread

F = TypeVar("F", bound=Callable[..., Any])
_TERMS: Final = (
    click.option(
        "--goal",
        type=click.Choice([goal.value for goal in Goal]),
        default=Goal.GENEROUS.value,
        show_default=True,
        help="What counts, once as many as can be have a place and few are moved.",
    ),
    click.option(
        "--seed",
        type=int,
        default=0,
        show_default=True,
        help="Decides between allocations that are equally good.",
    ),
    click.option(
        "--must",
        multiple=True,
        metavar="WHO=ID",
        help="Who is given a workshop or a working group, wished or not.",
    ),
    click.option(
        "--must-not",
        multiple=True,
        metavar="WHO=ID",
        help="Who is not given a workshop or a working group.",
    ),
    click.option(
        "--together",
        is_flag=True,
        help="Keep those who registered together in one workshop; needs the solver.",
    ),
    click.option(
        "--spread",
        multiple=True,
        type=click.Choice([one.value for one in Spread]),
        help="Let no workshop be half of one organization, or audience; needs the solver.",
    ),
    click.option(
        "--afresh",
        is_flag=True,
        help="Move those who have a place as well, where others gain by it.",
    ),
)


def _takes_terms(command: F) -> F:
    """Give a command the options that say how an allocation is to be made."""
    for option in reversed(_TERMS):
        command = option(command)
    return command


@click.command("allocate")
@click.argument("file")
@click.option(
    "--round",
    "round_id",
    metavar="ID",
    help="Only the workshops held within this session, or the working groups formed in it.",
)
@_takes_terms
@click.option("--dry-run", is_flag=True, help="Say what would happen now; change nothing.")
@acts
def command(visit: Visit, *, round_id: str | None, dry_run: bool, why: str, **asked: Any) -> None:
    """Give workshops and working groups to those who wish for them, as well as can be.

    As many as can be get a place. Run again, it moves as few of them as can be. Every round of the
    event of FILE is allocated by itself: the workshops held within one session, or the working
    groups that are formed in one.
    """
    event = visit.desk.programme.event
    rounds = rounds_of(event) if round_id is None else rounds_named(event, round_id)
    if not rounds:
        rounds_named(event, "")
    terms = AllocationTerms(
        goal=Goal(asked["goal"]),
        seed=asked["seed"],
        together=asked["together"],
        spread=frozenset(map(Spread, asked["spread"])),
        afresh=asked["afresh"],
    )
    musts = list(_pairs(visit, asked["must"], rounds))
    _check_once(visit, musts, rounds)
    refusals = list(_pairs(visit, asked["must_not"], rounds))
    in_order = sorted(rounds, key=lambda one: visit.desk.programme.session(one.id).start)
    tell_allocated(
        visit,
        (
            visit.desk.allocate(
                one, _of_round(one, terms, musts, refusals), why=why, dry_run=dry_run
            )
            for one in in_order
        ),
        is_tried=dry_run,
    )


def _of_round(
    round_: Round,
    terms: AllocationTerms,
    musts: list[tuple[AttendeeId, str]],
    refusals: list[tuple[AttendeeId, str]],
) -> AllocationTerms:
    """Return the terms with what they say of the choices of one round."""
    refused: dict[AttendeeId, tuple[str, ...]] = defaultdict(tuple)
    for who, choice in refusals:
        if round_.choice(choice):
            refused[who] += (choice,)
    given = {who: choice for who, choice in musts if round_.choice(choice)}
    return attrs.evolve(terms, must=given, must_not=dict(refused))


def _check_once(visit: Visit, musts: list[tuple[AttendeeId, str]], rounds: Iterable[Round]) -> None:
    """Raise where somebody must be in two places of one round."""
    for one in rounds:
        said: dict[AttendeeId, str] = {}
        for who, choice in musts:
            if one.choice(choice) and said.setdefault(who, choice) != choice:
                raise InvalidRequestError(
                    "{name} must be in `{first}`, and in `{second}`",
                    name=visit.name_of(who),
                    first=said[who],
                    second=choice,
                    advice=Message.of("keep one of both"),
                )


def _pairs(
    visit: Visit, typed: Iterable[str], rounds: Iterable[Round]
) -> Iterable[tuple[AttendeeId, str]]:
    choices = [choice for one in rounds for choice in one.choices]
    for item in typed:
        who, sign, choice = (part.strip() for part in item.rpartition("="))
        if not sign or not who or not choice:
            said = visit.front.say("`{typed}` is not WHO=ID", typed=short(item))
            raise click.BadParameter(said)
        if all(choice not in {one.id, one.wish} for one in choices):
            raise InvalidRequestError(
                "`{id}` is not among what people can choose from",
                id=short(choice),
                advice=Message.of("there are: {names}", names=", ".join(one.id for one in choices)),
            )
        yield _person(visit, who), choice


def _person(visit: Visit, who: str) -> AttendeeId:
    """Return the id of somebody who is named by id, by e-mail address or by name."""
    attendee = visit.attendee(who)
    if visit.desk.backend.attendee(attendee) is not None:
        return attendee
    named = [
        line.attendee.id
        for line in visit.desk.backend.roster()
        if line.attendee.name.casefold() == who.casefold()
    ]
    if len(named) > 1:
        raise InvalidRequestError(
            "several persons bear the name {name}: {ids}",
            name=short(who),
            ids=", ".join(named),
            advice=Message.of("give an id"),
        )
    return visit.desk.show(named[0] if named else attendee).attendee.id
