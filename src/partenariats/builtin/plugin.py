"""What the core offers, through the hooks that every plugin fills."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from partenariats.plugin.hookspecs import hookimpl

if TYPE_CHECKING:
    from partenariats.interfaces.exporter import Artifact, Exporter
    from partenariats.interfaces.importer import Importer
    from partenariats.interfaces.registration_backend import RegistrationBackend
    from partenariats.interfaces.validator import Validator
    from partenariats.model.programme import Programme


@hookimpl
def partenariats_exporters() -> Sequence[type[Exporter[Any]]]:
    """Offer JSON, Markdown and plain text."""
    from partenariats.builtin.exporters.json import JsonExporter
    from partenariats.builtin.exporters.markdown import MarkdownExporter
    from partenariats.builtin.exporters.text import TextExporter

    return [JsonExporter, MarkdownExporter, TextExporter]


@hookimpl
def partenariats_importers() -> Sequence[type[Importer[Any]]]:
    """Offer JSON."""
    from partenariats.builtin.importers.json import JsonImporter

    return [JsonImporter]


@hookimpl
def partenariats_validators() -> Sequence[type[Validator[Any]]]:
    """Offer the rules of `builtin/validators`, family by family."""
    from partenariats.builtin.validators import VALIDATORS

    return VALIDATORS


@hookimpl
def partenariats_registration_backends() -> Sequence[type[RegistrationBackend[Any]]]:
    """Offer memory, for tests and previews."""
    from partenariats.builtin.backends.memory import MemoryBackend

    return [MemoryBackend]


@hookimpl(trylast=True)
def partenariats_run_export(exporter: Exporter[Any], programme: Programme) -> Sequence[Artifact]:
    """Run an exporter."""
    return tuple(exporter.export(programme))
