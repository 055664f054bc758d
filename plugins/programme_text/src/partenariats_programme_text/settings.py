"""What somebody who imports a programme knows better than it says."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Wanted:
    """Hold what is taken instead of a guess; nothing leaves the guess."""

    year: int | None = None
    timezone: str | None = None
    language: str | None = None
