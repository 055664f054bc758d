"""What partenariats-sql offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from partenariats.plugin import hookimpl

if TYPE_CHECKING:
    from partenariats.interfaces.registration_backend import RegistrationBackend


@hookimpl
def partenariats_registration_backends() -> Sequence[type[RegistrationBackend[Any]]]:
    """Offer SQLite and PostgreSQL."""
    from partenariats_sql.backend import SqlBackend

    return [SqlBackend]
