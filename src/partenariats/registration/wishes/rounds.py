"""Rounds: the workshops, or the working groups, of which each person gets one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import attrs

from partenariats.language.message import Message
from partenariats.language.names import nearest
from partenariats.model.event import Event
from partenariats.model.ids import AudienceId, PersonId, SessionId, ThemeId
from partenariats.model.registration.registrations import Wish
from partenariats.model.sessions import Workshop
from partenariats.model.themes import WorkingGroup, WorkingGroupState
from partenariats.registration.errors import RegistrationError


class UnknownRoundError(RegistrationError):
    """The event has no such round."""

    code = "unknown-round"


@attrs.frozen(kw_only=True)
class Choice:
    """Offer one workshop, or one working group."""

    id: str
    """That of the workshop, or of the working group."""
    session: SessionId
    """The workshop itself; the session in which the working group is formed."""
    theme: ThemeId | None = None
    """By which a working group is wished for; nothing for a workshop."""
    capacity: int | None = None
    minimum: int = 0
    required_for: tuple[AudienceId, ...] = ()
    people: frozenset[PersonId] = frozenset()
    """Those of the programme who are in it already: credited, leading it, members of it."""

    @property
    def wish(self) -> str:
        """Give what people call it when they wish for it."""
        return self.id if self.theme is None else self.theme


@attrs.frozen(kw_only=True)
class Round:
    """Offer several workshops that are held within a session, or working groups formed in one."""

    id: SessionId
    """That of the session."""
    choices: tuple[Choice, ...]
    """At least two, in the order of the event file."""
    _by_wish: Mapping[str, tuple[str, ...]] = attrs.field(
        init=False,
        eq=False,
        repr=False,
        default=attrs.Factory(lambda self: _by_wish(self.choices), takes_self=True),
    )

    @property
    def is_of_groups(self) -> bool:
        """Tell whether working groups are offered, not workshops."""
        return self.choices[0].theme is not None

    @property
    def key(self) -> str:
        """Give a name of its own: a session may have workshops and form working groups."""
        return f"groups:{self.id}" if self.is_of_groups else f"workshops:{self.id}"

    def choice(self, name: str) -> Choice | None:
        """Return the choice of an id, or the first that is wished for by a theme."""
        return next((one for one in self.choices if name in {one.id, one.wish}), None)

    def wished(self, wishes: Iterable[Wish]) -> tuple[str, ...]:
        """Return the choices that somebody wishes for, the first wish first.

        A theme with two working groups stands for both, in the order of the event file.
        """
        ranked = sorted(wishes, key=lambda wish: wish.rank)
        names = ((wish.theme if self.is_of_groups else wish.session) or "" for wish in ranked)
        return tuple(
            dict.fromkeys(choice for name in names for choice in self._by_wish.get(name, ()))
        )


def rounds_of(event: Event) -> tuple[Round, ...]:
    """Return the rounds of an event, in the order of the event file, workshops first.

    A session with two or more workshops within it is one; so is one in which two or more working
    groups are formed. A group that is closed is not offered.
    """
    offered: dict[tuple[SessionId, bool], list[Choice]] = defaultdict(list)
    for workshop in event.workshops:
        if workshop.within is not None:
            offered[workshop.within, False].append(_workshop(workshop))
    for group in event.working_groups:
        if group.formed_in is not None and group.state is not WorkingGroupState.CLOSED:
            offered[group.formed_in, True].append(_group(group, group.formed_in))
    return tuple(
        Round(id=session, choices=tuple(choices))
        for (session, _), choices in offered.items()
        if len(choices) > 1
    )


def rounds_named(event: Event, name: str) -> tuple[Round, ...]:
    """Return the rounds of a session; raise `UnknownRoundError` where it has none."""
    rounds = rounds_of(event)
    found = tuple(one for one in rounds if one.id == name)
    if found:
        return found
    names = [one.id for one in rounds]
    close = nearest(name, names)
    advice = Message.of("no session has two workshops, and none forms two working groups")
    if names:
        advice = Message.of("there are: {names}", names=", ".join(dict.fromkeys(names)))
    if close is not None:
        advice = Message.of("did you mean `{name}`?", name=close)
    raise UnknownRoundError("there is no round `{id}`", id=name[:60], advice=advice)


def _by_wish(choices: Iterable[Choice]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for choice in choices:
        found[choice.wish] = (*found.get(choice.wish, ()), choice.id)
    return found


def _workshop(workshop: Workshop) -> Choice:
    credited = (credit.person for credit in workshop.credits)
    return Choice(
        id=workshop.id,
        session=workshop.id,
        capacity=workshop.capacity,
        minimum=workshop.minimum or 0,
        required_for=workshop.required_for,
        people=frozenset(person for person in credited if person is not None),
    )


def _group(group: WorkingGroup, session: SessionId) -> Choice:
    lead = () if group.lead is None else (group.lead,)
    places = None if group.capacity is None else group.capacity - len(set(group.members))
    return Choice(
        id=group.id,
        session=session,
        theme=group.theme,
        capacity=None if places is None else max(0, places),
        people=frozenset((*lead, *group.members)),
    )
