"""The forms in which a report is shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from partenariats.diagnostics.report import Report

FORMATS: Final = ("text", "concise", "json", "github", "sarif")
"""Their names; each has a module of its own."""


def renderer(form: str) -> Callable[[Report, str, bool], str]:
    """Return what renders a form: report, language and colour in, the text to print out."""
    module = import_module(f"{__name__}.{form}")
    render: Callable[[Report, str, bool], str] = getattr(module, f"render_{form}")
    return render
