"""The page of registration for programs: the desk, what is asked of it, and why it refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from generate.describe import class_section, first_sentence, function_section
from partenariats.registration import errors
from partenariats.registration.changing import AttendeeChange
from partenariats.registration.desk import RegistrationDesk
from partenariats.registration.door import checking_in, merging, people, sealed
from partenariats.registration.door.attendance import arrivals, attendance
from partenariats.registration.door.journals import merge
from partenariats.registration.door.paper.presence import Presence, read_presence
from partenariats.registration.door.ticketing import codes, keys, tickets
from partenariats.registration.door.ticketing.codes import code_of
from partenariats.registration.door.ticketing.keys import TicketKeys
from partenariats.registration.door.ticketing.tickets import read_ticket, ticket_of
from partenariats.registration.personal.access import Access
from partenariats.registration.personal.erasing import Erased
from partenariats.registration.personal.handing_over import Handover
from partenariats.registration.personal.record import documents
from partenariats.registration.requests.request import (
    ConsentAnswer,
    Entrant,
    Registered,
    Request,
)
from partenariats.registration.sheets.estimating import estimate
from partenariats.registration.sheets.importing import Fate, Outcome, import_sheet
from partenariats.registration.sheets.reading import Sheet, SheetRequest, read_sheet
from partenariats.registration.sheets.writing import write_sheet
from partenariats.registration.wishes.rounds import Choice, Round, rounds_of
from partenariats.registration.wishes.terms import Allocated, AllocationTerms

_INTRO: Final = """# Registration desk

`Toolkit.registration` gives the desk of an event; each command of
[`partenariats registration`](command-line.md#registration) is one of its functions. What
registrations are and how they change is [explained](../explanation/registration.md); the
[guide](../how-to/register-people.md#from-a-program) shows both."""
_CLASSES: Final = (
    RegistrationDesk,
    Request,
    Entrant,
    ConsentAnswer,
    Registered,
    AttendeeChange,
)
_PERSONAL: Final = """## Personal data

What the desk returns of personal data, a sheet for a recipient, and the documents that the
declarations lead to. The [guide](../how-to/personal-data.md) shows the commands."""
_OF_PERSONAL: Final = (Access, Erased, Handover)
_SHEETS: Final = """## Sheets

These functions read a CSV sheet, register everybody on it at a desk, and write a sheet of those who
registered. The [guide](../how-to/import-attendees.md#from-a-program) shows them."""
_OF_SHEETS: Final = (read_sheet, estimate, import_sheet, write_sheet)
_SHEET_CLASSES: Final = (Sheet, SheetRequest, Outcome, Fate)
_WISHES: Final = """## Workshops by wishes

`RegistrationDesk.allocate` takes a round and the terms, and says what came of it. The
[guide](../how-to/allocate-workshops.md#from-a-program) shows it."""
_WISHES_CLASSES: Final = (Round, Choice, AllocationTerms, Allocated)
_DOOR: Final = """## The door

The keys and texts of tickets, what doors noted, and what people attended. The
[guide](../how-to/the-door.md) shows them as commands."""
_OF_DOOR: Final = (ticket_of, read_ticket, code_of, merge, attendance, arrivals, read_presence)
_DOOR_CLASSES: Final = (TicketKeys, Presence)
_ERRORS: Final = """## Errors

Each is a `RegistrationError` of `partenariats.registration.errors`, or of a module of
`partenariats.registration.door`, with an `advice`; nothing was
changed. `BackendError` is not one of them: the store cannot work.

| error | code | |
|---|---|---|"""


def registration_page() -> str:
    """Return the page."""
    parts = [_INTRO]
    for cls in _CLASSES:
        parts += _with_origin(cls, class_section(cls, "##"))
    parts.append(_SHEETS)
    for function in _OF_SHEETS:
        parts += _with_origin(function, function_section(function, "###"))
    for cls in _SHEET_CLASSES:
        parts += _with_origin(cls, class_section(cls, "###"))
    parts.append(f"It is {', '.join(f'`{fate.name}`' for fate in Fate)}.")
    parts += [_WISHES, *_with_origin(rounds_of, function_section(rounds_of, "###"))]
    for cls in _WISHES_CLASSES:
        parts += _with_origin(cls, class_section(cls, "###"))
    parts.append(_DOOR)
    for thing in _OF_DOOR:
        parts += _with_origin(thing, function_section(thing, "###"))
    for cls in _DOOR_CLASSES:
        parts += _with_origin(cls, class_section(cls, "###"))
    parts.append(_PERSONAL)
    for cls in _OF_PERSONAL:
        parts += _with_origin(cls, class_section(cls, "###"))
    parts += _with_origin(documents, function_section(documents, "###"))
    modules = (errors, keys, tickets, codes, people, checking_in, sealed, merging)
    found = dict.fromkeys(
        thing for module in modules for thing in vars(module).values() if isinstance(thing, type)
    )
    rows = [
        f"| `{cls.__name__}` | `{cls.code}` | {first_sentence(cls)} |"
        for cls in found
        if issubclass(cls, errors.RegistrationError) and cls is not errors.RegistrationError
    ]
    return "\n\n".join(parts) + "\n\n" + "\n".join([_ERRORS, *rows]) + "\n"


def _with_origin(thing: type[object] | Callable[..., object], section: str) -> tuple[str, ...]:
    head, _, rest = section.partition("\n\n")
    return head, f"From `{thing.__module__}`.", rest
