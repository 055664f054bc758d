"""One thing that two versions of an event say differently."""

from __future__ import annotations

from typing import Final

import attrs

ONE_LANGUAGE: Final = "texts.translations"
"""The key under which a text that is left in one of its languages is told, whichever it is."""


@attrs.frozen(kw_only=True)
class Change:
    """Say what changed: the key of the event file, where, and what it says in both versions.

    `key` is `sessions.minimum`, of workshops too where sessions have that key; a table alone
    (`sessions`) where the thing is in one version only, or stands in another table; `TABLE.order`
    where the things stand in another order. Beside the keys of the file there are
    `sessions.end_is_inferred` and `texts.translations`. `at` is `sessions.opening.minimum`, with
    the id of the older version where it has one. Times of sessions are instants in UTC, things
    that are pointed at are their ids in the older version, and nothing is nothing.
    """

    key: str
    at: str
    before: object
    after: object
