"""What partenariats-programme-text offers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from partenariats.plugin import hookimpl

if TYPE_CHECKING:
    from partenariats.interfaces.importer import Importer


@hookimpl
def partenariats_importers() -> Sequence[type[Importer[Any]]]:
    """Offer the importer of programmes that people wrote."""
    from partenariats_programme_text.importer import ProgrammeTextImporter

    return [ProgrammeTextImporter]
