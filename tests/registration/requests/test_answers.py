"""Answers to the questions of a registration."""

from __future__ import annotations

from datetime import date, datetime

import attrs
import pytest

from partenariats.model.registration.settings import Condition, Question, RegistrationSettings
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.answers import check_answers, is_asked, weigh_answers


@pytest.fixture
def event(programme):
    """Give the event."""
    return programme().event


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({}, {}),
        ({"eats": False}, {"eats": False}),
        ({"diet": "vegan", "eats": True}, {"eats": True, "diet": "vegan"}),
        ({"themes": ("water", "soil", "water")}, {"themes": ("soil", "water")}),
        ({"themes": ()}, {}),
        ({"age": 41}, {"age": 41}),
        ({"age": 1.5}, {"age": 1.5}),
        ({"age": 10**9}, {"age": 10**9}),
        ({"age": -(10**9)}, {"age": -(10**9)}),
        ({"since": date(2022, 3, 24)}, {"since": date(2022, 3, 24)}),
        ({"note": " a\n b "}, {"note": "a b"}),
        ({"note": "x" * 2000}, {"note": "x" * 2000}),
        ({"note": " \u200b"}, {}),
    ],
)
def test_an_answer_that_fits_is_kept_in_the_order_of_the_questions(event, given, kept):
    """Each kind of question takes its kind of answer; one that says nothing is none."""
    assert list(check_answers(event, given).items()) == list(kept.items())


@pytest.mark.parametrize(
    ("given", "about", "said"),
    [
        ({"eats": "yes"}, "eats", "`yes` does not answer `eats`"),
        ({"eats": 1}, "eats", "`1` does not answer `eats`"),
        ({"eats": True}, "diet", "the question `diet` is not answered"),
        ({"eats": True, "diet": ""}, "diet", "the question `diet` is not answered"),
        ({"eats": True, "diet": "Vegan"}, "diet", "`Vegan` does not answer `diet`"),
        ({"eats": True, "diet": ("vegan",)}, "diet", "`('vegan',)` does not answer `diet`"),
        ({"diet": "all"}, "diet", "the question `diet` is not asked after these answers"),
        (
            {"eats": False, "diet": "all"},
            "diet",
            "the question `diet` is not asked after these answers",
        ),
        ({"themes": "soil"}, "themes", "`soil` does not answer `themes`"),
        ({"themes": ("soil", "x")}, "themes", "`('soil', 'x')` does not answer `themes`"),
        ({"age": True}, "age", "`True` does not answer `age`"),
        ({"age": "41"}, "age", "`41` does not answer `age`"),
        ({"age": float("nan")}, "age", "`nan` does not answer `age`"),
        ({"age": float("inf")}, "age", "`inf` does not answer `age`"),
        ({"age": 10**9 + 1}, "age", "`1000000001` does not answer `age`"),
        ({"age": 10**5000}, "age", "`…` does not answer `age`"),
        ({"age": -1e300}, "age", "`-1e+300` does not answer `age`"),
        ({"since": "2022-03-24"}, "since", "`2022-03-24` does not answer `since`"),
        (
            {"since": datetime(2022, 3, 24)},  # noqa: DTZ001  # as TOML gives it
            "since",
            "`2022-03-24 00:00:00` does not answer `since`",
        ),
        ({"note": 5}, "note", "`5` does not answer `note`"),
        ({"note": "\u202e"}, "note", "the answer to `note` holds characters that cannot be shown"),
        (
            {"note": "x" * 2001},
            "note",
            "the answer to `note` is too long: 2001 characters, 2000 at most",
        ),
        ({"x" * 99: 1}, "x" * 99, f"there is no question `{'x' * 59}…`"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(event, given, about, said):
    """The error names the question, says what it takes, and repeats little of the answer."""
    with pytest.raises(InvalidRequestError) as error:
        check_answers(event, given)
    assert (str(error.value), error.value.about) == (said, f"answers.{about}")
    assert error.value.advice is not None


def test_an_answer_that_does_not_fit_tells_nothing_of_what_hangs_on_it(event):
    """Nobody knows whether the diet is asked of whom answers `maybe`: one fault, one error."""
    _, faults = weigh_answers(event, {"eats": "maybe", "diet": "all"})
    assert [fault.about for fault in faults] == ["answers.eats"]


@pytest.mark.parametrize(
    ("given", "asked"),
    [(("a", "b"), True), (("b",), False), ("a", True), ("b", False), (1, False), (None, False)],
)
def test_a_question_is_asked_after_one_of_several_answers(given, asked):
    """A condition holds where its choice is the answer, or one of the answers."""
    question = Question(id="q", text="?", when=Condition(question="p", answer="a"))
    assert is_asked(question, {} if given is None else {"p": given}) is asked


def test_an_event_without_questions_takes_no_answer(event):
    """The advice is to leave it out: there is no question to name."""
    plain = attrs.evolve(event, registration=RegistrationSettings())
    with pytest.raises(InvalidRequestError, match="there is no question `a`") as error:
        check_answers(plain, {"a": 1})
    assert str(error.value.advice) == "leave the answer out"
