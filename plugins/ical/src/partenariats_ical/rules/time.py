"""Hours and dates of a calendar that had to be guessed, cut or left as they are."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Severity
from partenariats.language.message import Message
from partenariats_ical.rules.base import CalendarRule


class GuessedZone(CalendarRule):
    """A time zone was guessed.

    ## What it says

    The calendar names no time zone, or one that nobody knows. The zone whose offsets its
    `VTIMEZONE` has was taken, or that of the event, or UTC.

    ## Why it matters

    In the wrong zone every session stands at the wrong hour.

    ## What to do

    Import it again with the option `timezone`: `-O timezone=Europe/Paris`.
    """

    code = "ICS001"
    name = "ical-zone-guessed"
    severity = Severity.WARNING
    advice = Message.of("import it again with the zone: `-O timezone=Europe/Paris`")


class MovedHour(CalendarRule):
    """Sessions were put at another hour or on another day than the one written.

    ## What it says

    A time that the clocks leave out in spring was read as an hour later, or a session in the small
    hours was put at the end of the day before, as `25:00`.

    ## Why it matters

    An event file keeps the night with the day it ends; a calendar has only dates.

    ## What to do

    Look at the days of the imported event.
    """

    code = "ICS002"
    name = "ical-moved-hour"
    severity = Severity.INFO
    advice = Message.of("look at the days of the imported event")


class WholeDay(CalendarRule):
    """Entries have a date and no hour.

    ## What it says

    An entry of the calendar is for whole days. It became a session from 0:00 to 24:00, or of as
    many days as it says.

    ## Why it matters

    Such entries are rarely sessions: mostly they say where somebody is, or name the day.

    ## What to do

    Give the session its hours in the event file, or make it the title of the day.
    """

    code = "ICS003"
    name = "ical-whole-day"
    severity = Severity.WARNING
    advice = Message.of("give them hours in the event file, or make them titles of days")


class CutRepetition(CalendarRule):
    """A repetition was cut short or not followed.

    ## What it says

    An entry repeats without end, more than 366 times, or by a rule that programmes do not use. Up
    to 366 times within a year were imported where it is daily or weekly, else only the first.

    ## Why it matters

    The sessions that are missing take place.

    ## What to do

    Write the others into the event file, if they belong to the event.
    """

    code = "ICS004"
    name = "ical-cut-repetition"
    severity = Severity.WARNING
    advice = Message.of("write the others into the event file, if they belong to it")
