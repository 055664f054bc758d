"""From the bytes of a programme to an event and a report."""

from __future__ import annotations

from partenariats.interfaces.importer import Imported
from partenariats_programme_text.mapping import make_event
from partenariats_programme_text.notes import Notes
from partenariats_programme_text.parts.head import read_head
from partenariats_programme_text.parts.reader import PartsReader
from partenariats_programme_text.parts.spelling import Spelling
from partenariats_programme_text.reading import read_lines
from partenariats_programme_text.residue import tell_words_left
from partenariats_programme_text.settings import Wanted


def read_programme(
    content: bytes, year: int | None, timezone: str | None, language: str | None
) -> Imported:
    """Read a programme; raise `UnreadableError` for what is none."""
    lines = read_lines(content)
    shown: dict[int, str] = {}
    for line in lines:
        shown[line.number] = line.text or " | ".join(line.cells)
    texts = tuple(shown.get(number, "") for number in range(1, max(shown) + 1))
    notes = Notes(texts)
    draft = PartsReader(notes).read(lines)
    levels = {line.number: line.level for line in lines}
    head = read_head(draft.head, levels, Spelling(texts))
    wanted = Wanted(year=year, timezone=timezone, language=language)
    event = make_event(draft, head, texts, notes, wanted)
    tell_words_left(event, texts, notes)
    return Imported(event, notes.report())
