"""Lines of plain text and Markdown; the two are one, for people mix them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

import attrs

from partenariats.language.said_hours import begins_with_hour
from partenariats_programme_text.reading.line import Line

_HEADING: Final = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*\Z")
_BULLET: Final = re.compile(r"\s*(?:[-*+•●▪◦‣·–—o]|\d{1,2}[.)]|[a-z]\)|\[[ xX]\])\s+(?=\S)")
_DASH: Final = re.compile(r"\s*[–—-]\s*\d[\d\s:hH.]*(?:am|pm)?\s*[:.]?\s*\Z")
_RULE: Final = re.compile(r"\s*(?:[-*_=~]\s*){3,}\Z")
_UNDERLINE: Final = re.compile(r"\s*(=+|-+)\s*\Z")
_TABLE_RULE: Final = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*\Z")
_TAG: Final = re.compile(
    r"</?(?:sup|sub|b|i|em|strong|u|br|span|small|a)\b[^<>]{0,200}/?>", re.IGNORECASE
)
_LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]+)\)")
_CODE: Final = re.compile(r"`([^`]*)`")
_STRONG: Final = re.compile(r"(?<!\w)(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?!\w)|(?<=\w)()(\*\*)(?=\W|$)")
_SOFT: Final = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=[^\s*_])\1(?![\w*])")
_ESCAPE: Final = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")


def plain(text: str) -> str:
    """Return a text without Markdown's marks, entities and tags inside a line."""
    if "[" in text:
        text = _LINK.sub(_linked, text)
    if "<" in text:
        text = _TAG.sub("", text)
    if "*" in text or "_" in text:
        text = _STRONG.sub(lambda found: found[2] or "", text)
        text = _SOFT.sub(r"\2", text)
        text = text.replace("**", "")
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    if "\\" in text:
        text = _ESCAPE.sub(r"\1", text)
    if "&" in text:
        text = html.unescape(text)
    return " ".join(text.split())


def read_markdown(text: str) -> tuple[Line, ...]:
    """Return the lines of a text; what is no Markdown reads as itself."""
    return tuple(_joined(_lines(text.split("\n"))))


def _linked(found: re.Match[str]) -> str:
    said, address = found[1], found[2]
    return said if said == address or not address.startswith("http") else f"{said} ({address})"


def _lines(rows: list[str]) -> Iterator[Line]:
    blank = True
    for number, raw in enumerate(rows, start=1):
        row = raw.rstrip()
        if not row.strip() or _is_frame(rows, number - 1):
            blank = True
            continue
        yield attrs.evolve(_line(row, number, rows), after_blank=blank)
        blank = False


def _is_frame(rows: list[str], index: int) -> bool:
    """Tell whether a line is drawn rather than written: a rule, a fence, the line of a table."""
    row = rows[index]
    return bool(_RULE.match(row) or _TABLE_RULE.match(row) or row.strip().startswith("```"))


def _line(row: str, number: int, rows: list[str]) -> Line:
    if heading := _HEADING.match(row):
        return Line(number=number, text=plain(heading[2]), level=len(heading[1]))
    following = rows[number] if number < len(rows) else ""
    if cells := _cells(row):
        return Line(number=number, cells=cells)
    if _UNDERLINE.match(following) and not _RULE.match(row) and len(following.strip()) > 2:  # noqa: PLR2004  # a rule has three marks
        level = 1 if following.lstrip().startswith("=") else 2
        return Line(number=number, text=plain(row), level=level)
    row = re.sub(r"\A\s*>+\s?", "", row)
    bullet = _BULLET.match(row) if not _DASH.match(row) else None
    said = row[bullet.end() :] if bullet else row
    strong = bool(re.match(r"\s*(?:\*\*|__|<(?:b|strong)>)", said, re.IGNORECASE))
    return Line(number=number, text=plain(said), bullet=bullet is not None, strong=strong)


def _cells(row: str) -> tuple[str, ...]:
    if row.count("|") >= 2 and (row.lstrip().startswith("|") or row.count(" | ") >= 2):  # noqa: PLR2004  # fewer bars are punctuation
        parts = re.split(r"(?<!\\)\|", row.strip().removeprefix("|").removesuffix("|"))
    elif "\t" in row.strip():
        parts = row.split("\t")
    else:
        return ()
    cells = tuple(plain(re.sub(r"<br\s*/?>", " / ", part)) for part in parts)
    return cells if sum(bool(cell) for cell in cells) > 1 or "|" in row else ()


def _joined(lines: Iterator[Line]) -> Iterator[Line]:
    """Join what the next line goes on with: a paragraph broken in its middle."""
    held: Line | None = None
    for line in lines:
        if held is not None and _goes_on(held, line):
            held = attrs.evolve(held, text=f"{held.text} {line.text}")
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _goes_on(held: Line, line: Line) -> bool:
    """Tell whether a line is the middle of a sentence that the line before began."""
    if line.after_blank or line.level or line.bullet or line.cells or held.level or held.cells:
        return False
    if line.strong or not held.text or not line.text or begins_with_hour(line.text):
        return False
    if line.text.endswith(":"):
        return False
    return line.text[0].islower() and len(held.text) > 45 and held.text[-1] not in ".:;!?"  # noqa: PLR2004  # a line that was broken is long
