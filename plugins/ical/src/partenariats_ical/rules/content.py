"""What a calendar says twice, in a way that is not understood, or in vain."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Severity
from partenariats.language.message import Message
from partenariats_ical.rules.base import CalendarRule


class UsedUid(CalendarRule):
    """Entries have a `UID` that another has already.

    ## What it says

    Two entries of the calendar have the same `UID`. If they say the same, one was imported; if
    not, both, under ids that differ.

    ## Why it matters

    Most calendars show one of the two, and which one is chance.

    ## What to do

    Compare them, and remove the one that is out of date.
    """

    code = "ICS005"
    name = "ical-used-uid"
    severity = Severity.WARNING
    advice = Message.of("compare them, and remove the one that is out of date")


class UnreadableValue(CalendarRule):
    """A value of the calendar could not be read.

    ## What it says

    Something stands where a date, an hour, a length, a title or an address is expected, and is
    none. It was left out, and the rest imported.

    ## Why it matters

    What is missing in the event is not missing because nobody knew it.

    ## What to do

    Look it up in the calendar and write it into the event file.
    """

    code = "ICS006"
    name = "ical-unreadable-value"
    severity = Severity.WARNING
    advice = Message.of("look it up in the calendar and write it into the event file")


class NotUnderstood(CalendarRule):
    """Lines of the file are no part of a calendar.

    ## What it says

    A line is no property, stands outside of the calendar, or begins something that does not end.
    It was left out; what could be read around it was imported.

    ## Why it matters

    Mostly the line before it was broken without being folded, and a text lacks its end.

    ## What to do

    Look at the line, and complete the text in the event file.
    """

    code = "ICS007"
    name = "ical-not-understood"
    severity = Severity.WARNING
    advice = Message.of("look at the line, and complete the text in the event file")


class NotCarried(CalendarRule):
    """Parts of the calendar have no place in an event.

    ## What it says

    The calendar has something that an event file cannot hold, such as alarms, attachments, tasks,
    entries that were cancelled, or addresses of attendees. It is counted once for each kind.

    ## Why it matters

    An import loses nothing in silence: this is the list of what is not in the event.

    ## What to do

    Nothing, unless it is wanted: then keep the calendar beside the event file.
    """

    code = "ICS008"
    name = "ical-not-carried"
    severity = Severity.INFO


class GuessedMeaning(CalendarRule):
    """What somebody or something is was guessed.

    ## What it says

    A calendar does not say whether an attendee speaks, whether its organizer is a person or a body,
    nor in which encoding it is written. The usual answer was taken.

    ## Why it matters

    The roles stand in the published programme.

    ## What to do

    Look at the people and their roles in the event file.
    """

    code = "ICS009"
    name = "ical-guessed-meaning"
    severity = Severity.INFO
    advice = Message.of("look at it in the event file")


class NoLanguage(CalendarRule):
    """The calendar does not say its language.

    ## What it says

    No text of the calendar says in which language it is. English was taken for the event.

    ## Why it matters

    Dates, lists and headings of what is published are written in the event's language.

    ## What to do

    Import it again with the option `language`: `-O language=fr`.
    """

    code = "ICS010"
    name = "ical-no-language"
    severity = Severity.INFO
    advice = Message.of("import it again with the language: `-O language=fr`")
