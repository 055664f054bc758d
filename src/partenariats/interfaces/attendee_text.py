"""What is known of attendees as JSON text, for back-ends that keep it: strict, and without loss."""

from __future__ import annotations

from partenariats.interfaces.json_values.attendees import (
    add_details,
    answers_value,
    details_value,
    read_answers_value,
)
from partenariats.interfaces.json_values.strict import ENCODER, NOTHING, parsed
from partenariats.model.registration.registrations import Attendee
from partenariats.model.table import Table


def answers_text(answers: Table) -> str:
    """Return answers as one line of JSON."""
    return ENCODER.encode(answers_value(answers))


def read_answers(text: str) -> Table:
    """Return the answers that a line of JSON says; raise `ValueError` where it says none."""
    if text == "{}":
        return Table()
    try:
        return read_answers_value(parsed(text))
    except NOTHING as error:
        message = f"not answers: {error}"
        raise ValueError(message) from error


def details_text(attendee: Attendee) -> str:
    """Return as one line of JSON the person, wishes, working groups and consents of an attendee."""
    return ENCODER.encode(details_value(attendee))


def with_details(attendee: Attendee, text: str) -> Attendee:
    """Return an attendee with what `details_text` said; raise `ValueError` for any other text."""
    if text == "{}":
        return attendee
    try:
        return add_details(attendee, parsed(text))
    except NOTHING as error:
        message = f"not details: {error}"
        raise ValueError(message) from error
