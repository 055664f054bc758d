"""What a schedule says in two ways, in a way that is not understood, or in vain."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Severity
from partenariats.language.message import Message
from partenariats_schedule.rules.base import ScheduleRule


class UsedId(ScheduleRule):
    """Sessions have an id or a slug that another session has already.

    ## What it says

    Two sessions of the schedule have the same `id` or the same `slug`. Both were imported, under
    ids that differ.

    ## Why it matters

    Schedules put together from several sources number their sessions twice. A session that is
    held twice has one id too; here each time is a session of its own.

    ## What to do

    Nothing, unless sessions should be told apart by better ids: rename them in the event file.
    """

    code = "SCH004"
    name = "schedule-used-id"
    severity = Severity.WARNING
    advice = Message.of("rename them in the event file, or leave them as they are")


class UnreadableValue(ScheduleRule):
    """A value of the schedule could not be read.

    ## What it says

    Something stands where a date, an hour, a length, a colour, a name or a list is expected, and
    is none. It was left out, and the rest imported.

    ## Why it matters

    What is missing in the event is not missing because nobody knew it.

    ## What to do

    Look it up in the schedule and write it into the event file.
    """

    code = "SCH005"
    name = "schedule-unreadable-value"
    severity = Severity.WARNING
    advice = Message.of("look it up in the schedule and write it into the event file")


class NotCarried(ScheduleRule):
    """Parts of the schedule have no place in an event.

    ## What it says

    The schedule has something that an event file cannot hold, such as links, attachments, what
    may be recorded, or the markup of descriptions. It is counted once for each kind.

    ## Why it matters

    An import loses nothing in silence: this is the list of what is not in the event.

    ## What to do

    Nothing, unless it is wanted: then keep the schedule beside the event file.
    """

    code = "SCH006"
    name = "schedule-not-carried"
    severity = Severity.INFO


class TwoRooms(ScheduleRule):
    """Sessions name another room than the one they stand under.

    ## What it says

    The `room` of a session is not the name of the room in whose list it stands. The list was
    believed.

    ## Why it matters

    Mostly the room has a long and a short name. If not, people go to the wrong room.

    ## What to do

    Look at the rooms of the imported event.
    """

    code = "SCH007"
    name = "schedule-two-rooms"
    severity = Severity.INFO


class SharedPersonId(ScheduleRule):
    """Several people have one id.

    ## What it says

    In the schedule an id belongs to persons of different names. Each name became a person of its
    own: people are matched by name and id together.

    ## Why it matters

    Matched by the id alone, all of them would be one person who speaks in many places at once.

    ## What to do

    Nothing, unless one of them wrote their name in two ways: then make them one person in the
    event file.
    """

    code = "SCH008"
    name = "schedule-shared-person-id"
    severity = Severity.INFO


class UnknownType(ScheduleRule):
    """Sessions are of types that have no kind here.

    ## What it says

    A type of session, in the schedule's own words, is none of the kinds that an event knows.
    These sessions have the kind `other`.

    ## Why it matters

    The kind says which sessions are breaks and meals, and which need a chair.

    ## What to do

    Give the sessions a `kind` in the event file where one fits.
    """

    code = "SCH009"
    name = "schedule-unknown-type"
    severity = Severity.INFO


class NoLanguage(ScheduleRule):
    """The schedule does not say its language.

    ## What it says

    No session says which language is spoken in it. English was taken for the event.

    ## Why it matters

    Dates, lists and headings of what is published are written in the event's language.

    ## What to do

    Import it again with the option `language`: `-O language=fr`.
    """

    code = "SCH010"
    name = "schedule-no-language"
    severity = Severity.INFO
    advice = Message.of("import it again with the language: `-O language=fr`")
