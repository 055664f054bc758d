"""What people write about themselves, cleaned and checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

import attrs

from partenariats.language.message import Message
from partenariats.language.names import nearest
from partenariats.model.event import Event
from partenariats.model.ids import AttendeeId, AudienceId, PersonId
from partenariats.model.registration.registrations import Attendee
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.answers import weigh_answers
from partenariats.registration.requests.emails import check_email
from partenariats.registration.requests.request import Entrant
from partenariats.registration.requests.texts import clean, has_letter, short
from partenariats.registration.wishes.wishing import check_wishes

LONGEST_NAME: Final = 200
_NAME: Final = Message.of("the name")
_ORGANIZATION: Final = Message.of("the organization")
T = TypeVar("T")


def attendee_of(event: Event, entrant: Entrant, own: AttendeeId) -> Attendee:
    """Return the attendee that somebody becomes; raise `InvalidRequestError`."""
    attendee, faults = weigh_entrant(event, entrant, own)
    if faults:
        raise faults[0]
    return attendee


def weigh_entrant(
    event: Event, entrant: Entrant, own: AttendeeId
) -> tuple[Attendee, tuple[InvalidRequestError, ...]]:
    """Return the attendee that somebody becomes, and all that is wrong with it.

    What is wrong is left out of the attendee.
    """
    faults: list[InvalidRequestError] = []

    def take(about: str, check: Callable[[], T], instead: T) -> T:
        try:
            return check()
        except InvalidRequestError as error:
            error.about = about
            faults.append(error)
            return instead

    attendee = Attendee(
        id=own,
        name=take("name", lambda: check_name(entrant.name), ""),
        email=take("email", lambda: check_email(entrant.email), None),
        organization=take("organization", lambda: _organization(entrant.organization), None),
        audience=take("audience", lambda: _audience(event, entrant.audience), None),
        person=take("person", lambda: _person(event, entrant.person), None),
        wishes=take("wishes", lambda: check_wishes(event, entrant.wishes, entrant.person), ()),
    )
    answers, wrong = weigh_answers(event, entrant.answers)
    return attrs.evolve(attendee, answers=answers), (*faults, *wrong)


def check_name(text: str) -> str:
    """Return somebody's name in one line; raise where there is none in it."""
    name = clean(text, _NAME, LONGEST_NAME)
    if not has_letter(name):
        raise InvalidRequestError("a name is missing", advice=Message.of("write one"))
    return name


def _organization(text: str | None) -> str | None:
    return clean(text or "", _ORGANIZATION, LONGEST_NAME) or None


def _audience(event: Event, audience: AudienceId | None) -> AudienceId | None:
    audiences = {item.id for item in event.audiences}
    if audience is None or audience in audiences:
        return audience
    raise InvalidRequestError(
        "the event has no audience `{id}`",
        id=short(audience),
        advice=Message.of("there are: {names}", names=", ".join(sorted(audiences)))
        if audiences
        else Message.of("leave it out"),
    )


def _person(event: Event, person: PersonId | None) -> PersonId | None:
    people = [item.id for item in event.people]
    if person is None or person in people:
        return person
    close = nearest(person, people)
    raise InvalidRequestError(
        "the event has no person `{id}`",
        id=short(person),
        advice=Message.of("give an id of its `[[people]]`, or none")
        if close is None
        else Message.of("did you mean `{name}`?", name=close),
    )
