"""Lines of a programme that are not in the event, or that cannot be true."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Severity
from partenariats.language.message import Message
from partenariats_programme_text.rules.base import ProgrammeRule


class NotUnderstood(ProgrammeRule):
    """A line of the programme was not understood.

    ## What it says

    The line belongs to no day, half-day or session, and begins with nothing that tells what it
    is. It is not in the event.

    ## Why it matters

    An import loses nothing in silence: every line of the programme is in the event, or listed
    under this code.

    ## What to do

    Read the line, and write into the event file what it says.
    """

    code = "PTX001"
    name = "programme-text-not-understood"
    severity = Severity.WARNING
    advice = Message.of("write into the event file what this line says")


class WordsLeft(ProgrammeRule):
    """Some words of a line are not in the event.

    ## What it says

    The line was understood, but for the words that are named.

    ## Why it matters

    What people wrote was meant to be read, even where an event has no place for it.

    ## What to do

    Write into the event file what is missing, or leave it out.
    """

    code = "PTX002"
    name = "programme-text-words-left"
    severity = Severity.WARNING
    advice = Message.of("write into the event file what is missing")


class ImpossibleTimes(ProgrammeRule):
    """A session ends before it begins.

    ## What it says

    The end that the programme gives is not after the start. Both were kept as they stand.

    ## Why it matters

    One of the two hours is wrong, and only the organiser knows which. `partenariats validate`
    says the same until it is mended.

    ## What to do

    Write the right hour into the event file. Where the session ends after midnight, write its end
    as `25:00`.
    """

    code = "PTX003"
    name = "programme-text-impossible-times"
    severity = Severity.WARNING
    advice = Message.of("write the right hour into the event file")


class WrongWeekday(ProgrammeRule):
    """The date is no such weekday.

    ## What it says

    The programme names a weekday and a date that are not one day in the year it is held. The date
    was believed.

    ## Why it matters

    People who come by the weekday come on another day than those who come by the date.

    ## What to do

    Correct the date in the event file, or the year: `-O year=2022`.
    """

    code = "PTX004"
    name = "programme-text-wrong-weekday"
    severity = Severity.WARNING
    advice = Message.of("correct the date, or import it again with the year: `-O year=2022`")
