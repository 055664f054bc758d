"""A desk of an event that declares what becomes of personal data, in a folder of its own."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

import pytest

from partenariats.builtin.backends.memory import MemoryBackend
from partenariats.interfaces.options import NoOptions
from partenariats.model.table import Table
from partenariats.registration.desk import RegistrationDesk
from partenariats.registration.requests.request import ConsentAnswer, Entrant, Request

DECLARED = """
capacity = 2
[registration.controller]
name = "Le | syndicat"
contact = "rgpd@example.org"
[registration.fields.name]
purpose = { fr = "Les badges", en = "Badges" }
basis = "contract"
recipients = ["hotel"]
retention = "1 year"
[registration.fields.email]
purpose = "Écrire"
basis = "contract"
retention = "30 days"
[registration.fields.audience]
retention = "60 days"
[[registration.recipients]]
id = "hotel"
title = { fr = "L'hôtel", en = "The hotel" }
purpose = "Chambres"
[[registration.recipients]]
id = "nobody"
title = "Personne"
[[registration.consents]]
id = "annuaire"
text = { fr = "Je veux bien y figurer.", en = "I agree to be in it." }
purpose = "L'annuaire"
"""
QUESTIONS = """
[[registration.questions]]
id = "diet"
text = "Régime"
purpose = "Repas"
basis = "consent"
recipients = ["hotel"]
retention = "7 days"
sensitive = true
consent = "annuaire"
[[registration.questions]]
id = "night"
text = "Nuit ?"
kind = "yes_no"
required = true
recipients = ["hotel"]
"""


@pytest.fixture
def at(programme, clock, tmp_path):
    """Give the desk, two months before the event."""
    clock.at = datetime(2030, 1, 21, 11, tzinfo=UTC)
    made = programme(DECLARED, QUESTIONS)
    keys = (f"key-{number}" for number in count(1))
    found = RegistrationDesk(
        programme=made,
        backend=MemoryBackend(NoOptions(), made.event.id, tmp_path),
        now=clock,
        new_key=lambda: next(keys),
    )
    found.init()
    return found


@pytest.fixture
def register(at):
    """Give what registers somebody who says nothing or yes to the consent."""

    def one(name, *answers, why="", **more):
        told = {"diet": f"diet of {name}", "night": True}
        entrant = Entrant(
            name=name,
            email=f"{name.lower()}@example.org",
            answers=Table.of(told),
            consents=tuple(ConsentAnswer("annuaire", is_given) for is_given in answers),
            **more,
        )
        (registered,) = at.register(Request(entrants=(entrant,)), why)
        return registered.attendee.id

    return one
