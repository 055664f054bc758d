"""Working groups and who leads them."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.themes import WorkingGroupState
from partenariats.model.timeline import Timeline


class GroupWithoutLead(Validator[NoOptions]):
    """Nobody leads a working group.

    ## What it says

    The working group is not closed and names no `lead`.

    ## Why it matters

    Those who would like to join do not know whom to write to, and nobody calls the first meeting.

    ## Example

    ```toml
    [[themes]]
    id = "climat"
    title = "Climat"

    [[working_groups]]
    id = "groupe-climat"
    theme = "climat"
    ```

    ## Use instead

    ```toml
    [[people]]
    id = "anne-martin"
    name = "Anne Martin"

    [[themes]]
    id = "climat"
    title = "Climat"

    [[working_groups]]
    id = "groupe-climat"
    theme = "climat"
    lead = "anne-martin"
    ```
    """

    code = "THM004"
    name = "group-without-lead"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every working group that goes on without a lead."""
        for index, group in enumerate(timeline.event.working_groups):
            if group.lead is None and group.state is not WorkingGroupState.CLOSED:
                headline = Message.of("nobody leads working group `{id}`", id=group.id)
                advice = Message.of("give it a `lead`")
                yield self.found(Where() / "working_groups" / index, headline, help=advice)
