"""Answers and wishes as somebody types them: `--answer meal=vegetarian`, `--wish budgets`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from partenariats.cli.front import Front
from partenariats.cli.registration_command.visit import Visit
from partenariats.model.table import Table, Value
from partenariats.registration.requests.texts import short
from partenariats.registration.sheets.cells import SEPARATOR, answer_of

F = TypeVar("F", bound=Callable[..., Any])


def takes_answers(command: F) -> F:
    """Give a command `--answer`; it gets what was typed."""
    return click.option(
        "--answer",
        "answers",
        multiple=True,
        metavar="QUESTION=ANSWER",
        help="Answer a question; an empty answer is none.",
    )(command)


def takes_wishes(command: F) -> F:
    """Give a command `--wish` and `--person`."""
    wish = click.option(
        "--wish",
        "wishes",
        multiple=True,
        metavar="ID",
        help="A workshop or a theme they wish for, the first choice first; "
        "all wishes anew, an empty one is none.",
    )
    person = click.option(
        "--person", metavar="ID", help="Who they are in the programme; an empty one is nobody."
    )
    return wish(person(command))


def read_answers(visit: Visit, typed: Iterable[str], before: Table | None = None) -> Table:
    """Return answers with their values read as those of a sheet are.

    What cannot be read stays as typed, to be refused. Answers are added to those from `before`,
    from which one without a value is taken away.
    """
    given: dict[str, list[str]] = defaultdict(list)
    for question, answer in (_pair(visit.front, one) for one in typed):
        given[question].append(answer)
    event = visit.desk.programme.event
    questions = {str(question.id): question for question in event.registration.questions}
    answers: dict[str, Value] = dict(before or {})
    for key, values in given.items():
        text = SEPARATOR.join(values)
        asked = questions.get(key)
        answers[key] = text if asked is None else answer_of(asked, text, event.language)
    return Table.of({key: value for key, value in answers.items() if value not in {"", ()}})


def _pair(front: Front, typed: str) -> tuple[str, str]:
    question, sign, answer = typed.partition("=")
    if not sign or not question.strip():
        said = front.say("`{typed}` is not QUESTION=ANSWER", typed=short(typed))
        raise click.BadParameter(said, param_hint="--answer")
    return question.strip(), answer.strip()
