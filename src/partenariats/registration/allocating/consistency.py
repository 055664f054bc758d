"""Whether a problem is stated without contradiction in its names and numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from partenariats.language.message import Message
from partenariats.registration.allocating.errors import InvalidProblemError
from partenariats.registration.allocating.problem import Problem, Wisher


def check_problem(problem: Problem) -> None:
    """Check names and numbers; raise `InvalidProblemError` for the first that is wrong."""
    _check_once(option.id for option in problem.options)
    _check_once(person.id for person in problem.people)
    for option in problem.options:
        for number in (option.capacity or 0, option.minimum):
            if number < 0:
                raise InvalidProblemError(
                    "`{option}` has a number below zero: {number}",
                    option=option.id,
                    number=number,
                    about=option.id,
                    advice=Message.of("write 0 or more"),
                )
    known = {option.id for option in problem.options}
    for person in problem.people:
        _check_person(person, known)


def _check_once(ids: Iterable[str]) -> None:
    for name, count in Counter(ids).items():
        if count > 1:
            raise InvalidProblemError(
                "`{id}` is there {count} times",
                id=name,
                count=count,
                about=name,
                advice=Message.of("name each of them once"),
            )


def _check_person(person: Wisher, known: set[str]) -> None:
    for option in _named(person):
        if option not in known:
            raise InvalidProblemError(
                "`{person}` names `{option}`, which is not among the options",
                person=person.id,
                option=option,
                about=person.id,
                advice=Message.of("take it away, or add the option"),
            )
    if len(set(person.wishes)) < len(person.wishes):
        (option, _), *_ = Counter(person.wishes).most_common(1)
        raise InvalidProblemError(
            "`{person}` wishes for `{option}` twice",
            person=person.id,
            option=option,
            about=person.id,
            advice=Message.of("keep the better rank"),
        )
    if person.must in person.must_not:
        raise InvalidProblemError(
            "`{person}` must be in `{option}`, and must not",
            person=person.id,
            option=person.must,
            about=person.id,
            advice=Message.of("keep one of both"),
        )


def _named(person: Wisher) -> Iterator[str]:
    yield from person.wishes
    yield from sorted(person.must_not)
    yield from (option for option in (person.must, person.now) if option is not None)
