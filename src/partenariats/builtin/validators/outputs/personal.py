"""Personal data in outputs that everybody may read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from partenariats.builtin.validators.outputs.uses import Uses
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.exporter import PERSONAL, Exporter
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.event import Visibility
from partenariats.model.timeline import Timeline


class PersonalData(Validator[NoOptions]):
    """A public output holds personal data beyond the credits.

    ## What it says

    An output is public unless it says otherwise, and this one carries what an event holds of
    persons besides their part in the programme: who confirmed, the members of working groups, who
    proposed a topic, and people whom no session credits and who lead no working group.

    ## Why it matters

    People agreed to be named with their session, not to have the rest published.

    ## Example

    ```toml
    [[people]]
    id = "anne-martin"
    name = "Anne Martin"
    confirmed = true

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    end = "10:00"
    credits = [{ person = "anne-martin", role = "speaker" }]

    [[outputs]]
    use = "json"
    ```

    ## Use instead

    ```toml
    [[people]]
    id = "anne-martin"
    name = "Anne Martin"
    confirmed = true

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    end = "10:00"
    credits = [{ person = "anne-martin", role = "speaker" }]

    [[outputs]]
    use = "json"
    visibility = "staff"
    ```
    """

    code = "PLG009"
    name = "personal-data"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:
        """Tell every public output whose exporter carries personal data that the event has."""
        uses = Uses(timeline.event)
        for index, output in enumerate(timeline.event.outputs):
            exporter = context.exporters.get(output.use)
            if exporter is None or output.visibility is not Visibility.PUBLIC:
                continue
            held = {key: place for key in _carried(exporter) if (place := uses.first(key))}
            if held:
                headline = Message.of(
                    "public output `{use}` holds personal data: {what}",
                    use=output.use,
                    what=_say(list(held)),
                )
                advice = Message.of('give it `visibility = "staff"`, or take the data out')
                related = tuple(
                    Related(place, Message.of("for instance here")) for place in held.values()
                )
                where = Where() / "outputs" / index / "use"
                yield self.found(where, headline, help=advice, related=related)


def _carried(exporter: type[Exporter[Any]]) -> Iterator[str]:
    """Give the personal keys that an exporter does not omit, in order."""
    for key in sorted(PERSONAL - exporter.omits):
        if key.partition(".")[0] not in exporter.omits:
            yield key


def _say(keys: Sequence[str]) -> Message | str:
    written = ", ".join(f"`{key}`" for key in keys if key != "people.uncredited")
    if "people.uncredited" not in keys:
        return written
    if not written:
        return Message.of("people whom no session credits")
    return Message.of("{keys} and people whom no session credits", keys=written)
