"""Write schedule.xml: no value can become an element (XML 1.0, section 2.4).

Strings with care take a third of the time of lxml's fastest writer, `etree.xmlfile`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from partenariats.interfaces.exporter import ExportError
from partenariats.model.collector import collector_at_rest
from partenariats_schedule.reading.conference import GENERATOR
from partenariats_schedule.writing.schedule import Day, Schedule, Speaker, Talk, hours

LONGEST: Final = 100 * 60
"""The schema writes hours in two digits."""
_ATTRIBUTE: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
)


def text(value: str) -> str:
    """Escape what stands between tags; `>` too, because of `]]>`."""
    if "&" in value:
        value = value.replace("&", "&amp;")
    if "<" in value:
        value = value.replace("<", "&lt;")
    if ">" in value:
        value = value.replace(">", "&gt;")
    return value


def attribute(value: str) -> str:
    """Quote the value of an attribute, its line ends and tabs kept."""
    return f'"{value.translate(_ATTRIBUTE)}"'


@collector_at_rest()
def write_xml(schedule: Schedule) -> bytes:
    """Write a schedule as the published schema wants it, in UTF-8.

    Raise `ExportError` for a session of a hundred hours or more.
    """
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<schedule>\n',
        f"  <generator name={attribute(GENERATOR)}/>\n",
        f"  <version>{text(schedule.version)}</version>\n",
    ]
    parts += _conference(schedule)
    persons: dict[str, str] = {}
    for day in schedule.days:
        parts += _day(day, persons)
    parts.append("</schedule>\n")
    return "".join(parts).encode()


def _conference(schedule: Schedule) -> Iterator[str]:
    yield (
        f"  <conference>\n    <title>{text(schedule.title)}</title>\n"
        f"    <acronym>{text(schedule.acronym)}</acronym>\n"
        f"    <start>{schedule.days[0].date}</start>\n    <end>{schedule.days[-1].date}</end>\n"
        f"    <days>{len(schedule.days)}</days>\n"
        f"    <timeslot_duration>{hours(schedule.timeslot)}</timeslot_duration>\n"
    )
    if schedule.url:
        yield f"    <url>{text(schedule.url)}</url>\n"
    yield f"    <time_zone_name>{text(schedule.zone)}</time_zone_name>\n"
    for track in schedule.tracks:
        color = f" color={attribute(track.color)}" if track.color else ""
        yield f"    <track name={attribute(track.name)}{color} slug={attribute(track.slug)}/>\n"
    yield "  </conference>\n"


def _day(day: Day, persons: dict[str, str]) -> Iterator[str]:
    """Write a day; each person is written once and kept in `persons` by UUID."""
    yield (f'  <day index="{day.number}" date="{day.date}" start="{day.start}" end="{day.end}">\n')
    for room in day.rooms:
        yield f'    <room name={attribute(room.name)} guid="{room.guid}">\n'
        said = text(room.name)
        for talk in room.talks:
            for speaker in talk.speakers:
                if speaker.guid not in persons:
                    persons[speaker.guid] = _person(speaker)
            yield _event(talk, said, "".join([persons[speaker.guid] for speaker in talk.speakers]))
        yield "    </room>\n"
    yield "  </day>\n"


def _event(talk: Talk, room: str, persons: str) -> str:
    if talk.minutes >= LONGEST:
        raise ExportError(
            "`{session}` takes {hours}, and the published schema of schedule.xml holds 99:59",
            session=talk.title,
            hours=hours(talk.minutes),
        )
    url = f"        <url>{text(talk.url)}</url>\n" if talk.url else ""
    return (
        f'      <event id="{talk.id}" guid="{talk.guid}">\n'
        f"        <room>{room}</room>\n        <title>{text(talk.title)}</title>\n"
        f"        <type>{talk.type}</type>\n        <date>{talk.date}</date>\n"
        f"        <start>{talk.start}</start>\n"
        f"        <duration>{hours(talk.minutes)}</duration>\n"
        f"        <abstract>{text(talk.abstract)}</abstract>\n"
        f"        <slug>{talk.slug}</slug>\n        <track>{text(talk.track)}</track>\n"
        f"        <persons>{persons}</persons>\n"
        f"        <language>{text(talk.language)}</language>\n{url}      </event>\n"
    )


def _person(speaker: Speaker) -> str:
    return f'<person id="{speaker.id}" guid="{speaker.guid}">{text(speaker.name)}</person>'
