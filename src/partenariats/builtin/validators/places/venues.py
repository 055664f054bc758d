"""Venues: which one a session is in, and how to find it."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline


class RoomOfAnotherVenue(Validator[NoOptions]):
    """The room is in another venue.

    ## What it says

    A session or a workshop names a venue and a room, and the room is in another venue. One that
    names a room alone is in the venue of that room, whatever its block says.

    ## Why it matters

    Half of those who come go to one place, the other half to the other.

    ## Example

    ```toml
    [[venues]]
    id = "hotel-de-ville"
    name = "Hôtel de Ville"

    [[venues]]
    id = "mercure"
    name = "Hôtel Mercure"

    [[rooms]]
    id = "salle-des-fetes"
    name = "Salle des fêtes"
    venue = "hotel-de-ville"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "diner"
    day = "vendredi"
    kind = "meal"
    title = "Dîner"
    start = "19:30"
    venue = "mercure"
    room = "salle-des-fetes"
    ```

    ## Use instead

    ```toml
    [[venues]]
    id = "hotel-de-ville"
    name = "Hôtel de Ville"

    [[rooms]]
    id = "salle-des-fetes"
    name = "Salle des fêtes"
    venue = "hotel-de-ville"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "diner"
    day = "vendredi"
    kind = "meal"
    title = "Dîner"
    start = "19:30"
    room = "salle-des-fetes"
    ```
    """

    code = "PLC002"
    name = "room-of-another-venue"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every session whose own venue is not that of its room."""
        venues = timeline.ids["venues"]
        for item in timeline.placed:
            named, room = item.session.venue, item.room
            if named is None or room is None or room.venue is None or room.venue == named:
                continue
            if named not in venues or room.venue not in venues:
                continue
            headline = Message.of(
                "`{id}` is in venue `{venue}`, its room `{room}` in `{other}`",
                id=item.session.id,
                venue=named,
                room=room.id,
                other=room.venue,
            )
            advice = Message.of("name a room of that venue, or take out `venue`")
            at = Where(timeline.ids["rooms"][room.id]) / "venue"
            related = (Related(at, Message.of("the room is in this venue")),)
            yield self.found(Where(item.at) / "room", headline, help=advice, related=related)


class VenueWithoutAddress(Validator[NoOptions]):
    """A venue has no address.

    ## What it says

    Something is held in the venue, and it has neither an `address` nor `latitude` and
    `longitude`.

    ## Why it matters

    Those who come from elsewhere do not find it, and a calendar cannot show them the way.

    ## Example

    ```toml
    [[venues]]
    id = "mercure"
    name = "Hôtel Mercure Niort Marais Poitevin"

    [[days]]
    id = "jeudi"
    date = 2022-03-24

    [[sessions]]
    id = "diner"
    day = "jeudi"
    kind = "meal"
    title = "Dîner"
    start = "19:30"
    venue = "mercure"
    ```

    ## Use instead

    ```toml
    [[venues]]
    id = "mercure"
    name = "Hôtel Mercure Niort Marais Poitevin"
    address = "27 rue de La Terraudière"
    city = "Niort"

    [[days]]
    id = "jeudi"
    date = 2022-03-24

    [[sessions]]
    id = "diner"
    day = "jeudi"
    kind = "meal"
    title = "Dîner"
    start = "19:30"
    venue = "mercure"
    ```
    """

    code = "PLC005"
    name = "venue-without-address"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every venue in which something is held and that nobody can find."""
        used = {item.venue.id: item.venue for item in timeline.placed if item.venue is not None}
        for key, venue in used.items():
            if venue.address or None not in {venue.latitude, venue.longitude}:
                continue
            headline = Message.of("venue `{id}` has no address", id=key)
            advice = Message.of("give it an `address`, or `latitude` and `longitude`")
            yield self.found(Where(timeline.ids["venues"][key]), headline, help=advice)
