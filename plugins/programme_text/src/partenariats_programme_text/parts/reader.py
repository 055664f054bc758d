"""From lines to the parts of a programme, one line after another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import attrs

from partenariats.language.said_hours import SaidHours, find_hours, leading_hours
from partenariats_programme_text.notes import Notes
from partenariats_programme_text.parts.draft import (
    Draft,
    DraftBlock,
    DraftDay,
    DraftItem,
    DraftSession,
    DraftWorkshop,
    Noted,
)
from partenariats_programme_text.parts.labels import (
    begins_section,
    is_notice,
    lists_themes,
    place_said,
    room_said,
    theme_said,
    workshop_said,
)
from partenariats_programme_text.parts.tables import TableReader
from partenariats_programme_text.parts.title import fill
from partenariats_programme_text.phrases.credits import labelled_credits
from partenariats_programme_text.phrases.days import (
    NOTICE,
    HalfDay,
    SaidDay,
    leading_day,
    leading_half_day,
)
from partenariats_programme_text.phrases.persons import read_persons
from partenariats_programme_text.phrases.places import has_address, is_room, read_site
from partenariats_programme_text.reading.line import Line

_SEPARATED: Final = re.compile(r"\A(?:\s*(?:[:|•>,;]|[-–—→]+|\.\s)\s*|\s+)")
_TAIL: Final = re.compile(
    r"[\s,:|–—(-]*(?:[(,:|–—]|\s-|\b(?:à|de|dès|at|from))\s*\Z", re.IGNORECASE
)
_TITLED: Final = re.compile(r"(?P<title>[^:.]{3,90}?)\s*:\s+(?P<prose>\S.{40,})\Z")
_LONGEST_TITLE: Final = 110
_LONGEST_NAMES: Final = 330
_NAME_ALONE: Final = 3
"""Words of a name that stands alone on its line."""
_WITH: Final = re.compile(r"\s*(?:avec|with)\s*:?\s*\Z", re.IGNORECASE)
_AND: Final = re.compile(r"\s*(?:et|and|&)\s+", re.IGNORECASE)
_PROGRAMME: Final = re.compile(
    r"\s*(?:(?:pré-?|avant-)?programme|ordre du jour|agenda|schedule|timetable|"
    r"déroulé|planning|draft programme|program)"
    r"(?:\s+(?:prévisionnel|provisoire|détaillé|de la (?:journée|semaine)|des "
    r"journées|du (?:congrès|stage|séminaire)|complet))?\s*:?\s*\Z",
    re.IGNORECASE,
)


class PartsReader:
    """Read the lines of one programme."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._draft = Draft()
        self._day: DraftDay | None = None
        self._block: DraftBlock | None = None
        self._session: DraftSession | None = None
        self._item: DraftItem | None = None
        """The session or workshop that following lines speak of."""
        self._section: int | None = None
        """Level of the heading under which practical matters stand."""
        self._tables = TableReader(self)

    def read(self, lines: Iterable[Line]) -> Draft:
        """Return the parts of a programme."""
        for line in lines:
            if line.cells:
                self._tables.row(line)
                continue
            self._tables.end()
            self.line(line)
        return self._draft

    def line(self, line: Line) -> None:
        """Read a line that is no row of a table."""
        if self._is_end(line) or (self._section is not None and self._in_section(line)):
            return
        if day := leading_day(line.text, is_heading=line.level > 0):
            self.begin_day(line, day)
            return
        is_heading = line.level > 0 or line.strong
        half = leading_half_day(line.text, is_heading=is_heading, in_day=self._day is not None)
        if half and not (line.bullet and self._session):
            self.begin_half_day(line, half)
        elif hours := leading_hours(line.text):
            self.begin_session(line, hours, line.text[hours.ends :])
        elif _PROGRAMME.match(line.text) or _WITH.match(line.text):
            self._notes.read.add(line.number)
        elif not self._labelled(line):
            self._rest(line)

    def begin_day(self, line: Line, said: SaidDay) -> None:
        """Begin a day; what stands behind the date is its hours, its half-day or its title."""
        rest = said.rest
        known = next(
            (day for day in self._draft.days if day.said and _is_same(day.said, said)), None
        )
        self._day = known or DraftDay(line=line.number, said=said)
        if known is None:
            self._draft.days.append(self._day)
        self._block = self._session = self._item = None
        self._section = None
        if half := leading_half_day(rest, is_heading=True):
            self.begin_half_day(line, half)
            return
        if hours := leading_hours(rest.lstrip("(, ")):
            rest = rest.lstrip("(, ")
            behind = rest[hours.ends :].strip(" ):–—-,.")
            if hours.end is None and behind:
                self.begin_session(line, hours, behind)
                return
            self._day.start, self._day.end = hours.start, hours.end
            rest = behind
        if has_address(rest):
            self._take_site(rest)
        elif rest.strip(" )."):
            self._day.title = rest.strip(" .")

    def begin_half_day(self, line: Line, half: HalfDay) -> None:
        """Begin a half-day of the present day."""
        self._section = None
        day = self.day(line)
        self._block = DraftBlock(line=line.number, label=half.label)
        day.blocks.append(self._block)
        self._session = self._item = None
        rest = half.rest
        if hours := leading_hours(rest.lstrip("(, ")):
            rest = rest.lstrip("(, ")
            behind = rest[hours.ends :].strip(" ):–—-,.")
            if hours.end is None and behind:
                self.begin_session(line, hours, behind)
                return
            self._block.start, self._block.end = hours.start, hours.end
            rest = behind
        self._block.title = rest.strip(" .:")[:1].upper() + rest.strip(" .:")[1:]

    def begin_session(self, line: Line, hours: SaidHours, text: str) -> DraftSession:
        """Begin a session at an hour."""
        self._section = None
        session = DraftSession(line=line.number, start=hours.start, end=hours.end)
        self._place(line, session)
        text = _SEPARATED.sub("", text, count=1) if text else ""
        fill(session, text.lstrip(" )"))
        return session

    def begin_untimed(self, line: Line, text: str) -> DraftSession:
        """Begin a session of which no hour is said."""
        session = DraftSession(line=line.number)
        self._place(line, session)
        fill(session, text)
        return session

    def day(self, line: Line) -> DraftDay:
        """Return the present day; one that was not named where none was."""
        if self._day is None:
            self._day = DraftDay(line=line.number)
            self._draft.days.append(self._day)
        return self._day

    def read_header(self, line: Line) -> None:
        """Know that a row only says what is in the columns below it."""
        self._notes.read.add(line.number)

    def _place(self, line: Line, session: DraftSession) -> None:
        day = self.day(line)
        if self._block is None:
            self._block = DraftBlock(line=line.number)
            day.blocks.append(self._block)
        self._block.sessions.append(session)
        self._session = self._item = session

    def _is_end(self, line: Line) -> bool:
        """Take `– 08h55` on a line of its own as the end of what began the line before."""
        session = self._session
        if session is None or session.title or session.end is not None:
            return False
        text = re.sub(r"\A\s*(?:[-–—/→]+|à|to|until)\s*", "", line.text)
        hours = leading_hours(text)
        if hours is None or hours.end is not None:
            return False
        rest = text[hours.ends :].strip(" :–—-.")
        if rest and text == line.text:
            return False
        session.end = hours.start
        if rest:
            fill(session, rest)
        return True

    def _in_section(self, line: Line) -> bool:
        """Keep a line among the practical matters; a heading or a day ends them."""
        level = self._section or 0
        if line.level and (level == 0 or line.level <= level):
            if begins_section(line.text, is_heading=True):
                self._draft.prose.append(Noted(line=line.number, text=line.text))
                return True
            self._section = None
            return False
        if level == 0 and (leading_day(line.text) or leading_hours(line.text)):
            self._section = None
            return False
        self._draft.prose.append(Noted(line=line.number, text=line.text))
        return True

    def _labelled(self, line: Line) -> bool:
        """Read a line that says what it is about."""
        text = line.text
        item = self._item
        if item is not None and (said_credits := labelled_credits(text)):
            item.credits += said_credits
        elif (said := room_said(text)) and item is not None and item.room is None:
            item.room = said.strip(" .")
        elif said := place_said(text):
            self._take_site(said)
        elif (theme := theme_said(text)) and (item or self._block):
            (item or self._block).themes.append(theme)  # type: ignore[union-attr]  # one of the two is there
        elif (
            self._draft.days and not line.bullet and begins_section(text, is_heading=line.level > 0)
        ):
            alone = line.level == 0 and ":" in text.strip()[:-1]
            self._section = None if alone else line.level
            self._draft.prose.append(Noted(line=line.number, text=text))
        elif self._draft.days and not line.bullet and is_notice(text):
            self._draft.prose.append(Noted(line=line.number, text=text))
        else:
            return False
        return True

    def _take_site(self, said: str) -> None:
        """Give a venue to what the line stands under."""
        site = attrs.evolve(read_site(said), rest="")
        if self._item is not None:
            self._item.site = site
        elif self._block is not None:
            self._block.site = site
        elif self._day is not None:
            self._day.site = site
        else:
            self._draft.site = site

    def _rest(self, line: Line) -> None:
        """Read a line that begins with nothing that tells what it is."""
        if self._is_titled_at_its_end(line) or self._is_workshop(line):
            return
        noted = Noted(line=line.number, text=line.text)
        if self._session is not None and not self._session.title and not line.bullet:
            fill(self._session, line.text)
        elif self._day is None:
            self._draft.head.append(noted)
        elif line.bullet:
            self._point(noted)
        elif line.level:
            self._begin_part(line)
        elif self._item is not None:
            self._say_more(noted)
        else:
            self._under_day(line, noted)

    def _is_titled_at_its_end(self, line: Line) -> bool:
        """Read `Pause (10h30 – 11h)`, where the hours stand behind the title."""
        text = line.text.rstrip(" .)")
        hours = find_hours(text)[-1:]
        if (
            not hours
            or hours[0].ends < len(text)
            or len(text) > _LONGEST_TITLE
            or self._day is None
        ):
            return False
        before = text[: hours[0].begins]
        tail = _TAIL.search(before)
        if tail is None or NOTICE.search(before) or line.text.rstrip().endswith("."):
            return False
        self.begin_session(line, hours[0], before[: tail.start()])
        return True

    def _is_workshop(self, line: Line) -> bool:
        said = workshop_said(line.text)
        if said is None or self._session is None:
            return False
        name, number, title = said
        workshop = DraftWorkshop(line=line.number, number=number)
        fill(workshop, title)
        if number is None or not name.lower().startswith(("atelier", "workshop")):
            workshop.title = f"{name} : {workshop.title}" if workshop.title else name
        self._session.workshops.append(workshop)
        self._item = workshop
        return True

    def _point(self, noted: Noted) -> None:
        """Take a point of a list: persons, a theme, or a line of the agenda."""
        item, block = self._item, self._block
        if item is not None and (persons := read_persons(noted.text)) and _are_sure(noted.text):
            said_credits = labelled_credits(f"par {noted.text}")
            item.credits += said_credits or ()
            del persons
            return
        if isinstance(item, DraftSession) or item is None:
            owner = item or block
            if owner is None:
                self._notes.not_understood(noted.line)
            elif lists_themes(owner.title) or (
                item is None and block and lists_themes(block.label)
            ):
                theme = noted.text.strip(" .;")
                owner.themes.append(theme)
                if item is not None:
                    item.points.append(noted)
            else:
                owner.points.append(noted)
        else:
            item.points.append(noted)

    def _begin_part(self, line: Line) -> None:
        """Begin a part with a heading of its own inside a day."""
        self._block = DraftBlock(line=line.number, title=line.text.strip(" .:"))
        self.day(line).blocks.append(self._block)
        self._session = self._item = None

    def _say_more(self, noted: Noted) -> None:
        item = self._item
        if item is None:
            return
        if is_room(noted.text) and item.room is None:
            item.room = noted.text.strip(" .")
        elif has_address(noted.text) and len(noted.text) < _LONGEST_TITLE and item.site is None:
            item.site = attrs.evolve(read_site(noted.text), rest="")
        elif (
            len(noted.text) < _LONGEST_NAMES
            and (said_credits := labelled_credits(f"par {noted.text}"))
            and _are_sure(noted.text)
        ) or (
            item.credits
            and (more := _AND.match(noted.text))
            and (said_credits := labelled_credits(f"par {noted.text[more.end() :]}"))
        ):
            item.credits += said_credits
        else:
            item.prose.append(noted)

    def _under_day(self, line: Line, noted: Noted) -> None:
        """Read prose that stands under a day or a half-day, before the first hour."""
        if has_address(noted.text) and len(noted.text) <= _LONGEST_TITLE:
            self._take_site(noted.text)
            return
        titled = _TITLED.match(noted.text)
        if titled and (line.strong or self._block is None):
            self._block = DraftBlock(line=line.number, title=titled["title"].strip())
            self._block.prose.append(Noted(line=line.number, text=titled["prose"]))
            self.day(line).blocks.append(self._block)
        elif self._block is not None and self._block.is_named:
            self._block.prose.append(noted)
        elif self._day and not self._day.title and len(noted.text) <= _LONGEST_TITLE:
            self._day.title = noted.text.strip(" .")
        else:
            self._notes.not_understood(noted.line)


def _are_sure(text: str) -> bool:
    """Tell whether a line of names is surely one: with a body, an honorific or a comma."""
    return (
        re.search(r"[(,;]|\bM\.|\bMme|\bDr|\bPr|\bMr|\bMs", text) is not None
        or len(text.split()) <= _NAME_ALONE
    )


def _is_same(one: SaidDay, other: SaidDay) -> bool:
    """Tell whether two headings are of one day: `samedi matin`, `samedi après-midi`."""
    same = [(one.day, other.day), (one.month, other.month), (one.weekday, other.weekday)]
    if one.day is not None and other.day is not None:
        return one.day == other.day and all(a is None or b is None or a == b for a, b in same[1:])
    if one.weekday is not None and other.weekday is not None:
        return one.weekday == other.weekday
    return one.number is not None and one.number == other.number
