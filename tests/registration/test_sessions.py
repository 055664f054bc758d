"""The sessions of a programme as people register for them."""

from __future__ import annotations

import pytest

from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.sessions import Sessions
from partenariats.source.document import parse
from partenariats.toolkit import Toolkit

EVENT = """format = 1
[event]
id = "x"
title = "Assises"
language = "fr"
timezone = "Europe/Paris"
[[days]]
id = "jeudi"
date = 2030-03-21
[[sessions]]
id = "travail"
day = "jeudi"
kind = "group_work"
title = "Travail en ateliers"
start = "14:00"
end = "15:30"
[[workshops]]
id = "atelier-1"
within = "travail"
[[workshops]]
id = "zones-humides"
within = "travail"
[[sessions]]
id = "visite"
day = "jeudi"
title = "Visite"
start = "15:00"
end = "16:00"
"""


@pytest.fixture(scope="module")
def sessions():
    """Read the sessions of an event with two workshops in one group-work session."""
    return Sessions.of(Toolkit(discover=False).resolve(parse(EVENT)))


@pytest.mark.parametrize(
    ("wanted", "said", "advice"),
    [
        (
            ("travail", "atelier-1"),
            "the workshop `atelier-1` is held within `travail`",
            "choose the workshop alone",
        ),
        (
            ("travail", "zones-humides"),
            "the workshop `zones-humides` is held within `travail`",
            "choose the workshop alone",
        ),
        (
            ("zones-humides", "atelier-1"),
            "`atelier-1` and `zones-humides` take place at the same time",
            "choose one of them",
        ),
        (
            ("travail", "visite"),
            "`travail` and `visite` take place at the same time",
            "choose one of them",
        ),
    ],
)
def test_what_is_held_at_once_is_not_chosen_twice(sessions, wanted, said, advice, untranslated):
    """A workshop stands for the session that it is held within: that is no choice between two."""
    with pytest.raises(InvalidRequestError) as caught:
        sessions.check(wanted)
    assert (str(caught.value), str(caught.value.advice)) == (said, advice)
    assert untranslated([caught.value.advice]) == []


def test_a_workshop_is_chosen_alone(sessions):
    """Named twice, it is one choice."""
    assert sessions.check(["atelier-1", "atelier-1"]) == ("atelier-1",)
