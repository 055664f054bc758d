"""The forms in which a report is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from partenariats.diagnostics.render.concise import render_concise
from partenariats.diagnostics.render.github import render_github
from partenariats.diagnostics.render.json import render_json
from partenariats.diagnostics.render.sarif import render_sarif
from partenariats.diagnostics.render.text import render_text
from partenariats.diagnostics.report import Report

RENDERERS: Final[dict[str, Callable[[Report, str, bool], str]]] = {
    "text": render_text,
    "concise": render_concise,
    "json": render_json,
    "github": render_github,
    "sarif": render_sarif,
}
"""Report, language and colour in; the text to print out."""
