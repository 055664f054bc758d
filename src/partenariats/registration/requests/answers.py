"""Answers to the questions of a registration."""

from __future__ import annotations

from datetime import date
from typing import Final

from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.registration_settings import Question, QuestionKind
from partenariats.model.table import Table, Value
from partenariats.registration.errors import InvalidRequestError

LONGEST_ANSWER: Final = 2000
LARGEST_NUMBER: Final = 1_000_000_000


def check_answers(event: Event, answers: Table) -> Table:
    """Return answers in the order of the questions.

    Raise `InvalidRequestError` for one that does not fit its question, for one to a question that
    is not asked, and where one that is required is missing.
    """
    questions = event.registration.questions
    unknown = next((key for key in answers if key not in {one.id for one in questions}), None)
    if unknown is not None:
        raise InvalidRequestError(
            "there is no question `{id}`",
            id=unknown[:60],
            advice=Message.of("there are: {names}", names=", ".join(one.id for one in questions)),
        )
    found: dict[str, Value] = {}
    for question in questions:
        given = answers.get(question.id)
        if given is None or given in ("", ()):
            if question.required and is_asked(question, found):
                raise InvalidRequestError("the question `{id}` is not answered", id=question.id)
            continue
        if not is_asked(question, found):
            raise InvalidRequestError(
                "the question `{id}` is not asked after these answers", id=question.id
            )
        found[question.id] = _check(question, given)
    return Table.of(found)


def is_asked(question: Question, answers: dict[str, Value]) -> bool:
    """Tell whether a question is asked of somebody who gave some answers before it."""
    if question.when is None:
        return True
    given = answers.get(question.when.question)
    if isinstance(given, bool):
        return question.when.answer == ("yes" if given else "no")
    return question.when.answer == given or (
        isinstance(given, tuple) and question.when.answer in given
    )


def _check(question: Question, given: Value) -> Value:
    from partenariats.registration.requests.entrants import clean

    kind = question.kind
    ids = [choice.id for choice in question.choices]
    if kind is QuestionKind.TEXT and isinstance(given, str):
        return clean(given, Message.of("the answer to `{id}`", id=question.id), LONGEST_ANSWER)
    if kind is QuestionKind.CHOICE and given in ids:
        return given
    if kind is QuestionKind.SEVERAL and isinstance(given, tuple) and set(given) <= set(ids):
        return tuple(one for one in ids if one in given)
    if kind is QuestionKind.YES_NO and isinstance(given, bool):
        return given
    if (
        kind is QuestionKind.NUMBER
        and type(given) in {int, float}
        and abs(float(str(given))) <= LARGEST_NUMBER
    ):
        return given
    if kind is QuestionKind.DATE and type(given) is date:
        return given
    raise InvalidRequestError(
        "`{given}` does not answer `{id}`",
        given=str(given)[:60],
        id=question.id,
        advice=_ADVICE[kind] if not ids else Message.of("there are: {names}", names=", ".join(ids)),
    )


_ADVICE: Final = {
    QuestionKind.TEXT: Message.of("write a text"),
    QuestionKind.CHOICE: Message.of("choose one"),
    QuestionKind.SEVERAL: Message.of("choose some"),
    QuestionKind.YES_NO: Message.of("answer yes or no"),
    QuestionKind.NUMBER: Message.of("write a number"),
    QuestionKind.DATE: Message.of("write a date, such as `2022-03-24`"),
}
