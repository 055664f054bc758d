"""Whether questions can be asked and answered as they are declared."""

from __future__ import annotations

import attrs
import pytest

from partenariats.model.registration.settings import Condition, QuestionKind

CHOICES = 'choices = [{ id = "x", text = "X" }, { id = "y", text = "Y" }]'
BY_KIND = {
    "text": "",
    "choice": CHOICES,
    "several": CHOICES,
    "yes_no": "",
    "number": "",
    "date": "",
}


def question(name, kind="text", more=""):
    """Write a question."""
    return (
        f'[[registration.questions]]\nid = "{name}"\ntext = "?"\nkind = "{kind}"\n'
        f'purpose = "Savoir"\n{more}\n'
    )


def when(name, answer="yes"):
    """Write a condition."""
    return f'when = {{ question = "{name}", answer = "{answer}" }}'


def found(told, text):
    """List where the rule speaks, and what it says and advises."""
    return [
        (str(d.where).removeprefix("registration.questions"), str(d.headline), str(d.help))
        for d in told("REG007", text)
    ]


@pytest.mark.parametrize("kind", sorted(BY_KIND))
def test_choices_belong_to_two_kinds(told, kind):
    """Two kinds need choices, the others take none."""
    with_choices, bare = question("a", kind, CHOICES), question("a", kind)
    if kind in {"choice", "several"}:
        assert found(told, with_choices) == []
        assert found(told, bare) == [
            (
                "[0]",
                "the question `a` has no choices",
                "give it `choices`, or another `kind`",
            )
        ]
    else:
        assert found(told, bare) == []
        assert found(told, with_choices) == [
            (
                "[0].choices",
                f"the question `a` has choices, and is of kind `{kind}`",
                'write `kind = "choice"` or `kind = "several"`, or take them out',
            )
        ]


@pytest.mark.parametrize(
    ("kind", "answer", "place"),
    [
        ("yes_no", "yes", ""),
        ("yes_no", "no", ""),
        ("yes_no", "oui", ".answer"),
        ("choice", "x", ""),
        ("choice", "z", ".answer"),
        ("several", "y", ""),
        ("several", "yes", ".answer"),
        ("text", "anything", ""),
        ("number", "5", ".question"),
        ("date", "2022-03-25", ".question"),
    ],
)
def test_an_answer_that_is_never_given(told, kind, answer, place):
    """A condition names an answer that its question can have."""
    text = question("a", kind, BY_KIND[kind]) + question("b", more=when("a", answer))
    places = [where for where, _, _ in found(told, text)]
    assert places == [f"[1].when{place}"] * bool(place)


def test_what_may_be_answered_is_said(told):
    """The help lists the answers, or the kinds, and the question is shown."""
    text = question("a", "choice", CHOICES) + question("b", more=when("a", "z"))
    (one,) = told("REG007", text)
    assert (str(one.headline), str(one.help)) == ("`z` is no answer to `a`", "there are: x, y")
    assert [(str(r.where), str(r.label)) for r in one.related] == [
        ("registration.questions[0]", "it is asked here")
    ]
    text = question("a", "number") + question("b", more=when("a", "5"))
    assert found(told, text) == [
        (
            "[1].when.question",
            "the question `a` is of kind `number`, and another one cannot depend on it",
            "let it depend on a question of kind `choice`, `several` or `yes_no`",
        )
    ]


def test_a_question_without_choices_is_told_once(told):
    """What depends on it is not told as well."""
    text = question("a", "choice") + question("b", more=when("a", "z"))
    assert [where for where, _, _ in found(told, text)] == ["[0]"]


@pytest.mark.parametrize(
    ("name", "headline", "advice"),
    [
        ("diners", "there is no question `diners`", "did you mean `diner`?"),
        ("xyz", "there is no question `xyz`", "None"),
        ("apre", "there is no question `apre`", "None"),
        ("menu", "the question `menu` is not asked before this one", "put it first"),
        ("apres", "the question `apres` is not asked before this one", "put it first"),
    ],
)
def test_a_condition_looks_back(told, name, headline, advice):
    """It names a question that is asked before it: no other, not itself, none later."""
    text = question("diner", "yes_no") + question("menu", "yes_no", when(name))
    text += question("apres", "yes_no")
    assert found(told, text) == [("[1].when.question", headline, advice)]


def test_ids_are_given_once(told):
    """The second question, and the second choice, of one id is told, with the first."""
    twice = (
        'choices = [{ id = "x", text = "X" }, { id = "y", text = "Y" }, { id = "x", text = "Z" }]'
    )
    text = question("a") + question("b", "choice", twice) + question("a")
    own = told("REG007", text)
    assert [(str(d.where), str(d.headline), str(d.related[0].where)) for d in own] == [
        (
            "registration.questions[1].choices[2].id",
            "the id `x` is given twice",
            "registration.questions[1].choices[0].id",
        ),
        (
            "registration.questions[2].id",
            "the id `a` is given twice",
            "registration.questions[0].id",
        ),
    ]


@pytest.mark.parametrize(
    "second",
    [
        {"id": "diner", "when": None},
        {"choices": ()},
        {"kind": QuestionKind.TEXT},
        {"when": Condition(question="diner", answer="oui")},
        {"when": Condition(question="regime", answer="aucun")},
        {"when": Condition(question="dejeuner", answer="yes")},
    ],
)
def test_planted(plant, declared, clean, second):
    """One thing that is changed in the second question of the clean event gives this code alone."""
    first, other = clean.registration.questions
    assert plant(declared(questions=(first, attrs.evolve(other, **second)))) == ["REG007"]
