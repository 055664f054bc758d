"""Hours and dates of a schedule that had to be guessed or corrected."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Severity
from partenariats.language.message import Message
from partenariats_schedule.rules.base import ScheduleRule


class GuessedZone(ScheduleRule):
    """The time zone was guessed.

    ## What it says

    The schedule names no time zone, or one that does not exist. The zone with the offset of its
    dates was taken, or UTC where they have none or several.

    ## Why it matters

    In a calendar of another country the sessions could stand at the wrong hour; and a zone that is
    only an offset knows no summer time.

    ## What to do

    Import it again with the option `timezone`: `-O timezone=Europe/Paris`.
    """

    code = "SCH001"
    name = "schedule-zone-guessed"
    severity = Severity.WARNING
    advice = Message.of("import it again with the zone: `-O timezone=Europe/Paris`")


class StartAgainstDate(ScheduleRule):
    """The `start` of sessions is not the hour of their `date`.

    ## What it says

    A session says its hour twice, and in the event's time zone the two differ. The `date` was
    taken, because it has an offset and cannot be misunderstood.

    ## Why it matters

    One of the two is wrong. Where it is so in every session, the time zone of the schedule is
    not the one in which its hours were written.

    ## What to do

    Compare with the printed programme. If the `start` is right everywhere, import it again with
    the zone of the event: `-O timezone=Europe/Paris`.
    """

    code = "SCH002"
    name = "schedule-start-against-date"
    severity = Severity.WARNING
    advice = Message.of("compare with the printed programme, and look at the time zone")


class OtherDay(ScheduleRule):
    """What stands under a day is of another date.

    ## What it says

    A day's `date` is not the one on which it begins in the event's time zone, or sessions stand
    under a day on which they do not take place. Each session was put on its own date.

    ## Why it matters

    Dates of days are often reckoned in UTC by mistake, which shifts them by one in the east and
    in the west. A single session on a wrong day is a slip that sends people a day late.

    ## What to do

    Look at the days and at the sessions of the imported event.
    """

    code = "SCH003"
    name = "schedule-other-day"
    severity = Severity.WARNING
    advice = Message.of("look at the days of the imported event")
