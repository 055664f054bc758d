"""Read schedule.xml as it stands: lenient in what it says, strict in what it is."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, Final

import attrs

from partenariats.interfaces.importer import UnreadableError
from partenariats_schedule.notes import Notes
from partenariats_schedule.reading.bounds import refuse_impossible
from partenariats_schedule.reading.conference import (
    GENERATOR,
    TEXTS,
    Conference,
    ConferenceDay,
    Speaker,
    Talk,
)
from partenariats_schedule.reading.taking import Taker

HEAD: Final = 65_536
"""Bytes in which `recognizes` looks for the root."""
_ROOT: Final = re.compile(rb"<schedule[\s/>]")
_OPENING: Final = re.compile(rb"\s*(<\?|<!--)")
_SAID: Final = re.compile(rb"\S")
_CLOSING: Final = {b"<?": b"?>", b"<!--": b"-->"}
"""How what may stand before the root ends."""
_DOCTYPE: Final = "this has a DOCTYPE: a schedule has none, and one can do harm"
_OTHERS: Final = {
    "feed": "an Atom feed",
    "rss": "an RSS feed",
    "RDF": "an RSS feed",
    "html": "a page of the web",
    "icalendar": "a calendar in xCal",
    "svg": "a drawing",
}
_TEXTS: Final = frozenset(TEXTS)
_CONFERENCE: Final = frozenset(
    [
        "title",
        "acronym",
        "time_zone_name",
        "url",
        "base_url",
        "venue",
        "city",
        "day_change",
        "start",
        "end",
        "days",
    ]
)


def looks_like_xml(content: bytes) -> bool:
    """Tell whether the root of a content is `schedule`."""
    head = content[:HEAD]
    return _ROOT.match(head, _prolog(head)) is not None


def _prolog(content: bytes) -> int:
    """Return where a content begins after its mark, its declaration and its comments."""
    at = 3 if content.startswith(b"\xef\xbb\xbf") else 0
    while found := _OPENING.match(content, at):
        closing = _CLOSING[found[1]]
        end = content.find(closing, found.end())
        if end < 0:
            break
        at = end + len(closing)
    first = _SAID.search(content, at)
    return first.start() if first else len(content)


def _has_doctype(content: bytes) -> bool:
    """Tell whether a document type stands before the root, in two or four bytes a letter too."""
    if b"\0" in content[:4]:
        content = content.replace(b"\0", b"").lstrip(b"\xff\xfe")
    at = _prolog(content)
    return content[at : at + 9].upper() == b"<!DOCTYPE"


def read_xml(content: bytes, notes: Notes) -> Conference:
    """Read a schedule; raise `UnreadableError` for what is none."""
    root = _parse(content)
    kind = _name(root)
    if kind != "schedule":
        what = _OTHERS.get(kind, "an XML file with the root `{root}`")
        raise UnreadableError("this is " + what + ", not a schedule", root=kind[:40])
    return XmlReader(notes).conference(root)


def _parse(content: bytes) -> Any:
    import lxml.etree

    refuse_impossible(content)
    if _has_doctype(content):
        raise UnreadableError(_DOCTYPE)
    parser = lxml.etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = lxml.etree.fromstring(content, parser)
    except (lxml.etree.LxmlError, ValueError, LookupError) as error:
        raise UnreadableError("this is not XML: {reason}", reason=str(error)[:200]) from None
    if root.getroottree().docinfo.doctype:
        raise UnreadableError(_DOCTYPE)
    return root


def _name(element: Any) -> str:
    """Return the name of an element without its namespace."""
    tag: str = element.tag
    return tag.rpartition("}")[2] if tag[0] == "{" else tag


class XmlReader:
    """Read the elements of one schedule, and note what is left of them."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._take = Taker(notes)

    def conference(self, root: Any) -> Conference:
        """Read the root."""
        head: Any = None
        days: list[Any] = []
        tracks: list[Any] = []
        version = ""
        is_ours = False
        for child in root:
            name = _name(child)
            if name == "conference" and head is None:
                head = child
            elif name == "day":
                days.append(child)
            elif name == "tracks":
                tracks += child
            elif name == "generator" and child.get("name") == GENERATOR:
                is_ours = True
            elif name == "version" and is_ours:
                version = self._text(child, name)
            else:
                self._lost(child, "the schedule")
        if head is None or not days:
            raise UnreadableError(
                "this is not a schedule: under `schedule` a `conference` and `day`s are expected"
            )
        found = self._whole(head, days, tracks)
        return attrs.evolve(found, generator=GENERATOR, version=version) if is_ours else found

    def _whole(self, head: Any, days: list[Any], tracks: list[Any]) -> Conference:
        texts: dict[str, str] = {}
        rooms: list[Any] = []
        for child in head:
            name = _name(child)
            if name == "track":
                tracks.append(child)
            elif name == "room":
                rooms.append(child)
            elif name in _CONFERENCE and name not in texts:
                texts[name] = self._text(child, f"conference.{name}")
            else:
                self._lost(child, "the conference")
        return Conference(
            title=texts.get("title", ""),
            acronym=texts.get("acronym", ""),
            zone=texts.get("time_zone_name", ""),
            url=texts.get("url") or texts.get("base_url", ""),
            venue=texts.get("venue", ""),
            city=texts.get("city", ""),
            day_change=texts.get("day_change", ""),
            colours=dict(self._colours(tracks)),
            capacities=dict(self._capacities(rooms)),
            days=tuple(self._day(day) for day in days),
        )

    def _colours(self, tracks: list[Any]) -> Iterator[tuple[str, str]]:
        for track in tracks:
            self._lost_attributes(track, {"name", "color", "colour"}, "tracks")
            name = track.get("name") or track.text
            yield self._take.text(name), track.get("color") or track.get("colour") or ""

    def _capacities(self, rooms: list[Any]) -> Iterator[tuple[str, int]]:
        for room in rooms:
            self._lost_attributes(room, {"name", "capacity"}, "rooms")
            capacity = self._take.number(room.get("capacity"), "room.capacity")
            if capacity is not None:
                yield self._take.text(room.get("name")), capacity

    def _day(self, day: Any) -> ConferenceDay:
        self._lost_attributes(day, {"index", "date", "start", "end"}, "days")
        talks: list[Talk] = []
        for room in day:
            if _name(room) != "room":
                self._lost(room, "days")
                continue
            self._lost_attributes(room, {"name"}, "rooms")
            name = self._take.text(room.get("name"))
            for event in room:
                if _name(event) == "event":
                    talks.append(self._talk(event, name))
                else:
                    self._lost(event, "rooms")
        return ConferenceDay(
            date=self._take.text(day.get("date")),
            start=self._take.text(day.get("start")),
            end=self._take.text(day.get("end")),
            talks=tuple(talks),
        )

    def _talk(self, event: Any, room: str) -> Talk:
        self._lost_attributes(event, {"id", "guid"}, "sessions")
        texts: dict[str, str] = {}
        named = ""
        speakers: tuple[Speaker, ...] = ()
        take = self._take.text
        for child in event:
            name = _name(child)
            if name in _TEXTS and name not in texts:
                # a text without elements in it is what nearly every child is
                texts[name] = self._text(child, name) if len(child) else take(child.text, name)
            elif name == "room":
                named = self._text(child, name)
            elif name == "persons":
                speakers = tuple(self._speakers(child))
            else:
                self._lost(child, "sessions")
        return Talk(
            room=self._take.room(room, named),
            id=self._take.text(event.get("id")),
            guid=self._take.text(event.get("guid")),
            speakers=speakers,
            **texts,
        )

    def _speakers(self, persons: Any) -> Iterator[Speaker]:
        for person in persons:
            self._lost_attributes(person, {"id", "url"}, "people")
            name = self._take.text(person.text or person.get("name"))
            if name:
                url = self._take.text(person.get("url"))
                yield Speaker(name=name, id=self._take.text(person.get("id")), url=url)
            elif len(person) or person.attrib:
                self._notes.unreadable("person", dict(person.attrib))
            for child in person:
                self._lost(child, "people")

    def _text(self, element: Any, what: str) -> str:
        """Return the text of an element; HTML that stands in it as elements stays HTML."""
        if not len(element):
            text = element.text
            return self._take.text(text, what) if text else ""
        import lxml.etree

        inner = (lxml.etree.tostring(child, encoding="unicode", method="html") for child in element)
        return self._take.text((element.text or "") + "".join(inner), what)

    def _lost(self, element: Any, owner: str) -> None:
        """Note an element that has no place in an event, if it says anything."""
        count = len(element)
        if count > 1 and element[0].tag == element[-1].tag:
            self._notes.not_carried(f"`{_name(element)}` of {owner}", count)
        elif any(map(_says, element)) if count else _says(element):
            self._notes.not_carried(f"`{_name(element)}` of {owner}")

    def _lost_attributes(self, element: Any, held: Collection[str], owner: str) -> None:
        for name, value in element.items():
            if name not in held and value:
                self._notes.not_carried(f"`{name}` of {owner}")


def _says(element: Any) -> bool:
    """Tell whether an element says anything: `false` is what says nothing here."""
    text = (element.text or "").strip()
    return text not in {"", "false"} or len(element) > 0 or bool(element.keys())
