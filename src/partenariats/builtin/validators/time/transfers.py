"""The way from one session to the next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from partenariats.builtin.validators.time.written import (
    ends_here,
    has_written_end,
    host_of,
    in_order,
    start_of,
)
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.timeline import Placed, Timeline
from partenariats.model.timeline.overlaps import Pair, seen_until, start_and_id
from partenariats.model.timeline.problems import Path

Ways: TypeAlias = Mapping[tuple[str, str], int]
"""How many minutes it takes from a venue to another one."""


class ShortTransfer(Validator[NoOptions]):
    """There is not enough time for the way to the next session.

    ## What it says

    Two sessions that follow each other are in different venues, and the way takes longer
    than the time between them: sessions of a block or of a day that are held one after the
    other, with nothing in parallel, or two in which one person has a part.

    ## Why it matters

    Everybody is late, and the session begins without those who should speak.

    ## Example

    ```toml
    [[venues]]
    id = "mairie"
    name = "Hôtel de Ville"
    travel = [{ to = "mercure", minutes = 20 }]

    [[venues]]
    id = "mercure"
    name = "Hôtel Mercure"

    [[days]]
    id = "jeudi"
    date = 2022-03-24

    [[blocks]]
    id = "soiree"
    day = "jeudi"

    [[sessions]]
    id = "accueil"
    block = "soiree"
    title = "Accueil à la mairie"
    start = "18:00"
    end = "19:30"
    venue = "mairie"

    [[sessions]]
    id = "diner"
    block = "soiree"
    title = "Dîner"
    kind = "meal"
    start = "19:30"
    end = "22:00"
    venue = "mercure"
    ```

    ## Use instead

    ```toml
    [[venues]]
    id = "mairie"
    name = "Hôtel de Ville"
    travel = [{ to = "mercure", minutes = 20 }]

    [[venues]]
    id = "mercure"
    name = "Hôtel Mercure"

    [[days]]
    id = "jeudi"
    date = 2022-03-24

    [[blocks]]
    id = "soiree"
    day = "jeudi"

    [[sessions]]
    id = "accueil"
    block = "soiree"
    title = "Accueil à la mairie"
    start = "18:00"
    end = "19:00"
    venue = "mairie"

    [[sessions]]
    id = "diner"
    block = "soiree"
    title = "Dîner"
    kind = "meal"
    start = "19:30"
    end = "22:00"
    venue = "mercure"
    ```
    """

    code = "TIM022"
    name = "short-transfer"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell each pair of sessions between which the way is too long, once."""
        ways = _ways(timeline.event)
        if not ways:
            return
        told: set[tuple[Path, Path]] = set()
        for items in (*timeline.by_block.values(), *timeline.by_day.values()):
            for last, item in _in_line(items):
                way = _too_short(last, item, ways)
                if way is not None and (last.at, item.at) not in told:
                    told.add((last.at, item.at))
                    yield self._hurried(last, item, way, None)
        for person, items in sorted(timeline.by_person.items()):
            for last, item in _in_turn(items):
                way = _too_short(last, item, ways)
                hosts = [host_of(timeline, one) or one for one in (last, item)]
                known = {(last.at, item.at), (hosts[0].at, hosts[1].at)} & told
                if way is not None and not known:
                    told.add((last.at, item.at))
                    yield self._hurried(last, item, way, person)

    def _hurried(self, last: Placed, item: Placed, way: int, person: str | None) -> Diagnostic:
        names: dict[str, str | int] = {
            "last": last.session.id,
            "id": item.session.id,
            "minutes": (item.start - seen_until(last)) // 60,
            "way": way,
        }
        headline = (
            Message.of("{minutes} min from `{last}` to `{id}`, and the way takes {way}", **names)
            if person is None
            else Message.of(
                "`{person}` has {minutes} min from `{last}` to `{id}`, and the way takes {way}",
                person=person,
                **names,
            )
        )
        advice = Message.of("leave time for the way, or hold both in one venue")
        return self.found(start_of(item), headline, help=advice, related=ends_here(last))


def _in_line(items: Sequence[Placed]) -> Iterator[Pair]:
    """Give the sessions of a day next to each other that are parallel to none."""
    own = in_order(items)
    last: Placed | None = None
    until = own[0].start if own else 0
    for number, item in enumerate(own, start=1):
        is_alone = until <= item.start and (
            number == len(own) or seen_until(item) <= own[number].start
        )
        if last is not None and is_alone:
            yield last, item
        last = item if is_alone else None
        until = max(until, seen_until(item))


def _in_turn(items: Sequence[Placed]) -> Iterator[Pair]:
    """Give each session of a person with the one that ended last before it."""
    last: Placed | None = None
    for item in sorted(items, key=start_and_id):
        if last is not None and seen_until(last) <= item.start:
            yield last, item
        if has_written_end(item) and (last is None or seen_until(item) > seen_until(last)):
            last = item


def _too_short(last: Placed, item: Placed, ways: Ways) -> int | None:
    """Return the minutes the way takes, where it takes longer than there is time."""
    if last.venue is None or item.venue is None or not has_written_end(last):
        return None
    if last.venue.id == item.venue.id:
        return None
    way = ways.get((last.venue.id, item.venue.id))
    return way if way is not None and item.start - seen_until(last) < way * 60 else None


def _ways(event: Event) -> Ways:
    """Return how long the way between two venues takes; said from one side, it holds for both."""
    said = {
        (str(venue.id), str(way.to)): way.minutes for venue in event.venues for way in venue.travel
    }
    return {(to, venue): minutes for (venue, to), minutes in said.items()} | said
