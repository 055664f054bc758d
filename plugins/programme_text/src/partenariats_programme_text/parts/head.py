"""What stands above the first day: title, motto, dates, place, who organises it."""

from __future__ import annotations

import re
from typing import Final

import attrs

from partenariats.language.said_dates import SaidDate
from partenariats_programme_text.parts.draft import Noted
from partenariats_programme_text.parts.spelling import Spelling
from partenariats_programme_text.phrases.days import all_dates
from partenariats_programme_text.phrases.places import Site, find_site, has_address, read_site

_QUOTED: Final = re.compile(r"\A\s*[\"“«]\s*(.+?)\s*[\"”»]\s*\.?\Z")
_EDITION: Final = re.compile(
    (
        r"\A\s*(?:(?P<number>\d{1,3})\s*(?:ères?|res?|ers?|èmes?|emes?|es?|nde?|st|"
        r"nd|rd|th)\b|(?P<roman>[IVXL]{1,7})\s*(?:e|ème|ère|es|èmes)\b)\s+(?:édition\s+(?:du|"
        r"de la|des|de l['’])\s*)?(?=\S)"
    ),
    re.IGNORECASE,
)
_EDITION_BEHIND: Final = re.compile(
    (
        r"[\s,–—(-]*\b(?P<number>\d{1,3})\s*(?:ère|re|er|ème|eme|e|nde?|st|nd|rd|th)\s+(?:éditio"
        r"n|edition)\b\)?"
    ),
    re.IGNORECASE,
)
_PROGRAMME_OF: Final = re.compile(
    (
        r"\A\s*(?:pré-?|avant-)?programme\s+(?:(?:prévisionnel|provisoire)\s+)?(?:du|"
        r"de la|de l['’]|des|d['’]|de|[:–—-])\s*"
    ),
    re.IGNORECASE,
)
_DATE_WORDS: Final = re.compile(
    r"[\s,:–—|()-]*(?:\b(?:du|le|les|au|et|on|from|to|the)\b[\s,]*)*\Z", re.IGNORECASE
)
_TOWN: Final = re.compile(
    r"[\s,–—|-]*\b(?:à|a|in|A|À)\s+(?P<town>[A-ZÀ-Þ][\w'’-]+(?:[\s-](?:sur|sous|"
    r"en|de|la|le|les|[A-ZÀ-Þ][\w'’]+)){0,4})\s*[.,]?\Z"
)
_TOWN_ALONE: Final = re.compile(
    r"\A[\s,–—|:()-]*(?P<town>[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,2})[\s,.–—|"
    r":()-]*\Z"
)
_BODY: Final = re.compile(
    r"(?:syndicat|association|fédération|confédération|union|université|ministère|"
    r"institut|centre|comité|collectif|réseau|ville|commune|région"
    r"|département|conseil|mutuelle|fondation|société|chambre|ordre|agence|city|"
    r"county|university|society|council|trust|institute|federation|the)\b",
    re.IGNORECASE,
)
_ORGANIZED: Final = re.compile(
    (
        r"\s*(?:organis(?:é|ée|és|ées) par|organisateurs?\s*:|organisation\s*:|proposé(?:e|"
        r"s)? par|organi[sz]ed by|organi[sz]ers?\s*:|hosted by)\s*:?\s*(?P<said>.+?)\.?\Z"
    ),
    re.IGNORECASE,
)
_LONGEST: Final = 160
"""Characters of a line; longer ones are paragraphs."""
EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL: Final = re.compile(r"https?://[^\s<>()]+")
_WHEN: Final = re.compile(r"\s*(?:dates?|quand|when)\s*:\s*", re.IGNORECASE)
_PLACE: Final = re.compile(
    r"\s*(?:lieux?|où|adresse|venue|location|where|place)\s*:\s*(?P<said>\S.*)\Z", re.IGNORECASE
)
_ROMAN: Final = {"I": 1, "V": 5, "X": 10, "L": 50}
_ENGLISH_BODY: Final = re.compile(
    r"(?:[A-Z][\w'’]*\s+){0,3}(?:Federation|Union|Association|Society|Institute|"
    r"Council|Trust|Network|University)(?:\s+(?:of|for)\b.*)?\Z"
)
_KIND: Final = re.compile(
    (
        r"(?:syndicat|association|fédération|confédération|union|université|institut|"
        r"comité|collectif|réseau|mutuelle|fondation|société|ministère)\b"
    ),
    re.IGNORECASE,
)


@attrs.define(kw_only=True)
class Head:
    """Hold what stands above the first day."""

    title: str = ""
    edition: int | None = None
    motto: str | None = None
    prose: list[Noted] = attrs.field(factory=list)
    city: str | None = None
    dates: list[SaidDate] = attrs.field(factory=list)
    organizers: list[str] = attrs.field(factory=list)
    kinds: list[str | None] = attrs.field(factory=list)
    site: Site | None = None
    contact: str | None = None
    url: str | None = None


def read_head(noted: list[Noted], levels: dict[int, int], spelling: Spelling) -> Head:
    """Return what the lines above the first day say; `levels` tells which are headings."""
    head = Head()
    lines = _joined(noted, levels)
    title = _title_line(lines, levels)
    for line in lines:
        if line is title:
            _read_title(head, line.text, spelling)
        else:
            _read_line(
                head, line, levels, spelling, before=title is not None and line.line < title.line
            )
    return head


def _joined(noted: list[Noted], levels: dict[int, int]) -> list[Noted]:
    """Join lines of capitals that follow each other: the name of a body over several lines."""
    found: list[Noted] = []
    last = 0
    for line in noted:
        capitals = line.text.isupper() and not levels.get(line.line) and not all_dates(line.text)
        goes_on = capitals and found and found[-1].text.isupper() and line.line == last + 1
        if goes_on and not levels.get(found[-1].line) and not all_dates(found[-1].text):
            found[-1] = Noted(line=found[-1].line, text=f"{found[-1].text} {line.text}")
        else:
            found.append(line)
        last = line.line
    return found


def _title_line(lines: list[Noted], levels: dict[int, int]) -> Noted | None:
    """Choose the title: the highest heading, else the first short line that is no body."""
    headings = [line for line in lines if levels.get(line.line) and not _QUOTED.match(line.text)]
    if headings:
        return min(headings, key=lambda line: (levels[line.line], line.line))
    short = [
        line
        for line in lines
        if len(line.text) <= 160  # noqa: PLR2004  # longer ones are paragraphs
        and not _QUOTED.match(line.text)
        and not _PLACE.match(line.text)
        and not _ORGANIZED.match(line.text)
        and _without_dates(line.text)
        and not _URL.match(line.text)
    ]
    named = [line for line in short if not (_is_body(line.text) and len(short) > 1)]
    return next(iter(named or short), None)


def _read_title(head: Head, text: str, spelling: Spelling) -> None:
    text = _PROGRAMME_OF.sub("", text)
    if edition := _EDITION.match(text):
        head.edition = int(edition["number"]) if edition["number"] else _roman(edition["roman"])
        text = text[edition.end() :]
    elif edition := _EDITION_BEHIND.search(text):
        head.edition = int(edition["number"])
        text = f"{text[: edition.start()]} {text[edition.end() :]}".strip()
    head.dates += all_dates(text)
    if town := _TOWN.search(text):
        before = text[: town.start()]
        if all_dates(before) and _without_dates(before) != before:
            head.city, text = spelling.restore(town["town"]), before
    text = _without_dates(text)
    if head.city is None and text.isupper() and (town := _TOWN.search(text)) and head.dates:
        head.city, text = spelling.restore(town["town"]), text[: town.start()]
    text = spelling.restore(text.strip(" ,–—-:|"))
    head.title = text[:1].upper() + text[1:]


def _read_line(
    head: Head, line: Noted, levels: dict[int, int], spelling: Spelling, *, before: bool
) -> None:
    """Read a line that is not the title."""
    text = line.text
    quoted = _QUOTED.match(text)
    if quoted and head.motto is None:
        head.motto = quoted[1]
    elif place := _PLACE.match(text):
        head.site = attrs.evolve(read_site(place["said"]), rest="")
    elif organized := _ORGANIZED.match(text):
        _add_organizer(head, organized["said"], spelling)
    elif not _read_dates(head, text, spelling) and not _read_address(head, text):
        named = (before or text.isupper()) and _is_body(text) and not levels.get(line.line)
        if named:
            _add_organizer(head, text, spelling)
        else:
            _keep(head, line)


def _read_dates(head: Head, text: str, spelling: Spelling) -> bool:
    """Read the dates of a line; tell whether it says nothing else but where."""
    found = all_dates(text)
    if not found or len(text) > _LONGEST:
        return False
    head.dates += found
    rest = _without_dates(_WHEN.sub("", text))
    town = _TOWN.match(f" {rest}") or _TOWN_ALONE.match(rest)
    if town:
        head.city = head.city or spelling.restore(town["town"])
    elif rest and has_address(rest):
        head.site = head.site or attrs.evolve(read_site(rest), rest="")
    elif rest and (site := find_site(rest)):
        head.site = head.site or attrs.evolve(site, rest="")
        return False
    return not rest or town is not None or has_address(rest)


def _read_address(head: Head, text: str) -> bool:
    """Read a line with a venue and its address."""
    if head.site is not None or len(text) > _LONGEST or text.endswith("?"):
        return False
    if has_address(text):
        head.site = attrs.evolve(read_site(text), rest="")
    return head.site is not None


def _keep(head: Head, line: Noted) -> None:
    """Keep a line as prose, and take the addresses out of it."""
    if email := EMAIL.search(line.text):
        head.contact = head.contact or email[0]
    if url := _URL.search(line.text):
        head.url = head.url or url[0].rstrip(".,;")
        if url[0] == line.text.strip():
            return
    head.prose.append(line)


def _add_organizer(head: Head, text: str, spelling: Spelling) -> None:
    name = spelling.restore(text.strip(" .:"))
    name = name[:1].upper() + name[1:]
    kind = _KIND.match(name)
    head.organizers.append(name)
    head.kinds.append(kind[0].lower() if kind else None)


def _is_body(text: str) -> bool:
    return bool(_KIND.match(text) or _ENGLISH_BODY.match(text))


def _without_dates(text: str) -> str:
    """Return a text without the dates that stand at its end or its beginning."""
    dates = all_dates(text)
    if not dates:
        return text
    plain = " ".join(text.split())
    first = plain.find(dates[0].said)
    last = plain.rfind(dates[-1].said)
    if first < 0 or last < 0:
        return text
    first, last = min(first, last), max(first, last)
    before = _DATE_WORDS.sub("", plain[:first])
    after = plain[last + len(dates[-1].said) :].strip(" ,.–—-:|()")
    return f"{before} {after}".strip() if before and after else before or after


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text.upper()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)
