"""Who has said yes."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.builtin.validators.people.credited import each_person
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline


class Unconfirmed(Validator[NoOptions]):
    """Somebody is in the programme who has not confirmed.

    ## What it says

    The person has `confirmed = false`, and is credited in a session. It is told once for a
    person.

    ## Why it matters

    Three hundred printed programmes announce somebody who may not come.

    ## Example

    ```toml
    [[people]]
    id = "jerome-baloge"
    name = "Jérôme BALOGE"
    confirmed = false

    [[days]]
    id = "jeudi"
    date = 2022-03-24

    [[sessions]]
    id = "accueil"
    day = "jeudi"
    kind = "reception"
    title = "Accueil"
    start = "18:00"
    credits = [{ person = "jerome-baloge", role = "host" }]
    ```

    ## Use instead

    ```toml
    [[people]]
    id = "jerome-baloge"
    name = "Jérôme BALOGE"
    confirmed = true

    [[days]]
    id = "jeudi"
    date = 2022-03-24

    [[sessions]]
    id = "accueil"
    day = "jeudi"
    kind = "reception"
    title = "Accueil"
    start = "18:00"
    credits = [{ person = "jerome-baloge", role = "host" }]
    ```
    """

    code = "PPL006"
    name = "unconfirmed"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell everybody who is credited and has not said yes."""
        sessions = timeline.first_sessions
        for at, person in each_person(timeline):
            if person.confirmed is not False or person.id not in sessions:
                continue
            headline = Message.of("`{id}` is credited, but has not confirmed", id=person.id)
            advice = Message.of("ask them, or take them out of the programme")
            related = (Related(Where(sessions[person.id]), Message.of("they are credited here")),)
            yield self.found(Where((*at, "confirmed")), headline, help=advice, related=related)


class ConfirmationUnknown(Validator[NoOptions]):
    """Whether somebody has confirmed is not said.

    ## What it says

    The event says of some people whether they confirmed, and of others, who are credited in a
    session, it does not. It is told once for the event, at the first of them. Where it is said
    of nobody, nothing is told.

    ## Why it matters

    Whoever keeps this list wants to know whom to ask.

    ## Example

    ```toml
    [[people]]
    id = "jean-luc-boissieu"
    name = "Jean-Luc BOISSIEU"
    confirmed = true

    [[people]]
    id = "stephane-pintre"
    name = "Stéphane PINTRE"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    credits = [{ person = "jean-luc-boissieu" }, { person = "stephane-pintre" }]
    ```

    ## Use instead

    ```toml
    [[people]]
    id = "jean-luc-boissieu"
    name = "Jean-Luc BOISSIEU"
    confirmed = true

    [[people]]
    id = "stephane-pintre"
    name = "Stéphane PINTRE"
    confirmed = true

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    credits = [{ person = "jean-luc-boissieu" }, { person = "stephane-pintre" }]
    ```
    """

    code = "PPL007"
    name = "confirmation-unknown"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell how many of those who are credited are left out of a list of answers."""
        if all(person.confirmed is None for person in timeline.event.people):
            return
        credited = timeline.first_sessions
        unknown = [
            (at, person)
            for at, person in each_person(timeline)
            if person.confirmed is None and person.id in credited
        ]
        if not unknown:
            return
        at, person = unknown[0]
        if len(unknown) == 1:
            headline = Message.of("whether `{id}` has confirmed is not said", id=person.id)
        else:
            headline = Message.of(
                "whether `{id}` and others, {number} in all, have confirmed is not said",
                id=person.id,
                number=len(unknown),
            )
        yield self.found(Where(at), headline, help=Message.of("give them `confirmed`"))
