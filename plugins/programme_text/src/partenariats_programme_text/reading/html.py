"""Lines of HTML, as pasted from a page or a mail: headings, paragraphs, lists, tables."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from partenariats.interfaces.importer import UnreadableError
from partenariats_programme_text.reading.line import Line

DEEPEST: Final = 500
"""Elements within each other; pages nest thirty."""
_BREAKING: Final = """
address article aside blockquote body br caption dd div dl dt fieldset figcaption figure
footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot
thead tr ul
"""
_BREAKS: Final = frozenset(_BREAKING.split())
_UNSEEN: Final = frozenset({"head", "script", "style", "template", "noscript", "svg"})
_EMPTY: Final = "area base br col embed hr img input link meta source track wbr"
_VOID: Final = frozenset(_EMPTY.split())


def read_html(text: str) -> tuple[Line, ...]:
    """Return the lines that a reader of HTML sees."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_line()
    return tuple(reader.lines)


class _Reader(HTMLParser):
    """Gather text until something ends its line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._at: int | None = None
        self._level = 0
        self._items = 0
        self._strong = 0
        self._began_strong = False
        self._unseen = 0
        self._depth = 0
        self._row: list[str] | None = None
        self._row_at = 0
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        if tag not in _VOID:
            self._depth += 1
            if self._depth > DEEPEST:
                raise UnreadableError("elements are nested deeper here than on any page")
        if tag in _UNSEEN:
            self._unseen += 1
        if tag == "tr":
            self.end_line()
            self._row, self._row_at = [], self.getpos()[0]
        elif tag in {"td", "th"} and self._row is not None:
            self._parts = []
            self._span = _number(dict(attrs).get("colspan"))
        elif tag in _BREAKS:
            self._break(tag)
        if tag in {"b", "strong"}:
            self._strong += 1

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag not in _VOID:
            self._depth = max(0, self._depth - 1)
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag in {"td", "th"} and self._row is not None:
            cell = " ".join("".join(self._parts).split())
            self._row += [cell] * self._span if self._span > 1 and not self._row else [cell]
            self._parts = []
        elif tag == "tr":
            self._end_row()
        elif tag in _BREAKS:
            self._break(tag, ends=True)
        if tag in {"b", "strong"}:
            self._strong = max(0, self._strong - 1)

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._unseen or not data:
            return
        if data.strip() and self._at is None:
            self._at = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
            self._began_strong = self._strong > 0
        self._parts.append(data)

    def end_line(self) -> None:
        """End the present line, if there is one."""
        text = " ".join("".join(self._parts).split())
        self._parts = []
        if text:
            self.lines.append(
                Line(
                    number=self._at or 1,
                    text=text,
                    level=self._level,
                    bullet=self._items > 0,
                    strong=self._began_strong,
                    after_blank=True,
                )
            )
        self._at = None

    def _break(self, tag: str, *, ends: bool = False) -> None:
        if self._row is not None:
            self._parts.append(" / " if tag == "br" and "".join(self._parts).strip() else " ")
            return
        self.end_line()
        if tag[0] == "h" and tag[1:].isdigit():
            self._level = 0 if ends else int(tag[1:])
        elif tag == "li":
            self._items = max(0, self._items - 1) if ends else self._items + 1

    def _end_row(self) -> None:
        if self._row is None:
            return
        if "".join(self._parts).strip():
            self._row.append(" ".join("".join(self._parts).split()))
        cells = tuple(self._row)
        self._row, self._parts, self._at = None, [], None
        if any(cells):
            self.lines.append(Line(number=self._row_at, cells=cells, after_blank=True))


def _number(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 3 else 1  # noqa: PLR2004  # no table is wider
