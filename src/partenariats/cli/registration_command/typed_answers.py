"""Answers to an event's questions, as somebody types them: `--answer meal=vegetarian`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from types import MappingProxyType
from typing import Final

import click

from partenariats.model.event import Event
from partenariats.model.registration_settings import Question, QuestionKind
from partenariats.model.table import Table, Value

_YES_NO: Final = MappingProxyType(
    {"yes": True, "oui": True, "true": True, "no": False, "non": False, "false": False}
)


def read_answers(event: Event, typed: Iterable[str], before: Table | None = None) -> Table:
    """Return answers with their values read; what cannot be read stays as typed, to be refused.

    They are added to those from `before`, from which one without a value is taken away.
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
        answers[key] = _read(questions.get(key), values)
    return Table.of({key: value for key, value in answers.items() if value != ""})


def _read(question: Question | None, values: list[str]) -> Value:
    if question is not None and question.kind is QuestionKind.SEVERAL:
        return tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    # who answers twice changes their mind
    text = values[-1]
    if question is None:
        return text
    if question.kind is QuestionKind.YES_NO:
        return _YES_NO.get(text.casefold(), text)
    if question.kind is QuestionKind.NUMBER:
        return _number(text)
    if question.kind is QuestionKind.DATE:
        with suppress(ValueError):
            return date.fromisoformat(text)
    return text


def _number(text: str) -> int | float | str:
    plain = text.replace(",", ".")
    for kind in (int, float):
        with suppress(ValueError):
            return kind(plain)
    return text
