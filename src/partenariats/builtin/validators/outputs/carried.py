"""What the format of an output cannot carry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from partenariats.builtin.validators.outputs.uses import Uses
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.exporter import PERSONAL, SETTINGS, Exporter
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline

STEERING: Final = frozenset(
    {
        "blocks.end",
        "blocks.start",
        "event.country",
        "event.expected",
        "event.languages",
        "event.revision",
        "organizations.kind",
        "rooms.capacity",
        "rooms.shared",
        "rooms.venue",
        "sessions.capacity",
        "sessions.expected",
        "sessions.kind",
        "sessions.minimum",
        "themes.parent",
    }
)
"""Keys that sort, place and count: they serve whoever plans, and no reader misses them."""


class NotCarried(Validator[NoOptions]):
    """The format of an output cannot carry something that the event says.

    ## What it says

    The event uses keys that have no place in what this output makes. It is told once for an
    output. What only serves whoever plans, as `kind` or `minimum`, settings and personal data are
    not told.

    ## Why it matters

    Whoever reads only this output does not learn of it.

    ## Example

    ```toml
    [[themes]]
    id = "climat"
    title = "Climat"
    description = "Des villes plus fraîches"

    [[outputs]]
    use = "markdown"
    ```

    ## Use instead

    ```toml
    [[themes]]
    id = "climat"
    title = "Climat"
    description = "Des villes plus fraîches"

    [[outputs]]
    use = "json"
    ```
    """

    code = "PLG011"
    name = "not-carried"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:
        """Tell every output whose exporter omits keys that the event uses."""
        uses = Uses(timeline.event)
        for index, output in enumerate(timeline.event.outputs):
            exporter = context.exporters.get(output.use)
            lost = [] if exporter is None else [k for k in _told(exporter) if uses.first(k)]
            if lost:
                headline = Message.of(
                    "`{use}` cannot carry {keys}",
                    use=output.use,
                    keys=", ".join(f"`{key}`" for key in sorted(lost)),
                )
                advice = Message.of("say it in another output too, if readers need it")
                yield self.found(Where() / "outputs" / index / "use", headline, help=advice)


def _told(exporter: type[Exporter[Any]]) -> Iterator[str]:
    """Give the keys an exporter omits, without those of tables that it omits as a whole."""
    for key in exporter.omits - STEERING - PERSONAL - SETTINGS:
        table, _, name = key.partition(".")
        if not name or table not in exporter.omits:
            yield key
