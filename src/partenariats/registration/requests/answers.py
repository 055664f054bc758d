"""Answers to the questions of a registration."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.registration.settings import Question, QuestionKind
from partenariats.model.table import Table, Value
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.texts import clean, short

LONGEST_ANSWER: Final = 2000
LARGEST_NUMBER: Final = 1_000_000_000
_NOTHING: Final[tuple[Value, ...]] = ("", ())


def check_answers(event: Event, answers: Mapping[str, Value]) -> Table:
    """Return answers in the order of the questions.

    Raise `InvalidRequestError` for one that does not fit its question, for one to a question that
    is not asked, and where one that is required is missing.
    """
    found, faults = weigh_answers(event, answers)
    if faults:
        raise faults[0]
    return found


def weigh_answers(
    event: Event, answers: Mapping[str, Value]
) -> tuple[Table, tuple[InvalidRequestError, ...]]:
    """Return the answers that fit, in the order of the questions, and all that is wrong."""
    questions = event.registration.questions
    known = {one.id for one in questions}
    faults = [_unknown(key, questions) for key in answers if key not in known]
    found: dict[str, Value] = {}
    wrong: set[str] = set()
    for question in questions:
        try:
            given = _given(question, answers.get(question.id))
            # nobody knows whether a question is asked after an answer that does not fit
            if question.when is None or question.when.question not in wrong:
                _check_asked(question, given, found)
        except InvalidRequestError as error:
            error.about = f"answers.{question.id}"
            faults.append(error)
            wrong.add(question.id)
            continue
        if given is not None:
            found[question.id] = given
    return Table.of(found), tuple(faults)


def is_asked(question: Question, answers: Mapping[str, Value]) -> bool:
    """Tell whether a question is asked of somebody who gave some answers before it."""
    if question.when is None:
        return True
    given = answers.get(question.when.question)
    if isinstance(given, bool):
        return question.when.answer == ("yes" if given else "no")
    return question.when.answer == given or (
        isinstance(given, tuple) and question.when.answer in given
    )


def _check_asked(question: Question, given: Value | None, found: Mapping[str, Value]) -> None:
    """Raise where an answer is missing, or is given to a question that is not asked."""
    asked = is_asked(question, found)
    if given is None and question.required and asked:
        raise InvalidRequestError(
            "the question `{id}` is not answered",
            id=question.id,
            advice=_advice(question),
        )
    if given is not None and not asked:
        raise InvalidRequestError(
            "the question `{id}` is not asked after these answers",
            id=question.id,
            advice=Message.of("leave the answer out"),
        )


def _given(question: Question, given: Value | None) -> Value | None:
    """Return an answer as it is kept; nothing where it says nothing."""
    if given is None or given in _NOTHING:
        return None
    kind = question.kind
    ids = [choice.id for choice in question.choices]
    if kind is QuestionKind.TEXT and isinstance(given, str):
        what = Message.of("the answer to `{id}`", id=question.id)
        return clean(given, what, LONGEST_ANSWER) or None
    if kind is QuestionKind.CHOICE and given in ids:
        return given
    if kind is QuestionKind.SEVERAL and isinstance(given, tuple) and set(given) <= set(ids):
        return tuple(one for one in ids if one in given)
    if kind is QuestionKind.YES_NO and isinstance(given, bool):
        return given
    if kind is QuestionKind.NUMBER and _is_number(given):
        return given
    if kind is QuestionKind.DATE and type(given) is date:
        return given
    raise InvalidRequestError(
        "`{given}` does not answer `{id}`",
        given=_shown(given),
        id=question.id,
        advice=_advice(question),
    )


def _is_number(given: Value) -> bool:
    """Tell whether a number is one to count with: neither endless nor absurd."""
    return (
        isinstance(given, int | float)
        and not isinstance(given, bool)
        and -LARGEST_NUMBER <= given <= LARGEST_NUMBER
    )


def _shown(given: Value) -> str:
    # Python refuses to write an integer of more than 4300 digits
    is_huge = isinstance(given, int) and not -(10**60) < given < 10**60
    return "…" if is_huge else short(given)


def _unknown(key: str, questions: tuple[Question, ...]) -> InvalidRequestError:
    names = ", ".join(one.id for one in questions)
    return InvalidRequestError(
        "there is no question `{id}`",
        id=short(key),
        about=f"answers.{key}",
        advice=Message.of("there are: {names}", names=names)
        if names
        else Message.of("leave the answer out"),
    )


def _advice(question: Question) -> Message:
    if question.choices:
        names = ", ".join(choice.id for choice in question.choices)
        return Message.of("there are: {names}", names=names)
    return _ADVICE[question.kind]


_ADVICE: Final = {
    QuestionKind.TEXT: Message.of("write a text"),
    QuestionKind.CHOICE: Message.of("choose one"),
    QuestionKind.SEVERAL: Message.of("choose some"),
    QuestionKind.YES_NO: Message.of("answer yes or no"),
    QuestionKind.NUMBER: Message.of("write a number"),
    QuestionKind.DATE: Message.of("write a date, such as `2022-03-24`"),
}
