"""What a recipient gets: the fields that are declared for it, and no other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import attrs

from partenariats.interfaces.redaction import ANSWER, redacted
from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.registration.registrations import Exported, RosterLine
from partenariats.registration.errors import UnknownRecipientError
from partenariats.registration.personal.exports import ORGANIZER
from partenariats.registration.personal.fields import Field, fields_of, may_go_out, value_of
from partenariats.registration.requests.texts import short
from partenariats.registration.sheets.cells import text_of
from partenariats.registration.sheets.columns import header_of
from partenariats.registration.sheets.writing import write_cells, write_sheet

if TYPE_CHECKING:
    from hashlib import _Hash  # pyright: ignore[reportPrivateUsage]  # it has no other name

OWN: Final = (
    "id",
    "name",
    "email",
    "organization",
    "audience",
    "state",
    "group",
    "sessions",
    "wishes",
    "working_groups",
    "person",
)
"""What the organiser's own sheet holds besides the answers."""


@attrs.define
class Handover:
    """Write a sheet for somebody, and count what goes out."""

    event: Event
    recipient: str
    fields: tuple[Field, ...]
    language: str = "en"
    """Of the header of the organiser's sheet."""
    people: int = 0
    _digest: _Hash = attrs.field(factory=hashlib.sha256)

    @classmethod
    def to(cls, event: Event, recipient: str | None, language: str = "en") -> Handover:
        """Prepare what a recipient gets, or the organiser, who gets all.

        Raise `UnknownRecipientError` for one who is not declared, or for whom no field is.
        """
        if recipient is None:
            return cls(event, ORGANIZER, fields_of(event), language)
        known = [one.id for one in event.registration.recipients]
        if recipient not in known:
            raise UnknownRecipientError(
                "nobody is declared as the recipient `{id}`",
                id=short(recipient),
                advice=Message.of("there are: {names}", names=", ".join(known))
                if known
                else Message.of("declare it in `[[registration.recipients]]`"),
            )
        fields = tuple(one for one in fields_of(event) if recipient in one.use.recipients)
        if not fields:
            raise UnknownRecipientError(
                "no field is declared for the recipient `{id}`",
                id=recipient,
                advice=Message.of("name it in the `recipients` of each field that it needs"),
            )
        return cls(event, recipient, fields, language)

    def pieces(self, lines: Iterable[RosterLine]) -> Iterator[bytes]:
        """Give the sheet piece by piece."""
        counted = self._counted(lines)
        written = (
            write_sheet(counted, self.event, self.language)
            if self.recipient == ORGANIZER
            else write_cells(
                map(_header, self.fields),
                map(self._cells, counted),
            )
        )
        for piece in written:
            self._digest.update(piece)
            yield piece

    def exported(self, file: str) -> Exported:
        """Say what went out, once all pieces are given."""
        names = tuple(one.name for one in self.fields)
        if self.recipient == ORGANIZER:
            answers = (name for name in names if name.startswith(ANSWER))
            names = (*OWN, *answers)
        return Exported(
            recipient=self.recipient,
            fields=names,
            people=self.people,
            file=file,
            digest=self._digest.hexdigest(),
        )

    def _counted(self, lines: Iterable[RosterLine]) -> Iterator[RosterLine]:
        for line in lines:
            if redacted(line.attendee) != line.attendee:  # else it was erased: it is nobody
                self.people += 1
                yield line

    def _cells(self, line: RosterLine) -> list[str]:
        """Return a row; what hangs on a consent that is not given stays blank."""
        one = line.attendee
        return [
            text_of(value_of(one, field)) if may_go_out(one, field) else "" for field in self.fields
        ]


def _header(field: Field) -> str:
    is_answer = field.name.startswith(ANSWER)
    return header_of(field.name.removeprefix(ANSWER)) if is_answer else field.name
