"""The keys that sign the tickets of an event: the newest signs, earlier ones are still read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar, Final

import attrs

from partenariats.language.message import Message
from partenariats.registration.errors import RegistrationError

VARIABLE: Final = "PARTENARIATS_TICKET_KEYS"
"""The environment variable that may hold the keys instead of a file."""
FILE: Final = "tickets.keys"
"""What the file of the keys is called, in the folder of the event."""
SECRET_SIZE: Final = 32
"""Bytes of a key."""
_HIGHEST: Final = 255
_WITHDRAWN: Final = "withdrawn"
_ENTRY: Final = re.compile(
    rf"(?P<number>[1-9]\d{{0,2}}):(?:(?P<secret>[0-9a-f]{{{2 * SECRET_SIZE}}})|{_WITHDRAWN})\Z",
    re.ASCII,
)


class TicketKeyError(RegistrationError):
    """The keys of the tickets cannot be read, or not used so."""

    code: ClassVar[str] = "ticket-keys"


@attrs.frozen(kw_only=True)
class TicketKey:
    """Hold one key; a withdrawn one has no secret any more."""

    number: int
    """1 to 255; it stands in every ticket."""
    secret: bytes | None = attrs.field(repr=False)


@attrs.frozen
class TicketKeys:
    """Hold the keys of an event, by number; the last that was not withdrawn signs."""

    keys: tuple[TicketKey, ...] = ()

    @classmethod
    def read(cls, text: str) -> TicketKeys:
        """Read keys as `text` writes them; raise `TicketKeyError`."""
        lines = (line.partition("#")[0] for line in text.splitlines())
        found: dict[int, TicketKey] = {}
        for word in " ".join(lines).split():
            entry = _ENTRY.match(word)
            number = int(entry["number"]) if entry else 0
            if entry is None or number > _HIGHEST or number in found:
                raise TicketKeyError(
                    "the ticket keys cannot be read: entry {number} is none, or stands there twice",
                    number=len(found) + 1,
                    advice=Message.of("bring back the file as it was: `1:`, then the key"),
                )
            secret = bytes.fromhex(entry["secret"]) if entry["secret"] else None
            found[number] = TicketKey(number=number, secret=secret)
        return cls(tuple(found[number] for number in sorted(found)))

    def text(self) -> str:
        """Return the keys as text, a line each: `1:`, then the key in hexadecimal."""
        return "".join(
            f"{key.number}:{key.secret.hex() if key.secret else _WITHDRAWN}\n" for key in self.keys
        )

    def find(self, number: int) -> TicketKey | None:
        """Return the key of a number."""
        return next((key for key in self.keys if key.number == number), None)

    @property
    def newest(self) -> TicketKey:
        """Give the key that signs; raise `TicketKeyError` where there is none."""
        for key in reversed(self.keys):
            if key.secret is not None:
                return key
        raise TicketKeyError(
            "there is no key to sign tickets with",
            advice=Message.of("make one: `partenariats registration ticket-keys FILE --new`"),
        )

    def with_new(self, random_bytes: Callable[[int], bytes]) -> TicketKeys:
        """Return the keys with a new one, which signs from now on; raise `TicketKeyError`."""
        number = max((key.number for key in self.keys), default=0) + 1
        if number > _HIGHEST:
            raise TicketKeyError(
                "an event has {most} ticket keys at most",
                most=_HIGHEST,
                advice=Message.of("go on with those there are"),
            )
        return TicketKeys((*self.keys, TicketKey(number=number, secret=random_bytes(SECRET_SIZE))))

    def without(self, number: int) -> TicketKeys:
        """Return the keys with one withdrawn: its tickets are refused, and its secret is gone."""
        if self.find(number) is None:
            raise TicketKeyError(
                "there is no ticket key {number}",
                number=number,
                advice=Message.of("`partenariats registration ticket-keys FILE` lists them"),
            )
        return TicketKeys(
            tuple(
                attrs.evolve(key, secret=None) if key.number == number else key for key in self.keys
            )
        )
