"""The page of registration for programs: the desk, what is asked of it, and why it refuses."""

from __future__ import annotations

from typing import Final

from generate.describe import class_section, first_sentence
from partenariats.registration import errors
from partenariats.registration.changing import AttendeeChange
from partenariats.registration.desk import RegistrationDesk
from partenariats.registration.requests.request import Entrant, Registered, Request

_INTRO: Final = """# Registration desk

`Toolkit.registration` gives the desk of an event; each command of
[`partenariats registration`](command-line.md#registration) is one of its functions. What
registrations are and how they change is [explained](../explanation/registration.md); the
[guide](../how-to/register-people.md#from-a-program) shows both."""
_CLASSES: Final = (RegistrationDesk, Request, Entrant, Registered, AttendeeChange)
_ERRORS: Final = """## Errors

Each is a `RegistrationError` of `partenariats.registration.errors`, with an `advice`; nothing was
changed. `BackendError` is not one of them: the store cannot work.

| error | code | |
|---|---|---|"""


def registration_page() -> str:
    """Return the page."""
    parts = [_INTRO]
    for cls in _CLASSES:
        section = class_section(cls, "##").partition("\n\n")
        parts += [section[0], f"From `{cls.__module__}`.", section[2]]
    found = (thing for thing in vars(errors).values() if isinstance(thing, type))
    rows = [
        f"| `{cls.__name__}` | `{cls.code}` | {first_sentence(cls)} |"
        for cls in found
        if issubclass(cls, errors.RegistrationError) and cls is not errors.RegistrationError
    ]
    return "\n\n".join(parts) + "\n\n" + "\n".join([_ERRORS, *rows]) + "\n"
