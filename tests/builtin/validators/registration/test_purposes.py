"""What answers are used for."""

from __future__ import annotations

import attrs
import pytest

QUESTION = '[[registration.questions]]\nid = "{}"\ntext = "?"\n{}\n'


@pytest.mark.parametrize(
    ("purpose", "is_told"),
    [
        ("", True),
        ('purpose = ""', True),
        ('purpose = " \\u00a0"', True),
        ('purpose = { fr = "" }', True),
        ('purpose = "Compter"', False),
        ('purpose = { en = "Count" }', False),
    ],
)
def test_a_purpose_is_said_in_words(told, purpose, is_told):
    """A purpose that is missing or has no letter is told, at the question."""
    text = QUESTION.format("a", 'purpose = "Compter"') + QUESTION.format("b", purpose)
    found = told("REG004", text)
    assert [(str(d.where), str(d.headline), str(d.help)) for d in found] == [
        (
            "registration.questions[1]",
            "the question `b` does not say what its answers are used for",
            "say so in `purpose`, or do not ask",
        )
    ] * is_told


def test_planted(plant, declared, clean):
    """Each question that loses its purpose gives the code once."""
    first, second = clean.registration.questions
    bare = (attrs.evolve(first, purpose=None), second)
    assert plant(declared(questions=bare)) == ["REG004"]
