"""What came of the allocation of a round, as people and as programs read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import click

from partenariats.cli.registration_command.shown.json_shapes import print_json, registration_shape
from partenariats.cli.registration_command.shown.reasons import naming
from partenariats.cli.registration_command.visit import Visit
from partenariats.diagnostics.render.plain import safe
from partenariats.model.ids import AttendeeId
from partenariats.registration.allocating.reporting import Filling
from partenariats.registration.wishes.terms import Allocated


def tell_allocated(visit: Visit, rounds: Iterable[Allocated], *, is_tried: bool) -> None:
    """Say what came of each round; programs get all of them, with the reason of each person."""
    if visit.as_json:
        print_json({"dry_run": is_tried, "rounds": [_shape(visit, one) for one in rounds]})
        return
    for number, allocated in enumerate(rounds):
        if number:
            click.echo()
        _tell(visit, allocated)
        if is_tried:
            visit.front.echo("this is only tried; nothing was changed")
        elif not allocated.written:
            visit.front.echo("nothing was to be done")


def _tell(visit: Visit, allocated: Allocated) -> None:
    language = visit.front.language
    report = attrs.evolve(allocated.report, fillings=tuple(_fillings(allocated)), moved=())
    visit.front.echo(
        "{round}: people: {count}, goal: `{goal}`",
        round=allocated.round.id,
        count=len(allocated.stated.problem.people),
        goal=allocated.stated.problem.goal.value,
    )
    for line in report.lines():
        click.echo("  " + safe(line.say(language)))
    names = {own: one.name for own, one in allocated.stated.attendees.items()}
    for own in report.unplaced:
        click.echo(safe(_why(allocated, own, language)))
    for own, before in _moves(allocated):
        now = allocated.solution.placed.get(own)
        if now is None:
            visit.front.echo("{name} loses the place in `{before}`", name=names[own], before=before)
        else:
            message = "{name} moves from `{before}` to `{now}`"
            visit.front.echo(message, name=names[own], before=before, now=now)
    for engaged in allocated.stated.engaged.values():
        name = engaged.attendee.name
        visit.front.echo("{name} takes no part: {reason}", name=name, reason=engaged.why)
    for question in allocated.stated.questions:
        visit.front.echo("question: {question}", question=question)


def _fillings(allocated: Allocated) -> Iterator[Filling]:
    """Give how full each choice is, with those who are not part of the round."""
    outside = allocated.stated.outside
    for filling in allocated.report.fillings:
        more = outside[filling.option.id]
        capacity = filling.option.capacity
        option = attrs.evolve(
            filling.option, capacity=None if capacity is None else capacity + more
        )
        yield attrs.evolve(filling, option=option, size=filling.size + more)


def _moves(allocated: Allocated) -> Iterator[tuple[str, str]]:
    """Give those who are no more where they were, with where they were."""
    for own, before in allocated.before.items():
        if allocated.solution.placed.get(own) != before:
            yield own, before


def _shape(visit: Visit, allocated: Allocated) -> dict[str, Any]:
    problem, solution = allocated.stated.problem, allocated.solution
    language = visit.front.language
    return {
        "round": allocated.round.id,
        "goal": problem.goal.value,
        "seed": problem.seed,
        "ranks": list(allocated.report.ranks),
        "gap": solution.gap,
        "certified": solution.certificate is not None,
        "choices": list(_choice_shapes(allocated)),
        "people": list(_person_shapes(allocated, language)),
        "unplaced": list(allocated.report.unplaced),
        "moved": [own for own, _ in _moves(allocated)],
        "engaged": [
            {"attendee": own, "why": engaged.why.say(language)}
            for own, engaged in allocated.stated.engaged.items()
        ],
        "questions": [question.say(language) for question in allocated.stated.questions],
        "changed": [
            registration_shape(item, visit.zone, visit.lines) for item in allocated.changed
        ],
    }


def _choice_shapes(allocated: Allocated) -> Iterator[dict[str, Any]]:
    for one, choice in zip(_fillings(allocated), allocated.round.choices, strict=True):
        yield {
            "id": choice.id,
            "people": one.size,
            "capacity": one.option.capacity,
            "minimum": choice.minimum,
            "closed": one.is_closed,
        }


def _person_shapes(allocated: Allocated, language: str) -> Iterator[dict[str, Any]]:
    for own, attendee in allocated.stated.attendees.items():
        yield {
            "attendee": own,
            "name": attendee.name,
            "wishes": list(allocated.round.wished(attendee.wishes)),
            "before": allocated.before.get(own),
            "choice": allocated.solution.placed.get(own),
            "why": _why(allocated, own, language),
        }


def _why(allocated: Allocated, own: str, language: str) -> str:
    return naming(allocated.whys[own].say(language), allocated.stated.attendees[AttendeeId(own)])
