"""What a programme leaves open, and how it was filled in."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Severity
from partenariats.language.message import Message
from partenariats_programme_text.rules.base import ProgrammeRule


class GuessedYear(ProgrammeRule):
    """The year was guessed.

    ## What it says

    The programme says no year for this day. It was taken from another date of the programme, or
    is the year nearest to the present one in which the date falls on the weekday that is named.

    ## Why it matters

    Calendars and invitations bear the year.

    ## What to do

    Look at the date in the event file, or import it again with the year: `-O year=2022`.
    """

    code = "PTX005"
    name = "programme-text-year-guessed"
    severity = Severity.INFO
    advice = Message.of("import it again with the year: `-O year=2022`")


class GuessedDate(ProgrammeRule):
    """The date of a day was guessed.

    ## What it says

    The programme names the day by its weekday or its number, or not at all. Its date was counted
    from the dates that the programme does say; where it says none, it stands in the first days of
    the year, to be replaced.

    ## Why it matters

    Nothing is placed in a calendar without a date.

    ## What to do

    Write the right date under `[[days]]` in the event file.
    """

    code = "PTX006"
    name = "programme-text-date-guessed"
    severity = Severity.WARNING
    advice = Message.of("write the right date under `[[days]]` in the event file")


class GuessedZone(ProgrammeRule):
    """The time zone was guessed.

    ## What it says

    Programmes on paper name no time zone. The one usual for the language was taken.

    ## Why it matters

    In a calendar of another country the sessions could stand at the wrong hour.

    ## What to do

    Import it again with the option `timezone`: `-O timezone=Europe/Paris`.
    """

    code = "PTX007"
    name = "programme-text-zone-guessed"
    severity = Severity.INFO
    advice = Message.of("import it again with the zone: `-O timezone=Europe/Paris`")


class GuessedLanguage(ProgrammeRule):
    """The language was guessed.

    ## What it says

    The programme was taken for French or English by its most frequent words.

    ## Why it matters

    Dates and hours are published in the language of the event.

    ## What to do

    Import it again with the option `language`: `-O language=fr`.
    """

    code = "PTX008"
    name = "programme-text-language-guessed"
    severity = Severity.INFO
    advice = Message.of("import it again with the language: `-O language=fr`")


class GuessedKind(ProgrammeRule):
    """The kind of a session was guessed from its title.

    ## What it says

    A word of the title, such as `Pause` or `Ouverture`, tells what sort of session it is.

    ## Why it matters

    Breaks and meals are published and checked in another way than talks.

    ## What to do

    Look at the `kind` of the session in the event file.
    """

    code = "PTX009"
    name = "programme-text-kind-guessed"
    severity = Severity.INFO


class GuessedEnd(ProgrammeRule):
    """No end is said.

    ## What it says

    The programme says when sessions begin and not when they end. Nothing was written: each is
    taken to last until the next one begins. It is told once, at the first of them.

    ## Why it matters

    The last session of a day or half-day has no end at all.

    ## What to do

    Write the `end` of the last sessions into the event file.
    """

    code = "PTX010"
    name = "programme-text-end-guessed"
    severity = Severity.INFO
    advice = Message.of("write the `end` of the last session of each day into the event file")


class GuessedThemes(ProgrammeRule):
    """Points of a list were taken for themes, workshops or working groups.

    ## What it says

    The title above a list speaks of themes, so its points became themes; or a title says how many
    workshops there are, and they were made without titles.

    ## Why it matters

    Themes and workshops have pages, colours and registrations of their own.

    ## What to do

    Look at `[[themes]]`, `[[workshops]]` and `[[working_groups]]` in the event file.
    """

    code = "PTX011"
    name = "programme-text-themes-guessed"
    severity = Severity.INFO
    advice = Message.of("look at the themes and workshops in the event file")


class GuessedAfternoon(ProgrammeRule):
    """An hour was taken for one of the afternoon.

    ## What it says

    The hour is earlier than the one of the session before it, and is one of the afternoon when
    twelve hours are added: `12:30`, then `1:30`.

    ## Why it matters

    On a clock of twenty-four hours it is in the night.

    ## What to do

    Look at the hour in the event file.
    """

    code = "PTX012"
    name = "programme-text-afternoon-guessed"
    severity = Severity.WARNING
    advice = Message.of("look at the hour in the event file")
