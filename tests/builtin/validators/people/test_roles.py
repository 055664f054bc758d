"""Roles that a session needs."""

from __future__ import annotations

import attrs
import pytest

from partenariats.model.people import Role
from partenariats.testing import event_file

GROUND = """
[[people]]
id = "ada"
name = "Ada"
[[people]]
id = "bo"
name = "Bo"
[[organizations]]
id = "smacl"
name = "SMACL"
[[days]]
id = "jeudi"
date = 2022-03-24
"""
SESSION = '[[sessions]]\nid = "a"\ntitle = "A"\nday = "jeudi"\nstart = "9:00"\nkind = "{kind}"\n'
WORKSHOP = '[[workshops]]\nid = "b"\nwithin = "{within}"\n'
BOTH = "workshop `b` has no facilitator and no rapporteur"
NO_FACILITATOR = "workshop `b` has no facilitator"
NO_RAPPORTEUR = "workshop `b` has no rapporteur"


def credit(*roles):
    """Write credits of somebody in these roles."""
    return "credits = [" + ", ".join(f'{{ person = "ada", role = "{r}" }}' for r in roles) + "]\n"


def found(text, code):
    """List where a code is told and its headline."""
    return [
        (str(one.where), str(one.headline))
        for one in event_file(GROUND + text).validate().report.diagnostics
        if one.code == code
    ]


@pytest.mark.parametrize(
    ("kind", "credits_", "told"),
    [
        ("plenary", "", True),
        ("plenary", credit("speaker"), True),
        ("plenary", credit("host", "facilitator"), True),
        ("plenary", credit("chair"), False),
        ("plenary", credit("speaker", "chair"), False),
        ("plenary", 'credits = [{ organization = "smacl", role = "chair" }]\n', False),
        ("presentation", "", False),
        ("opening", "", False),
    ],
)
def test_nobody_chairs(kind, credits_, told):
    """Only a plenary session wants a chair."""
    there = ("sessions[0]", "nobody chairs the plenary session `a`")
    text = SESSION.format(kind=kind) + credits_
    assert found(text, "PPL003") == ([there] if told else [])


def test_a_plenary_session_that_cannot_be_placed_wants_a_chair():
    """Whether it has a start says nothing about who chairs it."""
    text = SESSION.format(kind="plenary").replace('start = "9:00"\n', "")
    assert [at for at, _ in found(text, "PPL003")] == ["sessions[0]"]


@pytest.mark.parametrize(
    ("of_session", "of_workshop", "headline"),
    [
        ("", "", BOTH),
        ("", credit("speaker", "chair"), BOTH),
        ("", credit("facilitator"), NO_RAPPORTEUR),
        ("", credit("rapporteur"), NO_FACILITATOR),
        ("", credit("facilitator", "rapporteur"), None),
        # who does it in the group-work session does it for all workshops
        (credit("rapporteur"), credit("facilitator"), None),
        (credit("facilitator"), credit("rapporteur"), None),
        (credit("facilitator", "rapporteur"), "", None),
        (credit("facilitator"), "", NO_RAPPORTEUR),
        (credit("rapporteur"), "", NO_FACILITATOR),
    ],
)
def test_nobody_leads_a_workshop(of_session, of_workshop, headline):
    """One diagnostic for a workshop says whom it lacks."""
    text = SESSION.format(kind="group_work") + of_session
    text += WORKSHOP.format(within="a") + of_workshop
    assert found(text, "PPL004") == ([("workshops[0]", headline)] if headline else [])


@pytest.mark.parametrize("within", ["nowhere", "b"])
def test_a_workshop_within_nothing_has_only_its_own_credits(within):
    """A frame that is unknown, or is the workshop itself, gives no roles and no crash."""
    text = WORKSHOP.format(within=within) + credit("rapporteur")
    assert found(text, "PPL004") == [("workshops[0]", NO_FACILITATOR)]


def test_each_workshop_is_told():
    """Two workshops without anybody give two questions, the group work none."""
    text = SESSION.format(kind="group_work") + WORKSHOP.format(within="a")
    text += WORKSHOP.format(within="a").replace('"b"', '"c"')
    assert [at for at, _ in found(text, "PPL004")] == ["workshops[0]", "workshops[1]"]


def test_a_planted_plenary_session_without_chair(plant, changed):
    """The plenary session of the clean event loses its chair."""
    assert plant(changed("sessions", "pleniere", credits=())) == ["PPL003"]


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.RAPPORTEUR])
def test_a_planted_workshop_without_a_role(plant, changed, clean, role):
    """A workshop of the clean event loses one role; the person stays as a speaker."""
    (workshop, _) = clean.workshops
    credits_ = tuple(
        attrs.evolve(one, role=Role.SPEAKER) if one.role is role else one
        for one in workshop.credits
    )
    assert plant(changed("workshops", workshop.id, credits=credits_)) == ["PPL004"]
