"""Answers to an event's questions, as somebody types them: `--answer meal=vegetarian`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import click

from partenariats.model.event import Event
from partenariats.model.table import Table, Value
from partenariats.registration.sheets.cells import SEPARATOR, answer_of


def read_answers(event: Event, typed: Iterable[str], before: Table | None = None) -> Table:
    """Return answers with their values read as those of a sheet are.

    What cannot be read stays as typed, to be refused. Answers are added to those from `before`,
    from which one without a value is taken away.
    """
    given: dict[str, list[str]] = defaultdict(list)
    for item in typed:
        key, sign, value = item.partition("=")
        if not sign or not key.strip():
            raise click.BadParameter(f"{item!r} is not QUESTION=ANSWER", param_hint="--answer")
        given[key.strip()].append(value.strip())
    questions = {question.id: question for question in event.registration.questions}
    answers: dict[str, Value] = dict(before or {})
    for key, values in given.items():
        text = SEPARATOR.join(values)
        question = questions.get(key)
        answers[key] = text if question is None else answer_of(question, text, event.language)
    return Table.of({key: value for key, value in answers.items() if value not in {"", ()}})
