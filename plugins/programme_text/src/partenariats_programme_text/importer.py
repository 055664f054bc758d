"""The importer of programmes as people write them."""

from __future__ import annotations

import attrs

from partenariats.interfaces.importer import Imported, Importer
from partenariats.model.clock import FIRST_YEAR, LAST_YEAR, find_zone
from partenariats_programme_text.rules import RULES


def _is_zone(_options: object, _attribute: object, name: str | None) -> None:
    if name is not None and find_zone(name) is None:
        message = f"no time zone {name[:40]!r}: write it as `Europe/Paris`"
        raise ValueError(message)


def _is_year(_options: object, _attribute: object, year: int | None) -> None:
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        message = f"no event takes place in the year {year}"
        raise ValueError(message)


@attrs.frozen(kw_only=True)
class ProgrammeTextOptions:
    """Options of `programme-text`."""

    year: int | None = attrs.field(default=None, validator=_is_year)
    """Year of the dates; the one said, or the nearest that fits, where none is given."""
    timezone: str | None = attrs.field(default=None, validator=_is_zone)
    """Time zone of the event; the one usual for its language where none is given."""
    language: str | None = None
    """Language of the event (BCP 47); French or English by its words where none is given."""


class ProgrammeTextImporter(Importer[ProgrammeTextOptions]):
    """Read a programme in French or English as people write it, and say what to review."""

    name = "programme-text"
    summary = "programme as people write it (Markdown, plain text, HTML, DOCX)"
    suffixes = (".md", ".txt", ".docx", ".html", ".htm")
    rules = RULES

    def recognizes(self, content: bytes) -> bool:
        """Tell whether a content reads like a programme: lines begin with hours or dates."""
        from partenariats_programme_text.reading import recognizes

        return recognizes(content)

    def read(self, content: bytes) -> Imported:
        """Read an event; raise `UnreadableError` for what is no programme in words."""
        from partenariats_programme_text.drafting import read_programme

        return read_programme(
            content, self.options.year, self.options.timezone, self.options.language
        )
