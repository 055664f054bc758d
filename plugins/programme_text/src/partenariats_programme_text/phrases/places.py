"""Rooms, venues and addresses in a line."""

from __future__ import annotations

import re
from typing import Final

import attrs

_ROOM: Final = (
    r"(?:(?:grande?|petite?)\s+)?(?:salles?|amphi(?:théâtre|theatre)?s?|auditorium|studio|chapiteau"
    r"|scène|salon|plateau|hémicycle|foyer|hall|atrium|room|main hall|lecture theatre|lecture hall"
    r"|meeting room|seminar room|ballroom|stage|tent|bureau|atelier(?= \w+ du|"
    r"$)|gymnase|préau|bât(?:iment|\.))"
)
_BRACKET: Final = re.compile(
    rf"\s*[(\[]\s*(?:(?:en|in|dans la|dans l['’])\s+)?({_ROOM}\b[^()\[\]]*)[)\]]", re.IGNORECASE
)
_TRAILING: Final = re.compile(
    rf"\s*(?:[–—|,;]|\s-|\s@|:)\s+(?:en\s+|in\s+)?((?:{_ROOM})\b[^.,;:–—()]{{0,40}})\s*\.?\Z",
    re.IGNORECASE,
)
_IN_ROOM: Final = re.compile(
    r"\s+(?:en|in)\s+((?:salle|amphi|room)\s+\w{1,12}(?:\s\d+)?)\s*\.?\Z", re.IGNORECASE
)
IS_ROOM: Final = re.compile(rf"\s*{_ROOM}\b[^.:;]{{0,50}}\Z", re.IGNORECASE)
_NUMBER: Final = r"\d{1,4}(?:\s*-\s*\d{1,4})?(?:\s*(?:bis|ter|[A-D]))?"
_STREET: Final = (
    r"(?:rue|avenue|av\.|boulevard|bd|bvd|place|quai|allées?|chemin|impasse|cours|route|square"
    r"|esplanade|passage|faubourg|rond-point|sentier|promenade)\b"
)
_ADDRESS: Final = re.compile(
    rf"(?:{_NUMBER},?\s+{_STREET}[^;()–—|]*?"
    r"|(?:rue|avenue|boulevard|place|quai|allée|chemin|impasse|esplanade)\s+[^;()–—|"
    r",]*?[A-ZÀ-Þ][^;()–—|,]*?"
    r"|\d{1,4}[A-C]?\s+(?:[A-Z][\w'’]*\s+){1,3}(?:Street|Road|Avenue|Lane|Square|"
    r"Drive|Way|Close|Court|St|Rd)\b[^;()|]*?"
    r"|\d{5}\s+[A-ZÀ-Þ][\w'’ -]+?)(?=\s*(?:[;()–—|]|\.\s*\Z|\Z))"
)
_TOWN: Final = re.compile(
    r"[,\s]*[–—-]?\s*\b(\d{5})\s+([A-ZÀ-Þ][\w'’ -]*?)(?:\s+cedex\b.*)?\s*\Z", re.IGNORECASE
)
_SITE: Final = (
    r"(?:hôtel de (?:ville|région|département)|hôtel|mairie|palais|centre|maison|"
    r"théâtre|château|espace|cité|musée"
    r"|restaurant|gymnase|salle (?:des fêtes|polyvalente|municipale)|campus|université|"
    r"abbaye|parc|jardin|cinéma"
    r"|médiathèque|bibliothèque|lycée|collège|école|brasserie|auberge|bourse du "
    r"travail|siège|ferme|halles?|stade"
    r"|chapelle|église|domaine|moulin|ciné|town hall|city hall|hotel|library|museum|"
    r"castle|university|theatre"
    r"|conference centre|community centre|college|school|pub|restaurant|guildhall)"
)
_AT_SITE: Final = re.compile(
    r"(?P<before>(?:\s+(?:au|à la|à l['’]|à|aux|dans l['’]|dans la|dans le|at "
    r"the|at|in the)\s*|\s[–—]\s+|\(\s*|\A))"
    rf"(?P<site>{_SITE}\b[^()–—;:,.|]*)",
    re.IGNORECASE,
)
_STOPS: Final = re.compile(
    r"\s+(?:par|avec|by|with|pour|puis|suivi|animé|présenté|sur|et)\b.*\Z", re.IGNORECASE
)


@attrs.frozen
class Cut:
    """Hold what was found in a text, and the text without it."""

    found: str
    rest: str


@attrs.frozen(kw_only=True)
class Site:
    """Hold a venue as it is named, with its address; `rest` is the text without it."""

    name: str
    address: str | None = None
    city: str | None = None
    rest: str = ""


def cut_room(text: str) -> Cut | None:
    """Return the room that a title names in brackets or at its end."""
    for pattern in (_BRACKET, _TRAILING, _IN_ROOM):
        if found := pattern.search(text):
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return Cut(_first_up(found[1].strip(" .")), " ".join(rest.split()).strip(" –—-,;:|"))
    return None


def is_room(text: str) -> bool:
    """Tell whether a cell or a line is a room and nothing else."""
    return bool(text) and IS_ROOM.match(text) is not None


def find_site(text: str) -> Site | None:
    """Return the venue in a title: `Dîner à l'hôtel Mercure – 27 rue de La Terraudière`.

    A venue with an address is no part of the title; one without stays in it.
    """
    address = _ADDRESS.search(text)
    head = text[: address.start()] if address else text
    found = _AT_SITE.search(head)
    if found is None:
        return None
    name = _STOPS.sub("", found["site"]).strip(" .,–—-")
    if found["before"].strip() == "(" and text[found.end() :].startswith(")"):
        return Site(
            name=_first_up(name), rest=f"{text[: found.start()]}{text[found.end() + 1 :]}".strip()
        )
    if address is None or head[found.end() :].strip(" ,–—-:("):
        return Site(name=_first_up(name), rest=text)
    street, city = split_town(address[0].strip(" ."))
    rest = (text[: found.start()] + text[address.end() :]).strip(" .,–—-:()")
    return Site(name=_first_up(name), address=street, city=city, rest=rest)


def read_site(text: str) -> Site:
    """Read a whole text that names a venue: `Palais des Congrès, 12 rue des Lilas, 79000 Niort`."""
    address = _ADDRESS.search(text)
    if address is None:
        return Site(name=_first_up(text.strip(" .")))
    street, city = split_town(text[address.start() :].strip(" .)"))
    name = text[: address.start()].strip(" ,–—-:(")
    return Site(name=_first_up(name or street), address=street or None, city=city)


def split_town(address: str) -> tuple[str, str | None]:
    """Return street and town of an address: what stands after five figures is the town."""
    found = _TOWN.search(address)
    if found is None:
        return address, None
    street = address[: found.start()].strip(" ,–—-")
    return f"{street}, {found[1]}".strip(", "), found[2].strip()


def has_address(text: str) -> bool:
    """Tell whether a text has an address."""
    return _ADDRESS.search(text) is not None


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
