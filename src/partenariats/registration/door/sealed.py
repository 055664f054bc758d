"""Lines that are only ever added: each is sealed with all those before it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any, ClassVar, Final

import attrs

from partenariats.interfaces.json_values.strict import ENCODER, NOTHING, parsed
from partenariats.language.message import Message
from partenariats.registration.errors import RegistrationError

_SEALED: Final = re.compile(rb'(\{.*),"seal":"([0-9a-f]{16})"\}\n', re.DOTALL)
_COPY: Final = Message.of("bring a copy that is as the door wrote it")
_WHOLE: Final = Message.of(
    "the power failed there, or a copy was cut: what was not written whole was not answered "
    "either; leave it out with `--keep-whole-lines`"
)


class DoorFileError(RegistrationError):
    """A door file cannot be read, or is not for this event; nothing was changed."""

    code: ClassVar[str] = "door-file"


class CutFileError(DoorFileError):
    """A door file ends in the middle of a line."""

    code: ClassVar[str] = "cut-door-file"


class EditedFileError(DoorFileError):
    """A line of a door file is not as the door wrote it."""

    code: ClassVar[str] = "edited-door-file"


@attrs.frozen(kw_only=True)
class SealedLine:
    """Hold what a line says, and where it stands."""

    place: str
    """`file:line`."""
    found: dict[str, Any]
    seal: str


def sealed(shape: dict[str, Any], before: str) -> tuple[bytes, str]:
    """Return a line of JSON that follows one of a seal, and its own seal."""
    body = ENCODER.encode(shape)[:-1].encode()
    seal = _seal_of(body, before)
    return body + f',"seal":"{seal}"}}\n'.encode(), seal


def read_sealed(
    content: bytes, name: str, *, first: int = 1, before: str = "", keep_whole_lines: bool = False
) -> Iterator[SealedLine]:
    """Give the lines of a file, or of what follows one of a seal.

    Raise `CutFileError` where it ends in the middle of one, unless whole lines are enough, and
    `EditedFileError` where a line or its order was changed.
    """
    for number, line in enumerate(content.splitlines(keepends=True), first):
        place = f"{name}:{number}"
        if not line.endswith(b"\n"):
            if keep_whole_lines:
                return
            raise CutFileError(
                "{place}: the file ends in the middle of a line", place=place, advice=_WHOLE
            )
        match = _SEALED.fullmatch(line)
        seal = match[2].decode() if match else ""
        if match is None or seal != _seal_of(match[1], before):
            raise EditedFileError(
                "{place}: this line is not as the door wrote it", place=place, advice=_COPY
            )
        try:
            found = parsed((match[1] + b"}").decode())
        except NOTHING:
            raise unreadable(place) from None
        yield SealedLine(place=place, found=found, seal=seal)
        before = seal


def unreadable(place: str) -> EditedFileError:
    """Say that a line is no line of a door, though it is sealed as one."""
    return EditedFileError("{place}: this is no line of a door file", place=place, advice=_COPY)


def _seal_of(body: bytes, before: str) -> str:
    return hashlib.blake2b(before.encode() + body, digest_size=8, person=b"door").hexdigest()
