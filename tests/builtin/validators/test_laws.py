"""What holds for every rule, whatever the event."""

from __future__ import annotations

import attrs
from hypothesis import given
from hypothesis import strategies as st

import partenariats as pa
from partenariats.model.ids import ThemeId
from partenariats.model.text import Text
from partenariats.model.themes import Theme
from partenariats.source.ignores import place_of
from partenariats.testing import events

TOOLKIT = pa.Toolkit(discover=False)


@given(events())
def test_no_rule_raises(event):
    """A rule that breaks down is told as PLG010: none is, on any event that its types allow."""
    report = TOOLKIT.validate(event)
    assert [d.headline.say() for d in report.diagnostics if d.code == "PLG010"] == []


def said(event):
    """Say what is found in an event: the rule, where by names, and what."""
    report = TOOLKIT.validate(event)
    return {
        (found.code, place_of(event, found.where), str(found.headline))
        for found in report.diagnostics
    }


@given(events(), st.randoms(use_true_random=False))
def test_the_order_of_sessions_in_the_file_does_not_matter(event, chance):
    """Sessions that stand in another order give the same diagnostics at the same places."""
    sessions = list({session.id: session for session in event.sessions}.values())
    own = {session.id for session in sessions}
    workshops = {item.id: item for item in event.workshops if item.id not in own}
    event = attrs.evolve(event, sessions=tuple(sessions), workshops=tuple(workshops.values()))
    chance.shuffle(sessions)
    shuffled = attrs.evolve(event, sessions=tuple(sessions))
    assert said(shuffled) == said(event)


def test_one_misspelt_id_is_one_diagnostic(plant, changed, clean):
    """What only a misspelt id leaves without use is not told as well."""
    key = "jour-1-salle-1-matin-1"
    (session,) = (item for item in clean.sessions if item.id == key)
    credit = attrs.evolve(session.credits[0], person="persone")
    assert plant(changed("sessions", key, credits=(credit,))) == ["REF001"]
    other = attrs.evolve(clean, themes=(*clean.themes, Theme(id=ThemeId("seul"), title=Text("S"))))
    assert plant(lambda _: changed("sessions", key, themes=("sel",))(other)) == ["REF001"]
