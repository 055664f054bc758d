"""What became of the rows of a sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Any, Final

import click

from partenariats.cli.registration_command.shown.json_shapes import error_shape, print_json
from partenariats.cli.registration_command.visit import Visit
from partenariats.diagnostics.render.plain import safe
from partenariats.language.message import Message
from partenariats.registration.errors import RegistrationError
from partenariats.registration.sheets.faults import FaultySheetError
from partenariats.registration.sheets.importing import Fate, Outcome

_FORESEEN: Final = MappingProxyType(
    {
        Fate.REGISTERED: Message.of("{names}: to be registered"),
        Fate.WAITING: Message.of("{names}: to wait for a place: {things}"),
        Fate.ALREADY_THERE: Message.of("{names}: already there"),
    }
)


def tell_faults(visit: Visit, sheet: str, error: FaultySheetError) -> None:
    """Say everything that is wrong with a sheet, each with its place."""
    if visit.as_json:
        faults = [
            {"line": one.line, "column": one.column, **error_shape(one.why, visit.front)["error"]}
            for one in error.faults
        ]
        print_json({**error_shape(error, visit.front), "faults": faults})
        return
    for one in error.faults:
        _tell_why(visit, f"{sheet}:{one.line}:{one.column}", one.why)
    visit.front.echo(error.template, **error.names)


def tell_outcomes(
    visit: Visit, sheet: str, outcomes: Iterable[Outcome], left_out: int, *, is_estimate: bool
) -> Counter[Fate]:
    """Say what became of rows as they come, then how many persons each thing became of."""
    counts: Counter[Fate] = Counter()
    counted = _count(outcomes, counts)
    if visit.as_json:
        rows = [_shape(visit, outcome) for outcome in counted]
        totals = {fate.name.lower(): counts[fate] for fate in Fate}
        print_json({**totals, "left_out": left_out, "dry_run": is_estimate, "rows": rows})
        return counts
    try:
        for outcome in counted:
            _tell(visit, sheet, outcome, is_foreseen=is_estimate)
    finally:
        # what was done before an error is told as well: it stays done
        _tell_counts(visit, counts, left_out, is_estimate=is_estimate)
    return counts


def _count(outcomes: Iterable[Outcome], counts: Counter[Fate]) -> Iterator[Outcome]:
    for outcome in outcomes:
        counts[outcome.fate] += len(outcome.names)
        yield outcome


def _tell_counts(visit: Visit, counts: Counter[Fate], left_out: int, *, is_estimate: bool) -> None:
    if is_estimate:
        visit.front.echo("this is an estimate; nobody was registered")
    visit.front.echo(
        "registered: {registered}; waiting for a place: {waiting}; already there: {there}; "
        "refused: {refused}",
        registered=counts[Fate.REGISTERED],
        waiting=counts[Fate.WAITING],
        there=counts[Fate.ALREADY_THERE],
        refused=counts[Fate.REFUSED],
    )
    if left_out:
        visit.front.echo(
            "left out, because the sheet says cancelled or refused: {count}", count=left_out
        )


def _tell(visit: Visit, sheet: str, outcome: Outcome, *, is_foreseen: bool) -> None:
    place = f"{sheet}:{outcome.lines[0]}:1"
    if outcome.why is not None:
        _tell_why(visit, place, outcome.why)
    elif is_foreseen:
        things = ", ".join(item or visit.front.say("event") for item in outcome.waits_for)
        said = visit.front.say(
            _FORESEEN[outcome.fate].template, names=", ".join(outcome.names), things=things
        )
        click.echo(f"{safe(place)}: {said}")


def _tell_why(visit: Visit, place: str, why: RegistrationError) -> None:
    said = visit.front.say(why.template, **why.names)
    click.echo(f"{safe(place)}: {visit.front.say('error')}: {said}")
    if why.advice is not None:
        advice = safe(why.advice.say(visit.front.language))
        click.echo(f"  = {visit.front.say('help')}: {advice}")


def _shape(visit: Visit, outcome: Outcome) -> dict[str, Any]:
    shape = {
        "lines": list(outcome.lines),
        "outcome": outcome.fate.name.lower(),
        "attendees": list(outcome.attendees),
        "waits_for": ["event" if item is None else item for item in outcome.waits_for],
    }
    return shape if outcome.why is None else {**shape, **error_shape(outcome.why, visit.front)}
