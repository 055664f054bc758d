"""Consents: what people answer when they are asked for one, and what counts now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import attrs

from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.ids import ConsentId
from partenariats.model.registration.registrations import Attendee, Consent
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.request import ConsentAnswer
from partenariats.registration.requests.texts import short


def check_consents(event: Event, answers: Iterable[ConsentAnswer]) -> dict[ConsentId, bool]:
    """Return what is answered to each consent; raise `InvalidRequestError` for one not asked for.

    Whoever says yes and no to one at once does not give it.
    """
    known = {one.id for one in event.registration.consents}
    found: dict[ConsentId, bool] = {}
    for answer in answers:
        if answer.id not in known:
            raise InvalidRequestError(
                "nobody is asked for the consent `{id}`",
                id=short(answer.id),
                about="consents",
                advice=Message.of("there are: {names}", names=", ".join(sorted(known)))
                if known
                else Message.of("leave it out"),
            )
        found[answer.id] = answer.is_given and found.get(answer.id, True)
    return found


def given(attendee: Attendee) -> dict[ConsentId, Consent]:
    """Return the last answer of somebody to each consent."""
    return {one.id: one for one in attendee.consents}


def is_given(attendee: Attendee, consent: ConsentId) -> bool:
    """Tell whether somebody gave a consent and did not take it back."""
    last = given(attendee).get(consent)
    return last is not None and last.is_given


def with_consents(
    event: Event, attendee: Attendee, answers: Mapping[ConsentId, bool], now: datetime
) -> Attendee:
    """Return somebody with answers to consents added; those given before stay, as proof.

    One that says what was said before, to the same words, adds nothing.
    """
    texts = {one.id: one.text.say(event.language) for one in event.registration.consents}
    before = given(attendee)
    new = []
    for key, answer in answers.items():
        last = before.get(key)
        if last is None or (last.is_given, last.text) != (answer, texts[key]):
            new.append(Consent(id=key, is_given=answer, at=now, text=texts[key]))
    return attrs.evolve(attendee, consents=(*attendee.consents, *new)) if new else attendee
