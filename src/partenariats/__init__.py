"""Plan multi-day events: write the event once, as text, check it like code, publish it everywhere.

Every function here uses one `Toolkit` with the plugins that are installed; make your own
`Toolkit` to choose them. Names are loaded when they are first used, so that importing the
package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from partenariats.api import build, export, import_, resolve, validate
    from partenariats.diagnostics.diagnostic import Diagnostic, Severity
    from partenariats.diagnostics.report import InvalidEventError, Report
    from partenariats.errors import PartenariatsError
    from partenariats.interfaces.exporter import Artifact, ExportError
    from partenariats.interfaces.importer import ImportCrashError, Imported, UnreadableError
    from partenariats.interfaces.options import InvalidOptionsError
    from partenariats.model.event import Event
    from partenariats.model.programme import Programme
    from partenariats.model.timeline import Timeline
    from partenariats.plugin.registry import UnknownNameError
    from partenariats.publishing.files import UnwritableError
    from partenariats.source.document import Document, SourceError, load, parse
    from partenariats.source.writer import write
    from partenariats.toolkit import Built, Toolkit

_HOMES = {
    "Artifact": "interfaces.exporter",
    "Built": "toolkit",
    "Diagnostic": "diagnostics.diagnostic",
    "Document": "source.document",
    "Event": "model.event",
    "ExportError": "interfaces.exporter",
    "ImportCrashError": "interfaces.importer",
    "Imported": "interfaces.importer",
    "InvalidEventError": "diagnostics.report",
    "InvalidOptionsError": "interfaces.options",
    "PartenariatsError": "errors",
    "Programme": "model.programme",
    "Report": "diagnostics.report",
    "Severity": "diagnostics.diagnostic",
    "SourceError": "source.document",
    "Timeline": "model.timeline",
    "Toolkit": "toolkit",
    "UnknownNameError": "plugin.registry",
    "UnreadableError": "interfaces.importer",
    "UnwritableError": "publishing.files",
    "build": "api",
    "export": "api",
    "import_": "api",
    "load": "source.document",
    "parse": "source.document",
    "resolve": "api",
    "validate": "api",
    "write": "source.writer",
}

__all__ = [
    "Artifact",
    "Built",
    "Diagnostic",
    "Document",
    "Event",
    "ExportError",
    "ImportCrashError",
    "Imported",
    "InvalidEventError",
    "InvalidOptionsError",
    "PartenariatsError",
    "Programme",
    "Report",
    "Severity",
    "SourceError",
    "Timeline",
    "Toolkit",
    "UnknownNameError",
    "UnreadableError",
    "UnwritableError",
    "build",
    "export",
    "import_",
    "load",
    "parse",
    "resolve",
    "validate",
    "write",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
