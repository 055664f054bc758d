"""Who does what in a session: `par M. X, maire de Y`, `animé par`, `Chair: …`."""

from __future__ import annotations

import re
from typing import Final

import attrs

from partenariats.model.people import Role
from partenariats_programme_text.phrases.names import PERSON, SaidPerson, is_name
from partenariats_programme_text.phrases.persons import read_persons

_ROLES: Final = (
    (
        Role.CHAIR,
        (
            r"présid(?:é|ée|és|ées) par|sous la présidence de|présidence|président(?:e)? "
            r"de séance|présidente?s? de séance|modér(?:é|ée|és|ées) par|modérat(?:eur|"
            r"rice|ion)s?|modérateur·rice|chaired by|moderated by|chairs?|chairperson|"
            r"session chair|moderators?|moderation|host(?:ed)? and moderated by"
        ),
    ),
    (
        Role.FACILITATOR,
        (
            r"anim(?:é|ée|és|ées) par|co-?anim(?:é|ée|és|ées) par|animat(?:eur|rice|ion)s?|"
            r"animat(?:eur|rice)s?\(?·?-?(?:trice|rice)?\)?|facilit(?:é|ée) par|facilitat(?:eur|"
            r"rice)s?|encadr(?:é|ée)s? par|facilitated by|facilitators?|led by|run by|"
            r"formateurs?|formatrices?|formateur·rice|trainers?|tutors?"
        ),
    ),
    (
        Role.RAPPORTEUR,
        (
            r"rapporteure?s?|rapporteurs?|grand(?:e)? témoin|secrétaire de séance|rapporteur(?:s)? "
            r"and note-taker|note-?takers?|rapport(?:é|ée) par|synthèse par"
        ),
    ),
    (Role.HOST, r"accueilli(?:e|s|es)? par|hosted by|hosts?|hôtes?"),
    (Role.ORGANIZER, r"organis(?:é|ée|és|ées) par|proposé(?:e|s|es)? par|organi[sz]ed by"),
    (
        Role.SPEAKER,
        (
            r"présent(?:é|ée|és|ées) par|intervenante?s?|"
            r"intervenant(?:\(e\)|·e)?s?|intervenant(?:\.e)?\.?s?|interventions? de|avec "
            r"la participation de|en présence de|avec|par|"
            r"orat(?:eur|rice)s?|conférenci(?:er|ère)s?|invité(?:e)?s?|témoignages? de|"
            r"with|by|presented by|speakers?|presenters?|panell?ists?|panel|keynote speaker|"
            r"guest speaker|delivered by|given by"
        ),
    ),
)
_ROLE: Final = "|".join(f"(?P<{role.name}>{words})" for role, words in _ROLES)
_LABEL: Final = re.compile(
    rf"\s*[(]?(?:{_ROLE})\s*(?:\(s\)|\(e\)|\(es\))?\s*(?::\s*|\s[–—-]\s+)", re.IGNORECASE
)
_PHRASE: Final = re.compile(
    rf"(?P<lead>[\s,;:(.–—-]*)\b(?:{_ROLE})\s+(?=(?:{{}})?\S)".replace("{}", ""), re.IGNORECASE
)
_LABEL_WITHIN: Final = re.compile(rf"[;,.]?\s+(?:{_ROLE})\s*:\s*", re.IGNORECASE)
_LABEL_BEHIND: Final = re.compile(rf"[-–—,;.(]\s*(?:{_ROLE})\s*:\s*", re.IGNORECASE)
_LONGEST: Final = 1500
_VERBS: Final = re.compile(r"\bpar\Z|\bby\Z|\bavec\Z|\bwith\Z|\bde\Z", re.IGNORECASE)


@attrs.frozen(kw_only=True)
class SaidCredit:
    """Hold a person with their role."""

    person: SaidPerson
    role: Role


@attrs.frozen(kw_only=True)
class Credited:
    """Hold the persons that a text names, and the text without them."""

    credits: tuple[SaidCredit, ...] = ()
    rest: str = ""


def labelled_credits(text: str) -> tuple[SaidCredit, ...] | None:
    """Return the persons of a line such as `Intervenants : …` or `Animé par …`."""
    label = _LABEL.match(text) or _phrase_at_start(text)
    if label is None:
        return None
    said = (
        text[label.end() :].strip().removesuffix(")")
        if text.lstrip().startswith("(")
        else text[label.end() :]
    )
    return _segments(said, _role_of(label))


def cut_credits(text: str) -> Credited:
    """Return the persons whom a title names at its end, and the title without them.

    Where what follows `par` or `avec` is not understood whole, the title keeps it.
    """
    if len(text) > _LONGEST:
        return Credited(rest=text)
    for found in _PHRASE.finditer(text):
        if found.start() == 0 or not _VERBS.search(found[0].rstrip()):
            continue
        opened = "(" in found["lead"]
        end = text.find(")", found.end()) if opened and text.rstrip().endswith(")") else len(text)
        said = text[found.end() :].rstrip(" .")
        said = said.removesuffix(")") if opened and end != -1 else said
        said_credits = _segments(said, _role_of(found))
        if said_credits:
            rest = text[: found.start()].rstrip(" ,;:(–—-.")
            alone = len(rest.split()) == 1 and found[0].strip().lower() in {"avec", "with"}
            return Credited(credits=said_credits, rest=text if alone else rest)
    for found in _LABEL_BEHIND.finditer(text):
        said = text[found.end() :].rstrip(" .")
        said = said.removesuffix(")") if "(" in found[0] else said
        if said_credits := _segments(said, _role_of(found)):
            return Credited(credits=said_credits, rest=text[: found.start()].rstrip(" ,;:(–—-."))
    return _before_quoted(text) or _after_dash(text) or _named_within(text)


def _segments(said: str, role: Role) -> tuple[SaidCredit, ...] | None:
    """Read persons of several roles: `X (A), modérateur : Y`, `X, animé par Y`."""
    if len(said) > _LONGEST:
        return None
    for pattern in (_PHRASE, _LABEL_WITHIN):
        for found in pattern.finditer(said, 1):
            if pattern is _PHRASE and not _VERBS.search(found[0].rstrip()):
                continue
            # the first word after which all is read decides, so that nothing is read twice
            if first := read_persons(said[: found.start()]):
                rest = _segments(said[found.end() :], _role_of(found))
                return (*(SaidCredit(person=p, role=role) for p in first), *rest) if rest else None
    persons = read_persons(said)
    return tuple(SaidCredit(person=p, role=role) for p in persons) if persons else None


def _phrase_at_start(text: str) -> re.Match[str] | None:
    found = _PHRASE.match(text)
    return found if found and _VERBS.search(found[0].rstrip()) else None


def _before_quoted(text: str) -> Credited | None:
    """Read `Anne Exemple (Org), « Titre »`, with or without a word and a dash before the name."""
    quoted = re.search(r"\s*[,:–—-]?\s*(?=[«“\"])", text)
    if quoted is None or quoted.start() == 0:
        return None
    before = text[: quoted.start()]
    for at in (0, *(dash.end() for dash in re.finditer(r"\s+[–—-]\s+|\s:\s", before))):
        persons = read_persons(before[at:])
        if persons and any(person.honorific or person.positions for person in persons):
            kept = f"{before[:at].rstrip(' –—-:')} : " if at else ""
            return Credited(
                credits=tuple(SaidCredit(person=p, role=Role.SPEAKER) for p in persons),
                rest=kept + text[quoted.end() :],
            )
    return None


def _after_dash(text: str) -> Credited | None:
    """Read `Titre – Anne Exemple (Org)` and `Titre (Anne Exemple, Org)`."""
    for pattern in (
        r"\s+[–—-]\s+|\s*\|\s*|\s+:\s+",
        r",\s+",
        r"\s*\((?=[^()]*(?:\([^()]*\)[^()]*)*\)\s*\Z)",
    ):
        for found in re.finditer(pattern, text):
            said = text[found.end() :].strip()
            said = said.removesuffix(")") if "(" in found[0] else said
            persons = read_persons(said)
            if persons and text[: found.start()].strip() and _is_sure(persons, said, found[0]):
                said_credits = tuple(SaidCredit(person=p, role=Role.SPEAKER) for p in persons)
                return Credited(credits=said_credits, rest=text[: found.start()].strip(" ,;:–—-"))
    return None


def _is_sure(persons: tuple[SaidPerson, ...], said: str, mark: str) -> bool:
    """Tell whether persons without a word such as `par` are surely persons."""
    if mark.startswith(","):
        return all(person.honorific or person.positions for person in persons)
    return all(
        person.honorific or person.positions or len(person.name.split()) <= 3  # noqa: PLR2004  # longer ones are titles
        for person in persons
    ) and not said.endswith("?")


def _named_within(text: str) -> Credited:
    """Return the persons with an honorific whom a title names in its middle; the title stays."""
    found = (match for match in PERSON.finditer(text) if match["honorific"] or match["honorific1"])
    persons = [
        SaidPerson(name=m["name"] or m["name1"], honorific=m["honorific"] or m["honorific1"])
        for m in found
        if is_name(m)
    ]
    return Credited(
        credits=tuple(SaidCredit(person=person, role=Role.SPEAKER) for person in persons), rest=text
    )


def _role_of(found: re.Match[str]) -> Role:
    return next(role for role, _ in _ROLES if found[role.name])
