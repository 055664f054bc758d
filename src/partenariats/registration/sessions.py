"""The sessions of a programme as people register for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

import attrs

from partenariats.language.message import Message
from partenariats.language.names import nearest
from partenariats.model.ids import AudienceId, SessionId
from partenariats.model.programme import Programme
from partenariats.registration.errors import InvalidRequestError, UnknownSessionError


@attrs.frozen
class Sessions:
    """Know which sessions there are, when, how many they take, and who must attend them."""

    ids: tuple[SessionId, ...]
    capacities: Mapping[SessionId, int | None]
    times: Mapping[SessionId, tuple[float, float]]
    """Start and end in seconds since the epoch; an open end is the start."""
    required: Mapping[AudienceId, tuple[SessionId, ...]]
    within: Mapping[SessionId, SessionId]
    """The group-work session of each workshop."""

    @classmethod
    def of(cls, programme: Programme) -> Sessions:
        """Read them from a programme."""
        required: dict[AudienceId, list[SessionId]] = defaultdict(list)
        times = {}
        for item in programme.sessions:
            for audience in item.session.required_for:
                required[audience].append(item.id)
            end = item.end if item.end is not None else item.start
            times[item.id] = (item.start.timestamp(), end.timestamp())
        return cls(
            tuple(programme.by_id),
            {item.id: item.session.capacity for item in programme.sessions},
            times,
            {audience: tuple(ids) for audience, ids in required.items()},
            {item.id: whole.id for whole in programme.sessions for item in whole.workshops},
        )

    def check(self, wanted: Iterable[SessionId]) -> tuple[SessionId, ...]:
        """Return wanted sessions once each, by time; raise where one is unknown or two overlap."""
        ids = list(dict.fromkeys(wanted))
        for session in ids:
            if session not in self.times:
                close = nearest(session, self.ids)
                raise UnknownSessionError(
                    "there is no session `{id}`",
                    id=session[:60],
                    advice=Message.of("did you mean `{name}`?", name=close)
                    if close is not None
                    else Message.of("`partenariats show` lists the sessions"),
                )
        ids.sort(key=lambda session: (self.times[session], session))
        for first, second in pairwise(ids):
            if self.times[second][0] < self.times[first][1]:
                raise self._at_once(first, second)
        return tuple(ids)

    def overlap(self, one: SessionId, other: SessionId) -> bool:
        """Tell whether two sessions take place at the same time."""
        first, second = sorted((self.times[one], self.times[other]))
        return second[0] < first[1]

    def _at_once(self, first: SessionId, second: SessionId) -> InvalidRequestError:
        """Say that two sessions are not attended both."""
        for whole, workshop in ((first, second), (second, first)):
            if self.within.get(workshop) == whole:
                return InvalidRequestError(
                    "the workshop `{workshop}` is held within `{session}`",
                    workshop=workshop,
                    session=whole,
                    advice=Message.of("choose the workshop alone"),
                )
        return InvalidRequestError(
            "`{first}` and `{second}` take place at the same time",
            first=first,
            second=second,
            advice=Message.of("choose one of them"),
        )

    def for_whom(
        self, audience: AudienceId | None, wanted: Iterable[SessionId]
    ) -> tuple[SessionId, ...]:
        """Return wanted sessions with those that an audience must attend."""
        must = self.required.get(audience, ()) if audience is not None else ()
        return tuple(dict.fromkeys((*must, *self.check(wanted))))
