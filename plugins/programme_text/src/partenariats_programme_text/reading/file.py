"""Which kind of file a content is, and its lines."""

from __future__ import annotations

import re
from typing import Final

from partenariats.interfaces.importer import UnreadableError
from partenariats.language.said_hours import begins_with_hour, find_hours
from partenariats_programme_text.phrases.days import may_be_day
from partenariats_programme_text.reading.decoding import decode, refuse_named
from partenariats_programme_text.reading.line import Line

_HTML: Final = re.compile(r"<(?:!doctype html|html|table|body|h[1-6]|ul|ol|div|p)\b", re.IGNORECASE)
_OTHER: Final = (
    (
        re.compile(r"\s*BEGIN:", re.IGNORECASE),
        "this is a calendar or a card, not a programme in words",
    ),
    (re.compile(r"\s*<(?:\?xml|schedule|rss|feed|svg)\b"), "this is XML, not a programme in words"),
    (re.compile(r"\s*(?:\{|\[\s*[\[{\"\]])"), "this is JSON, not a programme in words"),
    (re.compile(r"(?m)\A(?:\s*|#.*\n)*format\s*=\s*\d+\s*$"), "this is an event file already"),
)
_CSV_HEAD: Final = re.compile(r"[^\n|]*(?:;[^\n;|]*){2,}\n[^\n|]*(?:;[^\n;|]*){2,}(?:\n|\Z)")
_COMMA_HEAD: Final = re.compile(r"[\w\"-]+(?:,[\w \"-]+){3,}\n[^\n]*(?:,[^\n]*){3,}(?:\n|\Z)")


def read_lines(content: bytes) -> tuple[Line, ...]:
    """Return the lines of a programme; raise `UnreadableError` for what is none."""
    refuse_named(content)
    if content.startswith(b"PK"):
        from partenariats_programme_text.reading.docx_file import read_docx

        lines = read_docx(content)
    else:
        lines = _read_text(decode(content))
    if not any(_says_when(line) for line in lines):
        raise UnreadableError(
            "no line here begins with a date or an hour, as those of programmes do"
        )
    return lines


def recognizes(content: bytes) -> bool:
    """Tell whether a content reads like a programme."""
    try:
        return bool(read_lines(content))
    except UnreadableError:
        return False


def _read_text(text: str) -> tuple[Line, ...]:
    for pattern, said in _OTHER:
        if pattern.match(text):
            raise UnreadableError(said)
    if _CSV_HEAD.match(text) or _COMMA_HEAD.match(text):
        raise UnreadableError("this is a table of values (CSV), not a programme in words")
    found = _HTML.search(text)
    if found and text[: found.start()].count("\n") < 5 and text.count("</") > 1:  # noqa: PLR2004  # a pasted table may have words before it
        from partenariats_programme_text.reading.html import read_html

        return read_html(text)
    from partenariats_programme_text.reading.markdown import read_markdown

    return read_markdown(text)


def _says_when(line: Line) -> bool:
    """Tell whether a line begins with a date or an hour, or a cell does."""
    if line.cells:
        return any(begins_with_hour(cell) or may_be_day(cell) for cell in line.cells)
    if begins_with_hour(line.text) or may_be_day(line.text):
        return True
    return (line.bullet or line.level > 0) and bool(find_hours(line.text))
