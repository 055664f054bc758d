"""What people are, and where."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.builtin.validators.people.credited import each_person
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline


class PositionWithoutOrganization(Validator[NoOptions]):
    """A position names no organization.

    ## What it says

    Somebody who is credited in a session has a position that does not say in which organization
    it is. It is told once for a person.

    ## Why it matters

    "Président" alone does not say of what, and the programme cannot list who comes from where.

    ## Example

    ```toml
    [[people]]
    id = "jean-luc-boissieu"
    name = "Jean-Luc BOISSIEU"
    positions = [{ title = "président de la SMACL" }]

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    credits = [{ person = "jean-luc-boissieu" }]
    ```

    ## Use instead

    ```toml
    [[organizations]]
    id = "smacl"
    name = "SMACL"

    [[people]]
    id = "jean-luc-boissieu"
    name = "Jean-Luc BOISSIEU"
    positions = [{ title = "président de la SMACL", organization = "smacl" }]

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    credits = [{ person = "jean-luc-boissieu" }]
    ```
    """

    code = "PPL005"
    name = "position-without-organization"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell everybody who is credited and has a position of which the organization is open."""
        credited = timeline.first_sessions
        for at, person in each_person(timeline):
            if person.id not in credited:
                continue
            for index, position in enumerate(person.positions):
                if position.organization is None:
                    headline = Message.of(
                        "a position of `{id}` names no organization", id=person.id
                    )
                    advice = Message.of(
                        "give it an `organization`, declared in `[[organizations]]`"
                    )
                    yield self.found(Where((*at, "positions", index)), headline, help=advice)
                    break
