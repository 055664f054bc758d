"""What rules say of texts that a correction would mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from partenariats.diagnostics.fix import Fix, Replace
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message
from partenariats.language.proofreading import Correction, correct
from partenariats.model.timeline import Timeline

LONGEST: Final = 60
"""Characters of a text that are shown."""


def is_french(tag: str) -> bool:
    """Tell whether a language tag is one of French."""
    return tag.partition("-")[0].lower() == "fr"


def corrected(
    timeline: Timeline,
    corrections: Callable[[str], list[Correction]],
    reads: Callable[[str], bool],
    *,
    together: int = 1,
) -> Iterator[tuple[Where, str, Message, Fix]]:
    """Give where each text stands that wants corrections, its first words that do, help and fix.

    `reads` tells by its tag whether a language is read; `together` is how many corrections
    belong to one fault.
    """
    read = {tag for tag in {form.language for form in timeline.prose} if reads(tag)}
    for form in timeline.prose:
        found = corrections(form.text) if form.language in read else None
        if not found:
            continue
        written, wanted = _around(form.text, found, found[:together])
        if len(found) > together:
            advice = Message.of("write `{wanted}`, and likewise further on", wanted=_short(wanted))
        else:
            advice = Message.of("write `{wanted}`", wanted=_short(wanted))
        where = Where(form.at)
        yield where, _short(written), advice, _fix(where, form.text, found)


def _fix(where: Where, text: str, corrections: Sequence[Correction]) -> Fix:
    edits = (Replace(where, text, item.start, item.end, item.replacement) for item in corrections)
    return Fix(tuple(edits), is_safe=True)


def _around(
    text: str, corrections: Sequence[Correction], first: Sequence[Correction]
) -> tuple[str, str]:
    """Return the words that the first corrections change, as they are and as they become."""
    start, end = first[0].start, first[-1].end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    inside = [
        Correction(item.start - start, item.end - start, item.replacement)
        for item in corrections
        if item.end <= end
    ]
    return text[start:end], correct(text[start:end], inside)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
