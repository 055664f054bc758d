"""Where an artifact may be written: below the output folder, under a name every system takes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

import attrs

from partenariats.interfaces.exporter import Artifact, ExportError
from partenariats.language.message import Message

LONGEST_NAME: Final = 200
"""Bytes of one name in UTF-8; most file systems take 255, and a temporary ending is added."""

_FORBIDDEN: Final = re.compile(r'[<>:"|?*\\]')
_RESERVED: Final = re.compile(
    r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\..*)?\Z", re.IGNORECASE
)


def refuse(target: str) -> Message | None:
    """Say why a file cannot be called `target`, or nothing where it can.

    `target` is relative and uses `/`; the names Windows reserves are refused everywhere, so
    that a folder can be copied (Microsoft, *Naming Files, Paths, and Namespaces*).
    """
    if not target or target.startswith("/"):
        return Message.of("a target is a path below the output folder")
    parts = target.split("/")
    if ".." in parts:
        return Message.of("`{target}` leads out of the output folder", target=target[:100])
    for part in parts:
        if part == ".":
            return Message.of(
                "`{target}` has a `./`: a target is written without it", target=target[:100]
            )
        if not part:
            return Message.of("`{target}` has a `/` with no name beside it", target=target[:100])
        if _FORBIDDEN.search(part) or _RESERVED.match(part) or part[-1] in ". ":
            return Message.of("`{name}` is no file name on every system", name=part[:100])
        if any(unicodedata.category(character)[0] == "C" for character in part):
            return Message.of("a file name holds a character that cannot be seen")
        if len(part.encode("utf-8", "surrogatepass")) > LONGEST_NAME:
            return Message.of("a file name is longer than {limit} bytes", limit=LONGEST_NAME)
    return None


def target_key(target: str) -> str:
    """Return what two names have in common that some file systems take for one."""
    return unicodedata.normalize("NFC", target).casefold()


def place(artifacts: Iterable[Artifact], to: str | None) -> tuple[Artifact, ...]:
    """Name artifacts as an output's `to` asks: a file, or a folder where it ends in `/`.

    Raise `ExportError` where several artifacts would share a file, or a name is refused.
    """
    made = tuple(artifacts)
    if to is not None and not to.endswith("/"):
        if len(made) != 1:
            raise ExportError(
                "`{to}` names one file, but {count} were made: end it with `/` for a folder",
                to=to,
                count=len(made),
            )
        made = (attrs.evolve(made[0], name=to),)
    elif to is not None:
        made = tuple(attrs.evolve(artifact, name=to + artifact.name) for artifact in made)
    for artifact in made:
        if reason := refuse(artifact.name):
            raise ExportError("{reason}", reason=reason)
    return made
