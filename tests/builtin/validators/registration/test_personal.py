"""What is declared of personal data: bases, ends, consents, recipients, who answers for it."""

from __future__ import annotations

import attrs
import pytest

from partenariats.model.registration.personal import (
    Basis,
    ConsentRequest,
    FieldUse,
    FieldUses,
    Recipient,
)
from partenariats.model.text import Text

QUESTION = '[[registration.questions]]\nid = "q"\ntext = "?"\n'
WHOLE = 'basis = "contract"\nretention = "7 days"\n'
CONSENTED = 'basis = "consent"\nsensitive = true\n'
CATERER = '[[registration.recipients]]\nid = "caterer"\ntitle = "Caterer"\n'
LIST = '[[registration.consents]]\nid = "list"\ntext = "Yes."\n'
OWN = "[registration.fields.{}]\n"


def said(found):
    """Give where each finding stands, and its headline."""
    return [(str(one.where), str(one.headline)) for one in found]


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("", "`basis`, `retention`"),
        ('basis = "contract"\n', "`retention`"),
        ('retention = "0 days"\n', "`basis`"),
        (WHOLE, None),
    ],
)
def test_a_question_says_why_and_how_long(told, text, lacks):
    """What a question lacks is told once, at the question."""
    wanted = [("registration.questions[0]", f"the question `q` does not say: {lacks}")]
    assert said(told("REG011", QUESTION + text)) == wanted * (lacks is not None)


@pytest.mark.parametrize(
    ("text", "where", "headline"),
    [
        ("sensitive = true\n", "", "the question `q` is sensitive, and does not rest on consent"),
        (
            WHOLE + "sensitive = true\n",
            ".basis",
            "the question `q` is sensitive, and does not rest on consent",
        ),
        (
            CONSENTED + "required = true\n",
            ".required",
            "the question `q` rests on consent, and must be answered",
        ),
        (CONSENTED, None, None),
        ('basis = "consent"\nrequired = true\n', None, None),
    ],
)
def test_what_is_sensitive_rests_on_free_consent(told, text, where, headline):
    """A sensitive question that is required, or rests on something else, is told."""
    wanted = [(f"registration.questions[0]{where}", headline)]
    assert said(told("REG012", QUESTION + text)) == wanted * (where is not None)


def test_recipients_and_consents_are_declared(told):
    """An id that is not declared is told where it stands, with one that is near."""
    text = CATERER + LIST + QUESTION + 'recipients = ["caterer", "catere"]\nconsent = "lists"\n'
    text += OWN.format("email") + 'recipients = ["hotel"]\n'
    found = told("REG013", text)
    assert said(found) == [
        ("registration.questions[0].recipients[1]", "there is no recipient `catere`"),
        ("registration.questions[0].consent", "there is no consent `lists`"),
        ("registration.fields.email.recipients[0]", "there is no recipient `hotel`"),
    ]
    assert [str(one.help) for one in found] == [
        "did you mean `caterer`?",
        "did you mean `list`?",
        "None",
    ]


@pytest.mark.parametrize(
    ("use", "wanted"),
    [
        ("", ["recipients[0]", "consents[0]"]),
        ('recipients = ["caterer"]\n', ["consents[0]"]),
        ('consent = "list"\n', ["recipients[0]"]),
        ('consent = "list"\nrecipients = ["caterer"]\n', []),
    ],
)
def test_recipients_and_consents_are_for_something(told, use, wanted):
    """A recipient that gets nothing and a consent for nothing are told."""
    found = told("REG014", CATERER + LIST + QUESTION + use)
    assert [str(one.where) for one in found] == [f"registration.{place}" for place in wanted]
    assert told("REG014", LIST + 'purpose = "A list"\n') == []


def test_what_is_begun_is_told_to_be_completed(told):
    """Nothing is told before anything is declared; then what lacks is named once."""
    assert told("REG015", QUESTION) == []
    name = OWN.format("name") + 'purpose = "Badges"\n' + WHOLE
    (one,) = told("REG015", name + '[registration.controller]\nname = "Us"\ncontact = " "\n')
    lacks = ", ".join(f"`fields.email.{key}`" for key in ("purpose", "basis", "retention"))
    headline = f"personal data is declared in part; missing: `controller.contact`, {lacks}"
    assert said([one]) == [("registration", headline)]
    email = OWN.format("email") + 'purpose = "Letters"\n' + WHOLE
    whole = name + email + '[registration.controller]\nname = "Us"\ncontact = "us@example.org"\n'
    assert told("REG015", whole) == []


def test_planted(plant, declared, clean):
    """Each fault in the clean event gives its code, and what is begun its own."""
    first, second = clean.registration.questions

    def with_second(**values):
        return declared(questions=(first, attrs.evolve(second, **values)))

    assert plant(with_second(retention=None)) == ["REG011"]
    assert plant(with_second(basis=Basis.CONTRACT)) == ["REG012"]
    assert plant(with_second(consent="list")) == ["REG013"]
    hotel = (Recipient(id="hotel", title=Text("Hotel")),)
    assert sorted(plant(declared(recipients=hotel))) == ["REG014", "REG015"]
    for_nothing = (ConsentRequest(id="list", text=Text("Yes")),)
    assert sorted(plant(declared(consents=for_nothing))) == ["REG014", "REG015"]
    uses = FieldUses(wishes=FieldUse(purpose=Text("Workshops")))
    assert plant(declared(fields=uses)) == ["REG015"]
