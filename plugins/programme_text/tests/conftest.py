"""An imported programme as a short text, so that expectations can be read and compared whole."""

from __future__ import annotations

import pytest

import partenariats as pa

TOOLKIT = pa.Toolkit()


def _person(event, credit):
    person = next(p for p in event.people if p.id == credit.person)
    name = " ".join(filter(None, (person.honorific, person.name)))
    said = "; ".join(position.title.plain for position in person.positions)
    return f"{credit.role.value} {name}" + (f" <{said}>" if said else "")


def _times(item):
    start, end = item.start or "", item.end or ""
    length = f" {item.duration.seconds // 60} min" if getattr(item, "duration", None) else ""
    return f"{start}-{end}{length}" if end else f"{start}{length}"


def _item(event, item, head, pad):
    names = {thing.id: thing.name.plain for thing in (*event.rooms, *event.venues)}
    themes = {theme.id: theme.title.plain for theme in event.themes}
    parts = [head, item.title.plain if item.title else ""]
    parts += [f"({names[item.room]})"] if item.room else []
    parts += [f"@ {names[item.venue]}"] if item.venue else []
    parts += [f"({item.capacity} persons)"] if item.capacity else []
    yield pad + " ".join(filter(None, parts))
    yield from (f"{pad}  {_person(event, credit)}" for credit in item.credits)
    yield from (f"{pad}  # {themes[theme]}" for theme in item.themes)
    for point in item.points:
        yield f"{pad}  * {point.text.plain}" + (f" # {themes[point.theme]}" if point.theme else "")
    for paragraph in item.description.plain.split("\n\n") if item.description else ():
        yield f"{pad}  > {paragraph}"


def _sessions(event, where, pad):
    for session in event.sessions:
        if where in {session.block, session.day}:
            yield from _item(event, session, f"{_times(session)} {session.kind.value}:", pad)
            for workshop in event.workshops:
                if workshop.within == session.id:
                    yield from _item(
                        event, workshop, f"workshop {workshop.number or ''}:", pad + "  "
                    )


def _event(event):
    edition = f" ({event.edition})" if event.edition else ""
    yield f"{event.title.plain}{edition} {event.language} {event.city or ''}".rstrip()
    for name in ("motto", "purpose", "description", "url", "contact"):
        value = getattr(event, name)
        text = value.plain if hasattr(value, "plain") else value
        yield from (f"{name}: {part}" for part in text.split("\n\n")) if text else ()
    bodies = {body.id: body for body in event.organizations}
    yield from (f"organizer: {bodies[body].name.plain}" for body in event.organizers)
    for body in event.organizations:
        yield f"body: {body.name.plain}" + (f" ({body.kind})" if body.kind else "")
    for venue in event.venues:
        yield "venue: " + ", ".join(filter(None, (venue.name.plain, venue.address, venue.city)))


def _days(event):
    for day in event.days:
        title = f" {day.title.plain}" if day.title else ""
        yield f"{day.date:%a %Y-%m-%d} {_times(day)}".rstrip() + title
        yield from _sessions(event, day.id, "  ")
        for block in event.blocks:
            if block.day == day.id:
                label = " : ".join(text.plain for text in (block.label, block.title) if text)
                yield f"  [{label}] {_times(block)}".rstrip()
                for paragraph in block.description.plain.split("\n\n") if block.description else ():
                    yield f"    > {paragraph}"
                yield from (f"    * {point.text.plain}" for point in block.points)
                yield from _sessions(event, block.id, "    ")


def listing(imported):
    """Give an imported programme as a short text; of the guesses those of kinds are left out."""
    yield from _event(imported.event)
    yield from _days(imported.event)
    for group in imported.event.working_groups:
        yield f"group: {group.theme}"
    for found in imported.report.diagnostics:
        if found.code not in {"PTX007", "PTX008", "PTX009"}:
            yield f"{found.code} {found.span.line}: {found.headline}"


@pytest.fixture
def listed():
    """Import a content, and give it as a short text."""

    def read(content, **options):
        return "\n".join(listing(TOOLKIT.import_(content, "programme-text", options))) + "\n"

    return read
