"""Files with personal data: written, and noted in the journal, so that an erasure finds them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from partenariats.cli.registration_command.visit import Visit
from partenariats.model.registration.registrations import Exported
from partenariats.publishing.files import write_file
from partenariats.registration.personal.exports import ORGANIZER, file_name


def hand_out(  # noqa: PLR0913  # what the journal says of it
    visit: Visit,
    content: bytes,
    place: Path,
    *,
    fields: tuple[str, ...],
    people: int,
    recipient: str = ORGANIZER,
    is_secret: bool = False,
    why: str = "",
) -> Path:
    """Write a file about some people; return where it is."""
    written = write_file(content, place, is_secret=is_secret)
    visit.desk.note_export(
        Exported(
            recipient=recipient,
            fields=fields,
            people=people,
            file=file_name(written, visit.desk.backend.folder),
            digest=hashlib.sha256(content).hexdigest(),
        ),
        why=why,
    )
    return written
