"""Write the fields of schedule.xml without care, and with a tree of lxml: what ours is held to."""

from __future__ import annotations

import partenariats as pa
from partenariats.model.programme import ScheduledSession


def by_room(programme: pa.Programme) -> list[tuple[str, dict[str, list[ScheduledSession]]]]:
    """Gather the sessions of each day by their rooms."""
    days = []
    for day in programme.days:
        rooms: dict[str, list[ScheduledSession]] = {}
        for session in day.sessions:
            rooms.setdefault(session.room.name.plain, []).append(session)
        days.append((day.day.date.isoformat(), rooms))
    return days


def xml_strings(programme: pa.Programme) -> bytes:
    """Write the same fields as schedule.xml with f-strings alone: no escapes, no ids worked out."""
    said = ["<schedule><conference></conference>"]
    for date, rooms in by_room(programme):
        said.append(f'<day date="{date}">\n')
        for room, sessions in rooms.items():
            said.append(f'<room name="{room}">\n')
            for s in sessions:
                item, start, end = s.session, s.start, s.end
                minutes = (end.hour - start.hour) * 60 + end.minute - start.minute
                persons = "".join(
                    f'<person id="{p.who.id}" guid="{p.who.id}">{p.who.name}</person>'
                    for p in s.participants
                )
                said.append(
                    f'<event id="{item.id}" guid="{item.id}">\n<room>{room}</room>\n'
                    f"<title>{item.title.plain}</title>\n<type>{item.kind.value}</type>\n"
                    f"<date>{start.year:04d}-{start.month:02d}-{start.day:02d}T{start.hour:02d}:"
                    f"{start.minute:02d}:00+01:00</date>\n"
                    f"<start>{start.hour:02d}:{start.minute:02d}</start>\n"
                    f"<duration>{minutes // 60:02d}:{minutes % 60:02d}</duration>\n"
                    f"<abstract>{item.description.plain}</abstract>\n<slug>x-{item.id}</slug>\n"
                    f"<track>{s.themes[0].title.plain}</track>\n<persons>{persons}</persons>\n"
                    f"<language>fr</language>\n</event>\n"
                )
            said.append("</room>\n")
        said.append("</day>\n")
    said.append("</schedule>\n")
    return "".join(said).encode()


def xml_tree(programme: pa.Programme) -> bytes:
    """Build the same with lxml's elements, of the plain values that ours are written of."""
    from lxml import etree

    from partenariats_schedule.writing.composing import schedule_of

    root = etree.Element("schedule")
    for day in schedule_of(programme).days:
        about = etree.SubElement(root, "day", date=day.date, start=day.start, end=day.end)
        for room in day.rooms:
            inside = etree.SubElement(about, "room", name=room.name, guid=room.guid)
            for talk in room.talks:
                event = etree.SubElement(inside, "event", id=str(talk.id), guid=talk.guid)
                etree.SubElement(event, "duration").text = str(talk.minutes)
                for key in (
                    "room", "title", "type", "date", "start", "abstract", "slug", "track",
                    "language",
                ):  # fmt: skip
                    etree.SubElement(event, key).text = getattr(talk, key)
                persons = etree.SubElement(event, "persons")
                for one in talk.speakers:
                    person = etree.SubElement(persons, "person", id=str(one.id), guid=one.guid)
                    person.text = one.name
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
