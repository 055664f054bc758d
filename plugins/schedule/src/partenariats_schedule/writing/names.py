"""What identifies things in a schedule: the same for the same ids, and each once."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha1
from typing import Final
from uuid import NAMESPACE_URL

from partenariats.model.ids import is_slug
from partenariats_schedule.mapping.slugs import Slugs, slug

LARGEST: Final = 2**31 - 1
"""The largest number: readers on telephones keep them in 32 bits with a sign."""
SHORTEST: Final = 4
"""How long an acronym and the rest of a slug are at least; shorter ones get underscores."""


def guid(*ids: str) -> str:
    """Return the UUID of the ids that lead to a thing (RFC 9562, 5.5, name-based with SHA-1)."""
    name = "partenariats:" + "/".join(ids)
    # what uuid5 returns, which would raise for half a surrogate pair, and takes twice the time
    raw = NAMESPACE_URL.bytes + name.encode("utf-8", "surrogatepass")
    said = sha1(raw, usedforsecurity=False).hexdigest()
    variant = "89ab"[int(said[16], 16) & 3]
    return f"{said[:8]}-{said[8:12]}-5{said[13:16]}-{variant}{said[17:20]}-{said[20:32]}"


def numbers(guids: Iterable[str]) -> dict[str, int]:
    """Give each UUID a number from 1 on that none of the others has, made of the UUID itself.

    Two of them seldom want the same; then the greater UUID takes the next number that is free.
    """
    given: dict[str, int] = {}
    used: set[int] = set()
    for each in sorted(guids):
        number = int(each[:8], 16) & LARGEST or 1
        while number in used:
            number = number % LARGEST + 1
        used.add(number)
        given[each] = number
    return given


def acronym(event: str) -> str:
    """Return the acronym of an event id: letters, digits and underscores, four at least."""
    plain = event if is_slug(event) else slug(event)
    return (plain or "event").replace("-", "_").ljust(SHORTEST, "_")


def slugs(prefix: str, ids: Iterable[str]) -> dict[str, str]:
    """Give each id of a session its slug: the acronym, a hyphen and the id.

    An id that is no slug becomes one; where two are equal then, all but the first get a number.
    """
    plain: dict[str, str] = {}
    odd: list[str] = []
    for each in ids:
        if is_slug(each):
            plain[each] = each
        else:
            odd.append(each)
    free = Slugs(plain)
    plain |= {each: free.give(slug(each) or "session") for each in sorted(odd)}
    return {each: f"{prefix}-{said.rjust(SHORTEST, '_')}" for each, said in plain.items()}


def track_slug(theme: str) -> str:
    """Return the slug of a track: it begins with a letter and has two signs at least."""
    plain = theme if is_slug(theme) else slug(theme)
    return plain if len(plain) > 1 and plain[0].isalpha() else f"track-{plain or 0}"
