"""Times that are no instants: clock changes and unknown zones."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import available_timezones

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.language.names import nearest
from partenariats.model.clock import ClockFault
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.problems import NoInstant, UnknownZone
from partenariats.model.walltime import say_offset


class NoSuchTime(Validator[NoOptions]):
    """A time does not exist in the night of a clock change.

    ## What it says

    In spring the clocks are put forward, in most of Europe from 2:00 to 3:00. The times
    between are never shown by any clock.

    ## Why it matters

    Some programs would take it for the hour before, some for the hour after.

    ## Example

    ```toml
    [[days]]
    id = "samedi"
    date = 2022-03-26

    [[sessions]]
    id = "veillee"
    day = "samedi"
    title = "Veillée"
    start = "26:30"
    end = "28:00"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "samedi"
    date = 2022-03-26

    [[sessions]]
    id = "veillee"
    day = "samedi"
    title = "Veillée"
    start = "27:00"
    end = "28:00"
    ```
    """

    code = "TIM004"
    name = "no-such-time"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every time that the clocks jump over."""
        for problem in timeline.problems_of(NoInstant):
            if problem.fault is ClockFault.NONEXISTENT:
                headline = Message.of(
                    "{wall} does not exist after {day} in {zone}: the clocks go forward",
                    wall=str(problem.wall),
                    day=problem.day.isoformat(),
                    zone=problem.zone,
                )
                advice = Message.of("choose a time before or after the clock change")
                yield self.found(Where(problem.at), headline, help=advice)


class TimeTwice(Validator[NoOptions]):
    """A time exists twice in the night of a clock change.

    ## What it says

    In autumn the clocks are put back, in most of Europe from 3:00 to 2:00. The times
    between are shown twice.

    ## Why it matters

    Half of those who come would be an hour early or late.

    ## Example

    ```toml
    [[days]]
    id = "samedi"
    date = 2022-10-29

    [[sessions]]
    id = "veillee"
    day = "samedi"
    title = "Veillée"
    start = "26:30"
    end = "28:00"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "samedi"
    date = 2022-10-29

    [[sessions]]
    id = "veillee"
    day = "samedi"
    title = "Veillée"
    start = "26:30+02:00"
    end = "28:00"
    ```
    """

    code = "TIM005"
    name = "time-twice"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every time that needs an offset to be one instant."""
        for problem in timeline.problems_of(NoInstant):
            if problem.fault is ClockFault.DOUBLED:
                headline = Message.of(
                    "{wall} exists twice after {day} in {zone}: the clocks go back",
                    wall=str(problem.wall),
                    day=problem.day.isoformat(),
                    zone=problem.zone,
                )
                first, second = (f"{problem.wall}{say_offset(o)}" for o in problem.offsets)
                advice = Message.of(
                    "write `{first}` for the first or `{second}` for the second",
                    first=first,
                    second=second,
                )
                yield self.found(Where(problem.at), headline, help=advice)


class WrongOffset(Validator[NoOptions]):
    """A time gives an offset that its zone does not have then.

    ## What it says

    The offset after a time (`+01:00`) is there to tell two equal hours of an autumn night
    apart. At this time the zone of the event has another offset.

    ## Why it matters

    The two cannot both be true, and an hour lies between them.

    ## Example

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30+05:00"
    end = "10:00"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    end = "10:00"
    ```
    """

    code = "TIM006"
    name = "wrong-offset"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every offset that the zone does not have at that time."""
        for problem in timeline.problems_of(NoInstant):
            if problem.fault is ClockFault.WRONG_OFFSET:
                headline = Message.of(
                    "`{zone}` is not at {offset} from UTC then, but at {true}",
                    zone=problem.zone,
                    offset=say_offset(problem.wall.offset or 0),
                    true=say_offset(problem.offsets[0]),
                )
                advice = Message.of("leave the offset out")
                yield self.found(Where(problem.at), headline, help=advice)


class UnknownZoneName(Validator[NoOptions]):
    """The time zone is not known.

    ## What it says

    A time zone is called by its name in the IANA database: a continent and a city, as
    `Europe/Paris` or `America/Martinique`.

    ## Why it matters

    Without it no time of the programme can be shown on a telephone.

    ## Example

    ```toml
    format = 1
    [event]
    id = "assises"
    title = "Assises"
    timezone = "Europe/Niort"
    ```

    ## Use instead

    ```toml
    format = 1
    [event]
    id = "assises"
    title = "Assises"
    timezone = "Europe/Paris"
    ```
    """

    code = "TIM010"
    name = "unknown-zone"
    severity = Severity.ERROR

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell a zone that the database does not have."""
        for problem in timeline.problems_of(UnknownZone):
            close = _near(problem.zone)
            advice = (
                Message.of("did you mean `{name}`?", name=close)
                if close
                else Message.of("write a name such as `Europe/Paris`")
            )
            headline = Message.of("there is no time zone `{zone}`", zone=problem.zone[:60])
            yield self.found(Where(problem.at), headline, help=advice)


def _near(zone: str) -> str | None:
    return nearest(zone, sorted(available_timezones()))
