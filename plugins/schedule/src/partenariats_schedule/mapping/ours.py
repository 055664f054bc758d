"""What a schedule of our own says besides: ids as they were, and the revision."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from partenariats.model.event import Revision
from partenariats.model.ids import is_slug
from partenariats_schedule.reading.conference import GENERATOR, Conference, Talk

_VERSION: Final = re.compile(
    r"([0-9]{1,9}) \(([0-9-]{10}T[0-9]{2}:[0-9]{2}:[0-9.]{2,9}[+-][0-9]{2}:[0-9]{2})\)"
)


def is_ours(conference: Conference) -> bool:
    """Tell whether our exporters wrote a schedule: then its texts are plain, not HTML."""
    return conference.generator == GENERATOR


def event_id(conference: Conference) -> str:
    """Return the event id that an acronym of ours holds; nothing where it holds none."""
    found = conference.acronym.rstrip("_").replace("_", "-")
    return found if is_ours(conference) and is_slug(found) else ""


def session_id(conference: Conference, talk: Talk) -> str:
    """Return the session id that a slug of ours holds; nothing where it holds none."""
    found = talk.slug.removeprefix(f"{conference.acronym}-").lstrip("_")
    return found if is_ours(conference) and is_slug(found) else ""


def revision(conference: Conference) -> Revision | None:
    """Return the revision that a version of ours says; `0` says there is none."""
    found = _VERSION.fullmatch(conference.version)
    if found is None:
        return None
    try:
        at = datetime.fromisoformat(found[2])
    except ValueError:
        return None
    return Revision(number=int(found[1]), at=at)


def url(conference: Conference, talk: Talk) -> str:
    """Return the address of a talk; where ours had none, schedule.json holds one that says so."""
    return "" if is_ours(conference) and talk.url.startswith("urn:uuid:") else talk.url


def tracks(conference: Conference) -> tuple[str, ...]:
    """Return the tracks that ours lists: they are the event's themes, those of no session too."""
    return tuple(conference.colours) if is_ours(conference) else ()
