"""Who has a part in the programme while a round takes place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from partenariats.language.message import Message
from partenariats.model.ids import PersonId, SessionId
from partenariats.model.programme import Programme
from partenariats.model.registration.registrations import Attendee
from partenariats.registration.sessions import Sessions
from partenariats.registration.wishes.rounds import Round


@attrs.frozen(kw_only=True)
class Engaged:
    """Say why somebody takes no part in a round."""

    attendee: Attendee
    why: Message
    choice: str | None = None
    """The choice in which it has its own part, if it is one of them."""


@attrs.frozen(kw_only=True)
class Engagements:
    """Know what people of the programme do while a round takes place."""

    round: Round
    sessions: Sessions
    inside: Mapping[PersonId, str]
    """The choice in which somebody has a part."""
    busy: Mapping[PersonId, Mapping[str, SessionId]]
    """The choices that overlap a session in which somebody has a part, each with the session."""
    names: Mapping[str, PersonId]
    """Who bears a name, of those who have a part then."""

    @classmethod
    def of(cls, programme: Programme, sessions: Sessions, round_: Round) -> Engagements:
        """Look through a programme once."""
        inside = {person: one.id for one in round_.choices for person in one.people}
        own = {choice.session for choice in round_.choices}
        busy: dict[PersonId, dict[str, SessionId]] = defaultdict(dict)
        for item in programme.sessions:
            if item.id in own:
                continue
            overlapped = [
                one.id for one in round_.choices if sessions.overlap(one.session, item.id)
            ]
            for credit in item.session.credits if overlapped else ():
                if credit.person is not None:
                    busy[credit.person] |= dict.fromkeys(overlapped, item.id)
        return cls(
            round=round_,
            sessions=sessions,
            inside=inside,
            busy=busy,
            names={
                _plain(person.name): person.id
                for person in programme.event.people
                if person.id in inside or person.id in busy
            },
        )

    def engaged(self, attendee: Attendee) -> Engaged | None:
        """Return why somebody is not placed: it is in one of the choices, or busy during all."""
        person = attendee.person
        if person is None:
            return None
        if person in self.inside:
            why = Message.of(
                "`{person}` has a part in `{choice}` and is there already",
                person=person,
                choice=self.inside[person],
            )
            return Engaged(attendee=attendee, why=why, choice=self.inside[person])
        blocked = self.busy.get(person, {})
        if len(blocked) < len(self.round.choices):
            return None
        why = Message.of(
            "`{person}` has a part in `{session}` at that time",
            person=person,
            session=next(iter(blocked.values())),
        )
        return Engaged(attendee=attendee, why=why)

    def blocked(self, person: PersonId | None) -> set[str]:
        """Return the choices that somebody cannot be given because it is busy then."""
        return set(self.busy.get(person, {})) if person is not None else set()

    def questions(self, attendees: Iterable[Attendee]) -> Iterator[Message]:
        """Ask whether those who bear the name of somebody busy are that person."""
        for attendee in attendees:
            person = self.names.get(_plain(attendee.name))
            if person is not None and attendee.person is None:
                yield Message.of(
                    "is `{id}` the `{person}` who has a part in the programme at that time? If so: "
                    "`partenariats registration change FILE {id} --person {person}`",
                    id=attendee.id,
                    person=person,
                )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
