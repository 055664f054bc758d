"""Whom the places are fitted for."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.places import Accessibility, Room, Venue
from partenariats.model.timeline import Placed, Timeline


class AccessibilityUnknown(Validator[NoOptions]):
    """Whom a venue is fitted for is not said.

    ## What it says

    Something is held in the venue, and neither the venue nor the room has `accessibility`. It
    is told once for a venue. An empty list is an answer: the place is fitted for nobody.

    ## Why it matters

    Whoever comes in a wheelchair must know before the journey whether they can come in.

    ## Example

    ```toml
    [[venues]]
    id = "mercure"
    name = "Hôtel Mercure"
    address = "27 rue de La Terraudière"

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
    name = "Hôtel Mercure"
    address = "27 rue de La Terraudière"
    accessibility = ["mi", "hi"]

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

    code = "PLC006"
    name = "accessibility-unknown"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every venue of which it is needed and missing."""
        unknown = [item.venue.id for item in timeline.placed if item.venue and _known(item) is None]
        for key in dict.fromkeys(unknown):
            headline = Message.of("whom venue `{id}` is fitted for is not said", id=key)
            advice = Message.of('give it `accessibility`, as `["mi"]` for step-free access')
            yield self.found(Where(timeline.ids["venues"][key]), headline, help=advice)


@attrs.frozen(kw_only=True)
class NotAccessibleOptions:
    """Say whom every place must be fitted for."""

    needed: tuple[Accessibility, ...] = ()
    """OpenAgenda's codes of those who come."""


class NotAccessible(Validator[NotAccessibleOptions]):
    """A place is not fitted for those who come.

    ## What it says

    The organiser says whom the event must be fitted for, and a venue or a room in which
    something is held says that it is not. What a room says counts before what its venue says.

    ## Why it matters

    Somebody who was told that they can come stands before a staircase.

    ## Example

    ```toml
    [[venues]]
    id = "hotel-de-ville"
    name = "Hôtel de Ville"
    accessibility = ["hi"]

    [[days]]
    id = "jeudi"
    date = 2022-03-24

    [[sessions]]
    id = "accueil"
    day = "jeudi"
    kind = "reception"
    title = "Accueil"
    start = "18:00"
    venue = "hotel-de-ville"

    [checks.options.PLC007]
    needed = ["mi"]
    ```

    ## Use instead

    ```toml
    [[venues]]
    id = "maison-des-associations"
    name = "Maison des associations"
    accessibility = ["hi", "mi"]

    [[days]]
    id = "jeudi"
    date = 2022-03-24

    [[sessions]]
    id = "accueil"
    day = "jeudi"
    kind = "reception"
    title = "Accueil"
    start = "18:00"
    venue = "maison-des-associations"

    [checks.options.PLC007]
    needed = ["mi"]
    ```

    ## Options

    `needed` (nobody by default, and then nothing is told): a list of OpenAgenda's codes, `hi`
    for a hearing, `vi` for a visual, `pi` for a mental, `mi` for a motor, `ii` for an
    intellectual disability.
    """

    code = "PLC007"
    name = "not-accessible"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell once every place that says it is not fitted for somebody who comes."""
        if not self.options.needed:
            return
        told: set[tuple[str, str]] = set()
        # of sessions that start together the first by its id, wherever it stands in the file
        for item in sorted(timeline.placed, key=lambda item: (*item.order[:2], item.session.id)):
            place = _known(item)
            if place is None:
                continue
            table = "rooms" if isinstance(place, Room) else "venues"
            missing = self._missing(place)
            if not missing or (table, place.id) in told:
                continue
            told.add((table, place.id))
            headline = Message.of("`{id}` is not fitted for `{codes}`", id=place.id, codes=missing)
            advice = Message.of("choose another place, or add to its `accessibility`")
            held = Message.of("`{id}` is held there", id=item.session.id)
            where = Where(timeline.ids[table][place.id]) / "accessibility"
            related = (Related(Where(item.at), held),)
            yield self.found(where, headline, help=advice, related=related)

    def _missing(self, place: Room | Venue) -> str:
        """Return the codes that are needed and lacking, in the order of OpenAgenda."""
        lacking = set(self.options.needed) - set(place.accessibility or ())
        return ", ".join(code.value for code in Accessibility if code in lacking)


def _known(item: Placed) -> Room | Venue | None:
    """Return the place that says whom a session is fitted for: its room, else its venue."""
    for place in (item.room, item.venue):
        if place is not None and place.accessibility is not None:
            return place
    return None
