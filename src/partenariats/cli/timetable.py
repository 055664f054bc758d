"""Draw days of a programme in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
import click
from rich.box import ROUNDED
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as Line

from partenariats.diagnostics.render.plain import safe
from partenariats.interfaces.wording import Wording
from partenariats.model.programme import Programme, ScheduledDay, ScheduledSession, Section
from partenariats.model.sessions import Session, SessionKind

COLUMNS = 80
WIDEST = 100
_PAUSES = {SessionKind.BREAK, SessionKind.MEAL, SessionKind.WELCOME}


def select(
    programme: Programme, day: str | None, theme: str | None, person: str | None
) -> tuple[ScheduledDay, ...]:
    """Keep what belongs to a day, a theme and a person, each by id; leave out what is empty.

    What stands in a block of a theme belongs to it, but for pauses; a workshop brings the
    session it is held within.
    """
    days = [item for item in programme.days if day is None or item.day.id == day]
    kept = [
        attrs.evolve(item, sections=tuple(_sections(item, programme, theme, person)))
        for item in days
    ]
    return tuple(item for item in kept if item.sections or (theme is None and person is None))


def _sections(
    day: ScheduledDay, programme: Programme, theme: str | None, person: str | None
) -> Iterator[Section]:
    timeline = programme.timeline
    themed = {p.session.id for p in timeline.by_theme.get(theme, ())} if theme else None  # type: ignore[call-overload]  # an id typed by a person
    attended = {p.session.id for p in timeline.by_person.get(person, ())} if person else None  # type: ignore[call-overload]  # as above
    for section in day.sections:
        in_block = section.block is not None and theme in section.block.themes
        sessions = tuple(
            session
            for session in section.sessions
            if _fits(session, themed, in_block=in_block) and _fits(session, attended)
        )
        if sessions:
            yield attrs.evolve(section, sessions=sessions)


def _fits(session: ScheduledSession, wanted: set[str] | None, *, in_block: bool = False) -> bool:
    if wanted is None or (in_block and _kind(session) not in _PAUSES):
        return True
    return any(item.id in wanted for item in (session, *session.workshops))


def _kind(session: ScheduledSession) -> SessionKind | None:
    return session.session.kind if isinstance(session.session, Session) else None


def draw(programme: Programme, days: tuple[ScheduledDay, ...], *, plain: bool) -> None:
    """Print days as timetables: framed and coloured in a terminal, bare where it is piped."""
    wording = Wording(programme)
    console = Console(highlight=False, emoji=False, markup=False)
    console.width = COLUMNS if plain else min(console.width, WIDEST)
    with console.capture() as captured:
        _draw(wording, days, console, plain=plain)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())


def _draw(
    wording: Wording, days: tuple[ScheduledDay, ...], console: Console, *, plain: bool
) -> None:
    event = wording.programme.event
    subtitle = (wording.edition(), wording.dates(), event.city or "")
    console.print(_line(wording.text(event.title), "bold"))
    console.print(_line(" – ".join(filter(None, subtitle)), "dim"))
    for day in days:
        parts = Group(*(part for section in day.sections for part in _section(wording, section)))
        title = _line(wording.day(day), "bold")
        console.print()
        if plain:
            console.print(title)
            console.print(parts)
        else:
            console.print(Panel(parts, title=title, title_align="left", box=ROUNDED))


def _section(wording: Wording, section: Section) -> Iterator[RenderableType]:
    if section.block is not None and (title := wording.block(section.block)):
        yield Padding(_line(title, "bold cyan"), (1, 0, 0, 0))
        for point in section.block.points:
            yield Padding(_line(f"• {wording.text(point.text)}", "dim"), (0, 0, 0, 2))
    if section.block is not None and (themes := wording.block_themes(section.block)):
        yield Padding(_line(themes, "dim"), (0, 0, 0, 2))
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), expand=False)
    table.add_column(no_wrap=True, justify="right", style="bold")
    table.add_column(overflow="fold")
    for session in section.sessions:
        table.add_row(_line(wording.start(session)), _cell(wording, session))
    yield table


def _cell(wording: Wording, session: ScheduledSession) -> Line:
    kind = _kind(session)
    cell = _line(wording.title(session), "italic" if kind in _PAUSES else "")
    if end := wording.end(session):
        cell.append(safe(f" – {end}"), "dim")
    for note in _notes(wording, session):
        cell.append("\n")
        cell.append(safe(note), "dim")
    for held in session.workshops:
        cell.append("\n")
        cell.append(safe(f"• {wording.title(held)}"))
        for note in _notes(wording, held):
            cell.append(safe(f" – {note}"), "dim")
    return cell


def _notes(wording: Wording, session: ScheduledSession) -> Iterator[str]:
    for _, people in wording.roles(session):
        yield people
    if place := wording.place(session):
        yield place
    if themes := wording.session_themes(session):
        yield themes
    yield from (f"- {point}" for point in wording.points(session))


def _line(text: str, style: str = "") -> Line:
    return Line(safe(text).replace("\u240a", " "), style)
