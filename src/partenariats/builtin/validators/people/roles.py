"""Roles that a session needs."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.people import Role
from partenariats.model.sessions import AnySession, SessionKind, Workshop
from partenariats.model.timeline import Timeline


class NobodyChairs(Validator[NoOptions]):
    """Nobody chairs a plenary session.

    ## What it says

    No credit of the session, which is of kind `plenary`, has the role `chair`.

    ## Why it matters

    Somebody must open it, watch the time and give the floor; who it is should be agreed before.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "pleniere"
    day = "vendredi"
    kind = "plenary"
    title = "Séance plénière"
    start = "9:30"
    ```

    ## Use instead

    ```toml
    [[people]]
    id = "stephane-pintre"
    name = "Stéphane PINTRE"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "pleniere"
    day = "vendredi"
    kind = "plenary"
    title = "Séance plénière"
    start = "9:30"
    credits = [{ person = "stephane-pintre", role = "chair" }]
    ```
    """

    code = "PPL003"
    name = "nobody-chairs"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every plenary session without a chair."""
        for index, session in enumerate(timeline.event.sessions):
            if session.kind is SessionKind.PLENARY and Role.CHAIR not in _roles(session):
                headline = Message.of("nobody chairs the plenary session `{id}`", id=session.id)
                advice = Message.of('give somebody the role `"chair"` in its `credits`')
                yield self.found(Where() / "sessions" / index, headline, help=advice)


class NobodyLeadsWorkshop(Validator[NoOptions]):
    """A workshop lacks its facilitator or its rapporteur.

    ## What it says

    No credit of the workshop has the role `facilitator`, or none has the role `rapporteur`, and
    none of its group-work session has it for all workshops.

    ## Why it matters

    Without the first the discussion goes nowhere, without the second nothing of it is reported
    back.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ateliers"
    day = "vendredi"
    kind = "group_work"
    title = "Travail en ateliers"
    start = "13:30"

    [[workshops]]
    id = "atelier-1"
    within = "ateliers"
    ```

    ## Use instead

    ```toml
    [[people]]
    id = "claire-martin"
    name = "Claire MARTIN"

    [[people]]
    id = "paul-durand"
    name = "Paul DURAND"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ateliers"
    day = "vendredi"
    kind = "group_work"
    title = "Travail en ateliers"
    start = "13:30"

    [[workshops]]
    id = "atelier-1"
    within = "ateliers"
    credits = [
      { person = "claire-martin", role = "facilitator" },
      { person = "paul-durand", role = "rapporteur" },
    ]
    ```
    """

    code = "PPL004"
    name = "nobody-leads-workshop"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every workshop without a facilitator, a rapporteur, or both."""
        for index, workshop in enumerate(timeline.event.workshops):
            roles = _roles(workshop) | _roles_of_host(timeline, workshop)
            facilitated, reported = Role.FACILITATOR in roles, Role.RAPPORTEUR in roles
            if facilitated and reported:
                continue
            if reported:
                headline = Message.of("workshop `{id}` has no facilitator", id=workshop.id)
            elif facilitated:
                headline = Message.of("workshop `{id}` has no rapporteur", id=workshop.id)
            else:
                headline = Message.of(
                    "workshop `{id}` has no facilitator and no rapporteur", id=workshop.id
                )
            advice = Message.of("name them in its `credits`, or for all in the group-work session")
            yield self.found(Where() / "workshops" / index, headline, help=advice)


def _roles(session: AnySession) -> set[Role]:
    return {credit.role for credit in session.credits}


def _roles_of_host(timeline: Timeline, workshop: Workshop) -> set[Role]:
    """Return the roles that are given in the session a workshop is held within."""
    at = timeline.ids["sessions"].get(workshop.within or "")
    if at is None or at[0] != "sessions":
        return set()
    return _roles(timeline.event.sessions[int(at[1])])
