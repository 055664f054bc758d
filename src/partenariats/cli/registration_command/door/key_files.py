"""Where the keys of the tickets are kept: a file of the event's folder, or the environment."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from partenariats.language.message import Message
from partenariats.publishing.files import write_file
from partenariats.publishing.lock import locked
from partenariats.registration.door.ticketing.keys import FILE, VARIABLE, TicketKeyError, TicketKeys
from partenariats.source.document import unreadable


def read_keys(folder: Path) -> TicketKeys:
    """Return the keys of an event; none where none was made. Raise `TicketKeyError`."""
    given = os.environ.get(VARIABLE)
    if given:
        return TicketKeys.read(given)
    file = folder / FILE
    try:
        return TicketKeys.read(file.read_text(encoding="ascii", errors="replace"))
    except FileNotFoundError:
        return TicketKeys()
    except OSError as error:
        raise unreadable(str(file), error) from None


def change_keys(folder: Path, change: Callable[[TicketKeys], TicketKeys]) -> TicketKeys:
    """Change the keys in the file of an event, which only its owner may read."""
    if os.environ.get(VARIABLE):
        raise TicketKeyError(
            "the ticket keys come from the environment: `{variable}`",
            variable=VARIABLE,
            advice=Message.of("change them there"),
        )
    with locked(folder):
        keys = change(read_keys(folder))
        write_file(keys.text().encode(), folder / FILE, is_secret=True)
    return keys
