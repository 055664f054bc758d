"""The fields of attendees, each with what is declared of it."""

from __future__ import annotations

from typing import Final

import attrs

from partenariats.interfaces.redaction import ANSWER
from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.registration.personal import FieldUse
from partenariats.model.registration.registrations import Attendee
from partenariats.model.table import Value
from partenariats.registration.requests.consents import is_given

TITLES: Final = {
    "name": Message.of("name"),
    "email": Message.of("e-mail"),
    "organization": Message.of("organization"),
    "audience": Message.of("audience"),
    "wishes": Message.of("wishes and working groups"),
}
"""What everybody is asked for, and what people call it."""


@attrs.frozen(kw_only=True)
class Field:
    """Name something that is kept of attendees, with what becomes of it."""

    name: str
    """`email`, or `answers.ID` for a question."""
    use: FieldUse

    def title(self, event: Event, language: str) -> str:
        """Return what people call it."""
        if self.name in TITLES:
            return TITLES[self.name].say(language)
        found = (one for one in event.registration.questions if ANSWER + one.id == self.name)
        return event.say(next(found).text, language)


def fields_of(event: Event) -> tuple[Field, ...]:
    """Return what everybody is asked for, then the questions in their order."""
    settings = event.registration
    fixed = (Field(name=name, use=getattr(settings.fields, name)) for name in TITLES)
    asked = (Field(name=ANSWER + one.id, use=one.use) for one in settings.questions)
    return (*fixed, *asked)


def value_of(attendee: Attendee, field: Field) -> Value:
    """Return what somebody told, as a cell of a sheet takes it; an empty text for nothing."""
    if field.name.startswith(ANSWER):
        return attendee.answers.get(field.name.removeprefix(ANSWER), "")
    if field.name == "wishes":
        wishes = (f"{one.rank}: {one.session or one.theme}" for one in attendee.wishes)
        return (*wishes, *attendee.working_groups)
    return getattr(attendee, field.name) or ""


def may_go_out(attendee: Attendee, field: Field) -> bool:
    """Tell whether a recipient may get what somebody told: it may hang on a consent."""
    return field.use.consent is None or is_given(attendee, field.use.consent)
