"""Rows of tables: a list of sessions, or a grid of days or rooms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from partenariats.language.said_hours import SaidHours, leading_hours
from partenariats_programme_text.phrases.credits import labelled_credits
from partenariats_programme_text.phrases.days import SaidDay, leading_day, leading_half_day
from partenariats_programme_text.phrases.places import is_room
from partenariats_programme_text.reading.line import Line

if TYPE_CHECKING:
    from partenariats_programme_text.parts.draft import DraftSession
    from partenariats_programme_text.parts.reader import PartsReader

_COLUMNS: Final = (
    ("day", r"jours?|dates?|days?|journée"),
    ("start", r"heures? de début|début|from|starts?|start time|de"),
    ("end", r"heures? de fin|fin|to|ends?|end time|à"),
    ("time", r"heures?|horaires?|times?|h|créneaux?|slots?|quand|when|timing"),
    ("duration", r"durées?|durations?|length"),
    (
        "people",
        (
            r"intervenante?s?|intervenant[(·.-]e[)·.-]?s?|orat(?:eur|rice)s?|animat(?:eur|"
            r"rice)s?|animation|speakers?|presenters?|qui|who|par|formateurs?|responsables?|"
            r"led by|facilitators?|chairs?|présidence"
        ),
    ),
    ("room", r"salles?|rooms?|lieux?|places?|locations?|venue|où|where|endroit"),
    ("theme", r"thèmes?|thématiques?|tracks?|themes?|axes?"),
    (
        "title",
        (
            r"titres?|intitulés?|sessions?|séances?|activités?|contenus?|sujets?|programme|"
            r"titles?|activity|what|quoi|objet|item|agenda|atelier|conférence|événement|"
            r"event|séquences?|topic|module|point|description|déroulé|talk"
        ),
    ),
    ("more", r".*"),
)
_HEADERS: Final = tuple(
    (name, re.compile(rf"(?:{words})\s*:?\Z", re.IGNORECASE)) for name, words in _COLUMNS[:-1]
)


class TableReader:
    """Read the rows of tables into the sessions of a programme."""

    def __init__(self, parts: PartsReader) -> None:
        self._parts = parts
        self._columns: tuple[str, ...] = ()
        self._days: dict[int, SaidDay] = {}
        self._rooms: dict[int, str] = {}

    def end(self) -> None:
        """Forget the columns: another table has its own."""
        self._columns, self._days, self._rooms = (), {}, {}

    def row(self, line: Line) -> None:
        """Read a row."""
        filled = [cell for cell in line.cells if cell]
        if not filled or self._is_header(line):
            return
        if len(set(filled)) == 1:
            self._alone(line, filled[0])
        elif self._days or self._rooms:
            self._grid(line)
        else:
            self._list(line)

    def _alone(self, line: Line, text: str) -> None:
        """Read a row with one cell, or one cell over several columns, as a line of text."""
        self._parts.line(attrs.evolve(line, text=text, cells=()))

    def _is_header(self, line: Line) -> bool:
        names = [_column(cell) for cell in line.cells]
        known = sum(name not in {"more", ""} for name in names)
        if known >= 2 and not any(leading_hours(cell) for cell in line.cells):  # noqa: PLR2004  # one word alone may be a title
            self.end()
            self._columns = tuple(names)
            self._find_rooms(line)
            self._parts.read_header(line)
            return True
        others = line.cells[1:]
        if len([cell for cell in others if cell]) >= 2 and not leading_hours(line.cells[0]):  # noqa: PLR2004  # one column is no grid
            days = {
                n: leading_day(cell, is_heading=True) for n, cell in enumerate(others, 1) if cell
            }
            if all(days.values()):
                self.end()
                self._days = {n: day for n, day in days.items() if day is not None}
                self._parts.read_header(line)
                return True
            if all(is_room(cell) for cell in others if cell):
                self.end()
                self._rooms = {n: cell for n, cell in enumerate(others, 1) if cell}
                return True
        return False

    def _find_rooms(self, line: Line) -> None:
        """See a grid of rooms under a header whose first column is called `Horaire`."""
        others = {n: cell for n, cell in enumerate(line.cells) if n and cell}
        if len(others) > 1 and all(
            is_room(cell) and _column(cell) != "room" for cell in others.values()
        ):
            self._columns, self._rooms = (), others

    def _grid(self, line: Line) -> None:
        """Read a row of which each cell is a session of its column's day or room."""
        hours = leading_hours(line.cells[0])
        if hours is None:
            self._list(line)
            return
        for number, cell in enumerate(line.cells[1:], 1):
            if not cell.strip(" -–—"):
                continue
            if number in self._days:
                self._parts.begin_day(line, attrs.evolve(self._days[number], rest=""))
            own = leading_hours(cell)
            text = cell[own.ends :] if own else cell
            session = self._parts.begin_session(line, own or hours, text)
            session.room = session.room or self._rooms.get(number)

    def _list(self, line: Line) -> None:
        """Read a row that is a session: hours, title, persons, room."""
        names = self._columns if len(self._columns) >= len(line.cells) else _guess(line.cells)
        cells: dict[str, list[str]] = {}
        for name, cell in zip(names, line.cells, strict=False):
            if cell:
                cells.setdefault(name, []).append(cell)
        self._begin_day(line, cells)
        hours = self._hours(cells)
        titles = cells.get("title", [])
        if hours is None and not titles:
            self._lines(line, [cell for cell in line.cells if cell])
            return
        title = titles[0] if titles else next(iter(cells.get("more", [""])))
        if hours is not None:
            session = self._parts.begin_session(line, hours, title)
        else:
            session = self._parts.begin_untimed(line, title)
        used = {title}
        self._fill(line, session, cells, used)

    def _begin_day(self, line: Line, cells: dict[str, list[str]]) -> None:
        for cell in cells.get("day", []):
            said = leading_day(cell, is_heading=True)
            if said is not None:
                self._parts.begin_day(line, said)
            elif half := leading_half_day(cell, is_heading=True):
                self._parts.begin_half_day(line, half)
            else:
                self._parts.line(attrs.evolve(line, text=cell, cells=()))

    def _hours(self, cells: dict[str, list[str]]) -> SaidHours | None:
        for cell in (*cells.get("time", []), *cells.get("start", [])):
            hours = leading_hours(cell)
            if hours is None:
                cells.setdefault("more", []).append(cell)
                continue
            if cell[hours.ends :].strip(" :-–—"):
                cells.setdefault("more", []).append(cell[hours.ends :].strip(" :-–—"))
            ends = [leading_hours(end) for end in cells.get("end", [])]
            if ends and ends[0] is not None:
                return attrs.evolve(hours, end=ends[0].start)
            return hours
        return None

    def _fill(
        self, line: Line, session: DraftSession, cells: dict[str, list[str]], used: set[str]
    ) -> None:
        """Add what the further cells of a row say."""
        for name in ("title", "people", "room", "theme", "duration", "more"):
            for cell in cells.get(name, []):
                if cell in used:
                    continue
                used.add(cell)
                if name == "people" and (
                    said_credits := labelled_credits(cell) or labelled_credits(f"par {cell}")
                ):
                    session.credits += said_credits
                elif name == "room" and session.room is None:
                    session.room = cell
                elif name == "theme":
                    session.themes.append(cell)
                elif name == "duration" and session.duration is None and (length := _minutes(cell)):
                    session.duration = length
                elif not self._take(line, session, cell):
                    self._parts.line(attrs.evolve(line, text=cell, cells=()))

    def _take(self, line: Line, session: DraftSession, cell: str) -> bool:
        del line
        if said_credits := labelled_credits(cell):
            session.credits += said_credits
        elif is_room(cell) and session.room is None:
            session.room = cell
        elif said_credits := labelled_credits(f"par {cell}"):
            session.credits += said_credits
        else:
            return False
        return True

    def _lines(self, line: Line, cells: list[str]) -> None:
        for cell in cells:
            self._parts.line(attrs.evolve(line, text=cell, cells=()))


def _column(cell: str) -> str:
    plain = cell.strip(" *:")
    if not plain:
        return ""
    return next((name for name, pattern in _HEADERS if pattern.match(plain)), "more")


def _guess(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Tell what each cell of a row is, where no header does."""
    names: list[str] = []
    for cell in cells:
        hours = leading_hours(cell)
        if hours and not cell[hours.ends :].strip(" :-–—") and "time" not in names:
            names.append("time")
        elif hours and "time" in names and "end" not in names and "title" not in names:
            names.append("end")
        elif leading_day(cell) and "day" not in names and "title" not in names:
            names.append("day")
        elif cell and "title" not in names:
            names.append("title")
        else:
            names.append("more")
    return tuple(names)


def _minutes(cell: str) -> int | None:
    found = re.fullmatch(
        (
            r"\s*(?:(\d{1,2})\s*h(?:eures?|ours?)?)?\s*(?:(\d{1,3})\s*(?:min|mn|minutes?|"
            r"['’])?)?\s*"
        ),
        cell,
    )
    if not found or not (found[1] or found[2]):
        return None
    return int(found[1] or 0) * 60 + int(found[2] or 0) or None
