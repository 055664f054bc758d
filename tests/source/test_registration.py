"""What `[registration]` declares is read strictly, and written so that it is read equal."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

import partenariats as pa
from partenariats.model.registration.deadline import Deadline
from partenariats.model.registration.personal import (
    Basis,
    ConsentRequest,
    Controller,
    FieldUse,
    FieldUses,
    Recipient,
    Retention,
)
from partenariats.model.registration.settings import (
    Access,
    Choice,
    Condition,
    Question,
    QuestionKind,
    RegistrationSettings,
)
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.walltime import WallTime
from partenariats.source.files.text import SourceText
from partenariats.source.layout import lay_out

HEAD = """format = 1
[event]
id = "x"
title = "X"
timezone = "Europe/Paris"
audiences = [{ id = "elus", title = "Élus", capacity = 30 }]
"""
FULL = """[registration]
use = "sql"
opens = 2022-01-10T09:00:00+01:00
closes = "14 jours avant, 23 h 59"
access = "code"
codes = ["mouette"]
domains = ["example.org"]
approval = true
capacity = 120
wait_list = false
offer = "48 h"
group = 5
options = { url = "sqlite:///inscriptions.db" }

[[registration.questions]]
id = "regime"
text = { fr = "Régime ?", en = "Diet?" }
kind = "several"
purpose = "Préparer les repas"
choices = [{ id = "sans-sel", text = "Sans sel" }]
required = true
when = { question = "diner", answer = "yes" }
basis = "consent"
recipients = ["traiteur"]
retention = "2 semaines"
sensitive = true
consent = "sante"

[registration.fields.email]
purpose = "Écrire"
basis = "contract"
recipients = ["traiteur"]
retention = "1 an"

[[registration.recipients]]
id = "traiteur"
title = "Le traiteur"
purpose = "Repas"

[[registration.consents]]
id = "sante"
text = "D'accord."
purpose = "Repas"

[registration.controller]
name = "Syndicat"
address = "Niort"
contact = "a@example.org"
dpo = "b@example.org"
"""


def test_every_key_is_read():
    """What the organiser writes is what the settings hold."""
    event = pa.parse(HEAD + FULL).event
    assert event.audiences[0].capacity == 30
    assert event.registration == RegistrationSettings(
        use="sql",
        opens=Deadline(at=datetime.fromisoformat("2022-01-10T09:00:00+01:00")),
        closes=Deadline(days=14, time=WallTime.of(23, 59)),
        access=Access.CODE,
        codes=("mouette",),
        domains=("example.org",),
        approval=True,
        capacity=120,
        wait_list=False,
        offer=timedelta(hours=48),
        group=5,
        options=Table.of({"url": "sqlite:///inscriptions.db"}),
        questions=(
            Question(
                id="regime",
                text=Text.in_languages({"fr": "Régime ?", "en": "Diet?"}),
                kind=QuestionKind.SEVERAL,
                purpose=Text("Préparer les repas"),
                choices=(Choice(id="sans-sel", text=Text("Sans sel")),),
                required=True,
                when=Condition(question="diner", answer="yes"),
                basis=Basis.CONSENT,
                recipients=("traiteur",),
                retention=Retention(days=14),
                sensitive=True,
                consent="sante",
            ),
        ),
        fields=FieldUses(
            email=FieldUse(
                purpose=Text("Écrire"),
                basis=Basis.CONTRACT,
                recipients=("traiteur",),
                retention=Retention(months=12),
            )
        ),
        recipients=(Recipient(id="traiteur", title=Text("Le traiteur"), purpose=Text("Repas")),),
        consents=(ConsentRequest(id="sante", text=Text("D'accord."), purpose=Text("Repas")),),
        controller=Controller(
            name="Syndicat", address="Niort", contact="a@example.org", dpo="b@example.org"
        ),
    )


def test_what_is_written_is_read_equal():
    """Instants stay instants, and days before the event stay so many days."""
    event = pa.parse(HEAD + FULL).event
    text = pa.write(event)
    assert 'closes = "14 days before, 23:59"' in text
    assert "opens = 2022-01-10T09:00:00+01:00" in text
    assert 'retention = "14 days"' in text
    assert pa.parse(text).event == event


INSTANT = "an instant without quotes: `2022-03-01T12:00:00+01:00`"


@pytest.mark.parametrize(
    ("old", "new", "code", "where", "headline"),
    [
        ('"14 jours avant, 23 h 59"', '"14 jours"', "SRC009", "closes", "`14 jours` says no day"),
        (
            '"14 jours avant, 23 h 59"',
            '"1001 jours avant"',
            "SRC009",
            "closes",
            "`1001 jours avant` is more than 1000 days before the event",
        ),
        ('"14 jours avant, 23 h 59"', '"14 jours avant, 25:99"', "SRC009", "closes", "`14 jours"),
        ('"14 jours avant, 23 h 59"', "14", "SRC008", "closes", "expected a deadline, found a who"),
        ('"14 jours avant, 23 h 59"', "2022-03-01", "SRC008", "closes", "expected a deadline, fou"),
        ("09:00:00+01:00", "09:00:00", "SRC008", "opens", "a date with a time needs an offset"),
        ('"14 jours avant, 23 h 59"', '"a\\u0007"', "SRC012", "closes", "a control character"),
        ("capacity = 120", "capacity = -1", "SRC008", "capacity", "expected a number from 0 upwa"),
        ("capacity = 30", "capacity = -1", "SRC008", "", "expected a number from 0 upwards"),
        ("group = 5", 'group = "5"', "SRC008", "group", "expected a whole number, found a text"),
        ('offer = "48 h"', 'offer = "0 h"', "SRC009", "offer", "`0 h` is no length of time"),
        ('"several"', '"severl"', "SRC011", "questions[0].kind", "`severl` is not known here"),
        ('access = "code"', 'access = "codes"', "SRC011", "access", "`codes` is not known here"),
        ('id = "regime"', 'id = "Régime"', "SRC010", "questions[0].id", "`Régime` is no id"),
        ('id = "sans-sel"', 'id = "Sel"', "SRC010", "questions[0].choices[0].id", "`Sel` is no id"),
        (
            '"2 semaines"',
            '"2 lunes"',
            "SRC009",
            "questions[0].retention",
            "`2 lunes` does not say how long it is kept",
        ),
        ('"1 an"', "12", "SRC008", "fields.email.retention", "expected how long it is kept, foun"),
        ('basis = "contract"', 'basis = "b"', "SRC011", "fields.email.basis", "`b` is not known"),
        (
            "[registration.fields.email]",
            "[registration.fields.mail]",
            "SRC006",
            "fields.mail",
            "`mail` is not known here",
        ),
        (
            'purpose = "P',
            'purpos = "P',
            "SRC006",
            "questions[0].purpos",
            "`purpos` is not known here",
        ),
    ],
)
def test_what_is_wrong_points_at_its_value(old, new, code, where, headline, untranslated):
    """Each fault is told once, at the value, and in French too."""
    text = (HEAD + FULL).replace(old, new, 1)
    (found,) = pa.validate(pa.parse(text)).diagnostics
    place = f"registration.{where}" if where else "event.audiences[0].capacity"
    assert (found.code, str(found.where)) == (code, place)
    assert str(found.headline).startswith(headline)
    assert untranslated([found]) == []


def test_the_layout_changes_nothing_of_it():
    """`fmt` leaves what is declared as it is, and has nothing to do the second time."""
    text = HEAD + FULL.replace(" = ", "=")
    once = lay_out(SourceText("event.toml", text))
    assert once is not None
    assert pa.parse(once).event == pa.parse(text).event
    assert lay_out(SourceText("event.toml", once)) == once
    assert 'closes = "14 jours avant, 23 h 59"' in once
