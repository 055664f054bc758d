"""French typography for pages."""

from __future__ import annotations

import re
from typing import Final

from partenariats.language.typography import typeset

_FENCED: Final = re.compile(r"^ *```.*?^ *```$", re.MULTILINE | re.DOTALL)


def set_spaces(page: str) -> str:
    """Return a page with the no-break spaces that French wants, its code left alone."""
    parts: list[str] = []
    at = 0
    for fence in _FENCED.finditer(page):
        parts += [typeset(page[at : fence.start()], "fr"), fence[0]]
        at = fence.end()
    return "".join([*parts, typeset(page[at:], "fr")])
