"""What people wish for, checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from partenariats.language.message import Message
from partenariats.language.names import nearest
from partenariats.model.event import Event
from partenariats.model.ids import PersonId
from partenariats.model.registration.registrations import Attendee, Wish
from partenariats.model.themes import WorkingGroupState
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.texts import short
from partenariats.registration.wishes.rounds import Choice, Round, rounds_of


def check_wishes(event: Event, wished: Iterable[str], person: PersonId | None) -> tuple[Wish, ...]:
    """Return wishes with their ranks, which each round counts for itself, and themes together.

    `wished` holds ids of workshops and themes, the first choice first; `person` is who wishes,
    where it has a part in the programme. Raise `InvalidRequestError` for one that nobody can
    choose, that is given twice, or in which the person has a part already.
    """
    ids = [wish.strip() for wish in wished]
    rounds = rounds_of(event) if ids else ()
    ranks: Counter[str] = Counter()
    found = []
    for number, name in enumerate(ids):
        choice, counted = _choice(event, rounds, name)
        if name in ids[:number]:
            raise InvalidRequestError(
                "`{id}` is wished for twice",
                id=short(name),
                advice=Message.of("keep the better rank"),
            )
        if person is not None and person in choice.people:
            raise InvalidRequestError(
                "`{person}` has a part in `{id}`, and need not wish for it",
                person=person,
                id=short(name),
                advice=Message.of("take the wish away"),
            )
        ranks[counted] += 1
        session = choice.session if choice.theme is None else None
        found.append(Wish(rank=ranks[counted], session=session, theme=choice.theme))
    return tuple(found)


def wished_ids(attendee: Attendee) -> tuple[str, ...]:
    """Return what somebody wishes for as `check_wishes` takes it."""
    return tuple(wish.session or wish.theme or "" for wish in attendee.wishes)


def _choice(event: Event, rounds: tuple[Round, ...], name: str) -> tuple[Choice, str]:
    """Return what a wish is for, and the name of what its rank is counted in."""
    for one in rounds:
        for choice in one.choices:
            if choice.wish == name:
                return choice, "themes" if one.is_of_groups else one.id
    raise _no_choice(event, rounds, name)


def _no_choice(event: Event, rounds: tuple[Round, ...], name: str) -> InvalidRequestError:
    names = list(dict.fromkeys(choice.wish for one in rounds for choice in one.choices))
    there = (
        Message.of("there are: {names}", names=", ".join(names))
        if names
        else Message.of("no session has two workshops, and none forms two working groups")
    )
    closed = WorkingGroupState.CLOSED
    groups = [group for group in event.working_groups if group.theme == name]
    if groups and all(group.state is closed for group in groups):
        return InvalidRequestError(
            "the working group on `{id}` is closed", id=short(name), advice=there
        )
    known: set[str] = {one.id for one in event.themes}
    known |= {one.id for one in (*event.sessions, *event.workshops)}
    if name in known:
        return InvalidRequestError(
            "`{id}` is not among what people can choose from", id=short(name), advice=there
        )
    close = nearest(name, names)
    return InvalidRequestError(
        "there is no workshop or theme `{id}` to wish for",
        id=short(name),
        advice=there if close is None else Message.of("did you mean `{name}`?", name=close),
    )
