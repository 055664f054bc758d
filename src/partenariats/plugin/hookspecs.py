"""The hooks of partenariats. Mark an implementation with `partenariats.plugin.hookimpl`.

Provider hooks take nothing and return classes; they are called plugin by plugin, the built-in
one first and the others in the order of their names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pluggy

if TYPE_CHECKING:
    from partenariats.interfaces.exporter import Artifact, Exporter
    from partenariats.interfaces.importer import Importer
    from partenariats.interfaces.registration_backend import RegistrationBackend
    from partenariats.interfaces.validator import Validator
    from partenariats.model.programme import Programme
    from partenariats.model.registration.registrations import Registration

PROJECT = "partenariats"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def partenariats_exporters() -> Sequence[type[Exporter[Any]]]:  # type: ignore[empty-body]  # a hook has no body
    """Return the exporter classes a plugin offers."""


@hookspec
def partenariats_importers() -> Sequence[type[Importer[Any]]]:  # type: ignore[empty-body]  # a hook has no body
    """Return the importer classes a plugin offers."""


@hookspec
def partenariats_validators() -> Sequence[type[Validator[Any]]]:  # type: ignore[empty-body]  # a hook has no body
    """Return the validator classes a plugin offers."""


@hookspec
def partenariats_registration_backends() -> Sequence[type[RegistrationBackend[Any]]]:  # type: ignore[empty-body]  # a hook has no body
    """Return the registration back-end classes a plugin offers."""


@hookspec(firstresult=True)
def partenariats_run_export(exporter: Exporter[Any], programme: Programme) -> Sequence[Artifact]:  # type: ignore[empty-body]  # a hook has no body
    """Run an exporter; wrap it to change or measure what every exporter does."""


@hookspec
def partenariats_exported(artifacts: Sequence[Artifact], programme: Programme) -> None:
    """Learn what an exporter made; what is returned is ignored."""


@hookspec
def partenariats_registration_changed(
    registrations: Sequence[Registration], programme: Programme
) -> None:
    """Learn which registrations changed, as they stand now; what is returned is ignored.

    It is called once what changed is kept for good.
    """
