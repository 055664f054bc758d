"""From attendees to a problem: who takes part in a round, what they wish, where they must be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from partenariats.language.message import Message
from partenariats.model.registration.registrations import (
    Attendee,
    Quota,
    RegistrationState,
    quota_of,
)
from partenariats.registration.allocating.problem import Option, Problem, Wisher
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.sessions import Sessions
from partenariats.registration.wishes.engagements import Engaged, Engagements
from partenariats.registration.wishes.rounds import Choice, Round
from partenariats.registration.wishes.standings import Standing
from partenariats.registration.wishes.terms import AllocationTerms, Spread, Stated


def state_round(
    engagements: Engagements,
    terms: AllocationTerms,
    standings: Iterable[Standing],
    quotas: Mapping[str, Quota],
    keep: frozenset[str] = frozenset(),
) -> Stated:
    """State a round as a problem; those to `keep` stay where they are.

    Those take part who come to the event for certain, and have no part in the programme at that
    time. Raise `InvalidRequestError` where the terms name somebody, or something, else.
    """
    round_ = engagements.round
    attendees: dict[str, Attendee] = {}
    people: list[Wisher] = []
    engaged: dict[str, Engaged] = {}
    outside: Counter[str] = Counter()
    for standing in standings:
        own = standing.attendee.id
        busy = engagements.engaged(standing.attendee) if standing.comes else None
        if busy is not None:
            engaged[own] = busy
            outside.update(choice for choice in standing.held if choice == busy.choice)
        elif standing.comes:
            attendees[own] = standing.attendee
            people.append(_wisher(engagements, terms, standing, is_kept=own in keep))
        elif standing.takes_places:
            outside.update(list(standing.held))
    _check_terms(terms, attendees, engaged)
    options = tuple(_options(round_, quotas, outside, people))
    return Stated(
        problem=Problem(options=options, people=tuple(people), goal=terms.goal, seed=terms.seed),
        attendees=attendees,
        engaged=engaged,
        outside=outside,
        questions=tuple(engagements.questions(attendees.values())),
    )


def _options(
    round_: Round, quotas: Mapping[str, Quota], outside: Counter[str], people: list[Wisher]
) -> Iterator[Option]:
    """Give what people of the problem can be given.

    Whoever stays without a wish loses no place because there are fewer than are taken.
    """
    stays = Counter(person.must for person in people if person.must == person.now)
    for choice in round_.choices:
        quota = None if round_.is_of_groups else quotas.get(quota_of(choice.session))
        places = choice.capacity if quota is None else quota.capacity
        others = outside[choice.id]
        yield Option(
            id=choice.id,
            capacity=None if places is None else max(places - others, stays[choice.id], 0),
            minimum=max(0, choice.minimum - others),
            may_close=not others,
        )


def _wisher(
    engagements: Engagements, terms: AllocationTerms, standing: Standing, *, is_kept: bool
) -> Wisher:
    round_ = engagements.round
    attendee = standing.attendee
    # whoever only waits for a workshop wishes for it
    wishes = round_.wished(attendee.wishes) or standing.waits
    must = _must(round_, terms, standing)
    busy = engagements.blocked(attendee.person)
    refused = {_named(round_, name).id for name in terms.must_not.get(attendee.id, ())}
    now = standing.now
    if must is None and (is_kept or not wishes) and now not in refused | busy:
        must = now
    elsewhere = _elsewhere(engagements.sessions, round_, standing).difference(
        filter(None, (must, now))
    )
    must_not = frozenset(busy | refused | elsewhere)
    is_wished = now is not None and (now in wishes or now == must)
    if now is not None and now not in wishes and must is None and now not in must_not:
        # a place that was never wished for, or no more, is kept where there is no other
        wishes = (*wishes, now)
    return Wisher(
        id=attendee.id,
        wishes=wishes,
        must=must,
        must_not=must_not,
        now=now if is_wished and (must is not None or not terms.afresh) else None,
        together=standing.own[None].group if terms.together else None,
        traits=tuple(_traits(attendee, terms.spread)),
    )


def _must(round_: Round, terms: AllocationTerms, standing: Standing) -> str | None:
    """Return where somebody must be: as the organiser says, where it came, where it is required."""
    attendee = standing.attendee
    said = terms.must.get(attendee.id)
    if said is not None:
        return _named(round_, said).id
    now = standing.now
    item = standing.held.get(now) if now is not None else None
    if item is not None and item.state is RegistrationState.ATTENDED:
        return now
    required = [
        choice.id
        for choice in round_.choices
        if attendee.audience is not None and attendee.audience in choice.required_for
    ]
    return now if now in required else next(iter(required), None)


def _elsewhere(sessions: Sessions, round_: Round, standing: Standing) -> set[str]:
    """Return the choices that take place while somebody is in another session."""
    audience = standing.attendee.audience
    required = sessions.required.get(audience, ()) if audience is not None else ()
    taken = [one for one in standing.others if one not in required and one in sessions.times]
    return {
        choice.id
        for choice in round_.choices
        if any(sessions.overlap(choice.session, other) for other in taken)
    }


def _named(round_: Round, name: str) -> Choice:
    choice = round_.choice(name)
    if choice is None:
        raise InvalidRequestError(
            "`{id}` is not among the choices of `{round}`",
            id=name[:60],
            round=round_.id,
            advice=Message.of(
                "there are: {names}", names=", ".join(one.id for one in round_.choices)
            ),
        )
    return choice


def _check_terms(
    terms: AllocationTerms, attendees: Mapping[str, Attendee], engaged: Mapping[str, Engaged]
) -> None:
    for own in (*terms.must, *terms.must_not):
        if own in engaged:
            raise InvalidRequestError("{reason}", reason=engaged[own].why, about=own)
        if own not in attendees:
            raise InvalidRequestError(
                "`{id}` does not take part: only those do whose registration is confirmed",
                id=own[:60],
                about=own,
                advice=Message.of("`partenariats registration list` shows the ids"),
            )


def _traits(attendee: Attendee, spread: frozenset[Spread]) -> Iterable[tuple[str, str]]:
    if Spread.ORGANIZATION in spread and attendee.organization:
        yield Spread.ORGANIZATION.value, attendee.organization.casefold()
    if Spread.AUDIENCE in spread and attendee.audience:
        yield Spread.AUDIENCE.value, attendee.audience
