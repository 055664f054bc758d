"""How a request becomes registrations, once however often it is sent."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import attrs

from partenariats.interfaces.registration_backend import Declined, RegistrationBackend
from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.ids import AttendeeId, ConsentId, SessionId
from partenariats.model.programme import Programme
from partenariats.model.registration.registrations import (
    Attendee,
    Registration,
    RegistrationState,
    quota_of,
)
from partenariats.registration.errors import (
    EmailTakenError,
    FullError,
    InvalidRequestError,
    KeyReusedError,
    RegistrationError,
)
from partenariats.registration.plan import Plan
from partenariats.registration.requests.admission import check_admitted
from partenariats.registration.requests.consents import check_consents, with_consents
from partenariats.registration.requests.entrants import attendee_of
from partenariats.registration.requests.request import Registered, Request
from partenariats.registration.requests.texts import short
from partenariats.registration.sessions import Sessions

State = RegistrationState
LONGEST_KEY = 100


def request_claim(key: str) -> str:
    """Return what a back-end keeps of a key: nothing that people wrote into it can be read."""
    return f"request:{_digest(key)[:40]}"


class AlreadyEnteredError(Exception):
    """The same request was entered meanwhile; never leaves the desk."""


@attrs.frozen(kw_only=True)
class Entry:
    """Hold a request that was found to be in order, with the ids of its attendees."""

    key: str
    digest: str
    """What tells two requests of one key apart."""
    attendees: tuple[Attendee, ...]
    wanted: Mapping[AttendeeId, tuple[SessionId, ...]]
    consents: Mapping[AttendeeId, Mapping[ConsentId, bool]]
    """What each answered when asked for consent."""
    group: str | None
    may_wait: bool

    @classmethod
    def of(cls, programme: Programme, sessions: Sessions, request: Request, key: str) -> Entry:
        """Check a request; raise a `RegistrationError` where it is not as it should be."""
        settings = programme.event.registration
        _check_size(request, key, settings.group)
        attendees = []
        wanted = {}
        consents = {}
        for number, entrant in enumerate(request.entrants):
            own = AttendeeId(f"p-{_digest(programme.event.id, key, number)[:12]}")
            attendee = attendee_of(programme.event, entrant, own)
            check_admitted(settings, request.code, attendee.email)
            attendees.append(attendee)
            wanted[own] = sessions.for_whom(attendee.audience, entrant.sessions)
            consents[own] = check_consents(programme.event, entrant.consents)
        _check_emails(attendees)
        return cls(
            key=key,
            digest=_digest(
                *attendees,
                *(sorted(one.sessions) for one in request.entrants),
                *(sorted(one.items()) for one in consents.values() if one),
            ),
            attendees=tuple(attendees),
            wanted=wanted,
            consents=consents,
            group=f"g-{_digest(key)[:12]}" if len(attendees) > 1 else None,
            may_wait=settings.wait_list,
        )

    def answered(self, event: Event, now: datetime) -> Entry:
        """Return the entry of people who answered for their consents just now."""
        people = (with_consents(event, one, self.consents[one.id], now) for one in self.attendees)
        return attrs.evolve(self, attendees=tuple(people))

    def done(self, backend: RegistrationBackend[Any]) -> tuple[Registered, ...] | None:
        """Return the answer to the request if it was given already; raise `KeyReusedError`."""
        owner = backend.owner(request_claim(self.key))
        if owner is None:
            return None
        if owner != self.digest:
            raise _key_reused(self.key)
        return self.answer(backend)

    def answer(self, backend: RegistrationBackend[Any]) -> tuple[Registered, ...]:
        """Return what the request led to, as it stands now."""
        found = ((item, backend.attendee(item.id)) for item in self.attendees)
        return tuple(
            Registered(attendee=now or was, registrations=backend.registrations_of(was.id))
            for was, now in found
        )

    def made(self, registrations: Iterable[Registration]) -> tuple[Registered, ...]:
        """Return what the request led to just now, without another look."""
        own: dict[AttendeeId, list[Registration]] = defaultdict(list)
        for item in sorted(registrations, key=lambda item: item.session or ""):
            own[item.attendee].append(item)
        return tuple(
            Registered(attendee=item, registrations=tuple(own[item.id])) for item in self.attendees
        )

    def enter(self, plan: Plan) -> None:
        """Plan the registrations; whoever finds no place waits, else raise `FullError`."""
        plan.claims[request_claim(self.key)] = self.digest
        plan.key = self.key
        for attendee in self.attendees:
            plan.write_attendee(attendee)
            if attendee.email:
                plan.claims[f"email:{attendee.email.casefold()}"] = attendee.id
        has_place = self._settle(plan, None, [item.id for item in self.attendees])
        for session, ids in self._by_session().items():
            if has_place:
                self._settle(plan, session, ids)
            else:
                for one in ids:
                    plan.move(None, self._new(one, session, State.DRAFT, plan.now))

    def _settle(self, plan: Plan, session: SessionId | None, ids: list[AttendeeId]) -> bool:
        new = [(None, self._new(one, session, State.DRAFT, plan.now)) for one in ids]
        has_place = plan.settle(new)
        if not has_place and not self.may_wait:
            raise full(quota_of(session))
        return has_place

    def _new(
        self, attendee: AttendeeId, session: SessionId | None, state: State, at: datetime
    ) -> Registration:
        return Registration(
            attendee=attendee, session=session, state=state, at=at, group=self.group
        )

    def _by_session(self) -> dict[SessionId, list[AttendeeId]]:
        found: dict[SessionId, list[AttendeeId]] = defaultdict(list)
        for attendee, sessions in self.wanted.items():
            for session in sessions:
                found[session].append(attendee)
        return found


def claimed(declined: Declined, claims: Mapping[str, str], key: str) -> Exception | None:
    """Return why a claim that somebody has already ends what was asked for.

    Nothing ends it where an attendee has the address itself by now: it is worked out anew.
    """
    kind, _, name = declined.what.partition(":")
    if claims.get(declined.what) == declined.owner:
        is_request = any(claim.startswith("request:") for claim in claims)
        return AlreadyEnteredError() if is_request else None
    if kind == "email":
        return email_taken(name)
    return _key_reused(key)


def email_taken(email: str) -> EmailTakenError:
    """Say that somebody else is registered with an address, and not who: anybody may ask."""
    return EmailTakenError(
        "somebody is registered with the address {email} already",
        email=short(email),
        advice=Message.of("change that registration, or give another address"),
    )


def full(what: str) -> FullError:
    """Say that there is no place left, and no wait list."""
    kind, _, name = what.partition(":")
    if kind == "event":
        headline = Message.of("there is no place left")
    else:
        headline = Message.of("there is no place left for `{name}`", name=name)
    advice = Message.of("choose something else, or ask the organiser")
    return FullError("{headline}", headline=headline, advice=advice)


def _key_reused(key: str) -> RegistrationError:
    return KeyReusedError(
        "the key `{key}` was used for another request",
        key=short(key),
        advice=Message.of("send every new request with a key of its own"),
    )


def _check_size(request: Request, key: str, most: int) -> None:
    if not request.entrants:
        raise InvalidRequestError("a request names nobody")
    if len(request.entrants) > most:
        raise InvalidRequestError(
            "{count} persons are too many for one request: {most} may register together",
            count=len(request.entrants),
            most=most,
            advice=Message.of("send several requests"),
        )
    if not key.isprintable() or len(key) > LONGEST_KEY or key != key.strip():
        raise InvalidRequestError(
            "a key has up to {most} printable characters",
            most=LONGEST_KEY,
            about="key",
            advice=Message.of("choose a short word or a number"),
        )


def _check_emails(attendees: list[Attendee]) -> None:
    seen: set[str] = set()
    for attendee in attendees:
        email = (attendee.email or "").casefold()
        if email and email in seen:
            raise EmailTakenError(
                "two persons have the address {email}",
                email=short(email),
                advice=Message.of("give each an address of its own, or none"),
            )
        seen.add(email)


def _digest(*parts: object) -> str:
    return hashlib.sha256("\0".join(map(repr, parts)).encode()).hexdigest()
