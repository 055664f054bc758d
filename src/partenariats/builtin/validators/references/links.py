"""Links between things that exist but do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.problems import CircularTheme, CreditWithoutName, NotGroupWork


class CreditOfNobody(Validator[NoOptions]):
    """A credit names nobody, or two at once.

    ## What it says

    A credit gives a role to one person or to one organization, never to both or to neither.

    ## Why it matters

    The programme could not say whose role it is.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    credits = [{ role = "speaker" }]
    ```

    ## Use instead

    ```toml
    [[organizations]]
    id = "smacl"
    name = "SMACL"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    credits = [{ organization = "smacl", role = "speaker" }]
    ```
    """

    code = "REF003"
    name = "credit-of-nobody"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every credit that does not name exactly one."""
        for problem in timeline.problems_of(CreditWithoutName):
            if problem.both:
                headline = Message.of("a credit names a person and an organization")
                advice = Message.of("make two credits of it")
            else:
                headline = Message.of("a credit names nobody")
                advice = Message.of("give it a `person` or an `organization`")
            yield self.found(Where(problem.at), headline, help=advice)


class ThemeInCircle(Validator[NoOptions]):
    """A theme is part of itself.

    ## What it says

    Following `parent` from theme to theme leads back to where it began.

    ## Why it matters

    Nobody could say which of these themes is the wider one.

    ## Example

    ```toml
    [[themes]]
    id = "climat"
    title = "Climat"
    parent = "eau"

    [[themes]]
    id = "eau"
    title = "Eau"
    parent = "climat"
    ```

    ## Use instead

    ```toml
    [[themes]]
    id = "climat"
    title = "Climat"

    [[themes]]
    id = "eau"
    title = "Eau"
    parent = "climat"
    ```
    """

    code = "REF004"
    name = "theme-in-circle"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell each circle of themes once."""
        for problem in timeline.problems_of(CircularTheme):
            headline = Message.of("theme `{id}` is part of itself", id=problem.id)
            yield self.found(Where(problem.at), headline, help=Message.of("take out one `parent`"))


class NotWithinGroupWork(Validator[NoOptions]):
    """A workshop is held within a session that is no group work.

    ## What it says

    `within` names the session of kind `group_work` from which a workshop takes its times and
    its venue. The session it names here is of another kind.

    ## Why it matters

    A workshop shown inside a break or a meal is a slip of the pen.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "pause"
    day = "vendredi"
    kind = "break"
    title = "Pause"
    start = "11:00"

    [[workshops]]
    id = "atelier-1"
    within = "pause"
    ```

    ## Use instead

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
    """

    code = "REF005"
    name = "not-within-group-work"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every workshop whose frame is no group work."""
        for problem in timeline.problems_of(NotGroupWork):
            headline = Message.of("`{id}` is no group-work session", id=problem.within)
            related = (Related(Where(problem.session), Message.of("it is declared here")),)
            advice = Message.of('give that session `kind = "group_work"`, or name another one')
            yield self.found(Where(problem.at), headline, help=advice, related=related)
