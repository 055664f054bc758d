"""Consents are given, kept with their words and moments, and taken back; never assumed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from partenariats.model.registration.registrations import Consent
from partenariats.registration.changing import AttendeeChange
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.consents import is_given
from partenariats.registration.requests.request import ConsentAnswer, Entrant, Request

TEXT = "Je veux bien y figurer."
ANSWERS = {"night": True}


def answer(at, own, *answers):
    """Change what somebody answers; return all that it ever answered."""
    given = tuple(ConsentAnswer("annuaire", one) for one in answers)
    return at.change(own, AttendeeChange(consents=given)).attendee.consents


def test_whoever_says_nothing_gives_no_consent(at, register):
    """Silence is no answer, and none is kept."""
    attendee = at.show(register("Ada")).attendee
    assert attendee.consents == ()
    assert not is_given(attendee, "annuaire")


@pytest.mark.parametrize("said", [True, False])
def test_an_answer_keeps_its_moment_and_words(at, register, clock, said):
    """What was shown is kept in the event's language, with when it was answered."""
    attendee = at.show(register("Ada", said)).attendee
    assert attendee.consents == (Consent(id="annuaire", is_given=said, at=clock.at, text=TEXT),)
    assert is_given(attendee, "annuaire") is said


def test_a_consent_taken_back_is_a_new_entry(at, register, clock):
    """What was answered before stays as proof; an answer that changes nothing adds nothing."""
    own = register("Ada", True)
    first = clock.at
    clock.at += timedelta(days=1)
    wanted = (
        Consent(id="annuaire", is_given=True, at=first, text=TEXT),
        Consent(id="annuaire", is_given=False, at=clock.at, text=TEXT),
    )
    assert answer(at, own, True) == wanted[:1]
    assert answer(at, own, False) == wanted
    clock.at += timedelta(days=1)
    assert answer(at, own, False) == wanted
    assert not is_given(at.show(own).attendee, "annuaire")
    assert at.verify() == ()


def test_yes_and_no_at_once_is_no(at, register):
    """Whoever says both does not agree, in either order."""
    for number, both in enumerate([(True, False), (False, True)]):
        own = register(f"Person{number}", *both)
        assert not is_given(at.show(own).attendee, "annuaire")


def test_a_consent_that_is_not_asked_for_is_refused(at, register):
    """Nothing is registered or changed, and those there are are named."""
    entrant = Entrant(name="Ada", answers=ANSWERS, consents=(ConsentAnswer("annuair", True),))
    with pytest.raises(InvalidRequestError) as caught:
        at.register(Request(entrants=(entrant,)))
    assert (str(caught.value), caught.value.about, str(caught.value.advice)) == (
        "nobody is asked for the consent `annuair`",
        "consents",
        "there are: annuaire",
    )
    assert list(at.list()) == []
    own = register("Bob")
    with pytest.raises(InvalidRequestError):
        at.change(own, AttendeeChange(consents=(ConsentAnswer("annuair", True),)))
    assert at.show(own).attendee.version == 1


def test_a_request_sent_again_later_is_the_same(at, clock):
    """The moment of an answer does not make another request of it; another answer does."""
    entrant = Entrant(name="Ada", answers=ANSWERS, consents=(ConsentAnswer("annuaire", True),))
    first = at.register(Request(entrants=(entrant,), key="k"))
    clock.at += timedelta(hours=1)
    assert at.register(Request(entrants=(entrant,), key="k")) == first


def test_changing_something_else_keeps_them(at, register):
    """A new name takes no consent away."""
    own = register("Ada", True)
    changed = at.change(own, AttendeeChange(name="Ada L.")).attendee
    assert (changed.name, len(changed.consents)) == ("Ada L.", 1)
