"""Settings of Sphinx: one website of Markdown pages, in which every warning is an error."""

from __future__ import annotations

from typing import Any

from partenariats.version import __version__

project = "partenariats"
author = "The partenariats developers"
project_copyright = "the partenariats developers, MIT licence"
version = release = __version__
language = "en"

extensions = ["myst_parser"]
exclude_patterns = ["generate/*", "blocks/*"]
source_suffix = {".md": "markdown"}
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = "partenariats"
html_show_sphinx = False


def _speak_french(
    _app: object, page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Tell browsers and screen readers which pages are in French."""
    if page.startswith("fr/"):
        context["language"] = "fr"


def setup(app: Any) -> None:
    """Connect what needs more than a setting."""
    app.connect("html-page-context", _speak_french)
