"""The words of a programme that are in no part of the event, so that nothing is lost in silence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any, Final

import attrs

from partenariats.language.dates import MONTHS, WEEKDAYS
from partenariats.language.said_dates import find_dates
from partenariats.language.said_hours import find_hours
from partenariats.model.event import Event
from partenariats.model.text import Text
from partenariats_programme_text.notes import Notes
from partenariats_programme_text.rules import WordsLeft

_WORD: Final = re.compile(r"[^\W_]+")
_SHORTEST: Final = 3
_MOST: Final = 8
"""Words that one message names."""
_STRUCTURAL: Final = """
programme program agenda schedule timetable planning ordre jour journee day from until till
dans sous avec par pour anime animee animes animees presente presentee presentes preside
presidee modere moderee moderateur moderatrice moderation animateur animatrice animation
animateurs presidence president presidente seance intervenant intervenante intervenants
intervenantes orateur orateurs oratrice conferencier conferenciere participation presence
rapporteur rapporteure rapporteurs facilitateur facilitatrice formateur formatrice
formateurs organise organisee organises organisateur organisateurs organisation propose
proposee accueilli accueillie lieu salle adresse date dates quand theme thematique axe chair
chaired moderated moderator moderators hosted host led presented facilitated facilitator
facilitators speaker speakers panel panellists panelists presenter organized organised
organizer trainer trainers with and the room venue location where place address when track
topic duree duration min minutes heure heures places participants personnes maximum max
limite seats people ainsi puis que les des premiere premier deuxieme seconde troisieme first
second third one two three journees previsionnel provisoire detaille complet draft edition
monsieur madame messieurs mesdames mme mmes mlle delivered given run given temoin temoignage
temoignages invite invites matin matinee apres midi soir soiree morning afternoon evening
night minuit noon midday midnight session atelier workshop hours
"""
_STRUCTURE: Final = frozenset(_STRUCTURAL.split())


def plain_words(text: str) -> list[str]:
    """List the words of a text in small letters without accents, from three letters on."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return [word for word in _WORD.findall(folded) if len(word) >= _SHORTEST]


_KNOWN: Final = _STRUCTURE | {
    word
    for names in (*WEEKDAYS.values(), *MONTHS.values())
    for name in names
    for word in plain_words(name)
}


def tell_words_left(event: Event, texts: tuple[str, ...], notes: Notes) -> None:
    """Note each line with words that are not in the event, unless the whole line was listed."""
    there = {word for text in _texts(event) for word in plain_words(text)}
    for number, text in enumerate(texts, start=1):
        if number in notes.told or number in notes.read or not text:
            continue
        left = [word for word in plain_words(_without_times(text)) if not _is_there(word, there)]
        if left:
            said = ", ".join(f"`{word}`" for word in dict.fromkeys(left[:_MOST]))
            notes.add(WordsLeft, number, "not in the event: {words}", words=said)


def _without_times(text: str) -> str:
    for hours in reversed(find_hours(text)):
        text = f"{text[: hours.begins]} {text[hours.ends :]}"
    plain = " ".join(text.split())
    for said in find_dates(plain):
        plain = plain.replace(said.said, " ", 1)
    return re.sub(r"\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\b|\b\d{4}-\d\d-\d\d\b", " ", plain)


def _is_there(word: str, there: set[str]) -> bool:
    if word in there or word in _KNOWN:
        return True
    if re.fullmatch(
        (
            r"[ivxl]+(?:e|eme|es)|\d{1,3}(?:h\d*|e|er|re|eme|emes|eres|res|st|nd|rd|th|"
            r"min|mn)"
        ),
        word,
    ):
        return True
    return (
        re.fullmatch(
            (
                r"(?:janv|fevr|avr|juil|sept|oct|nov|dec|jan|feb|apr|jun|jul|aug|sep|lun|mar|"
                r"mer|jeu|ven|sam|dim|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)"
            ),
            word,
        )
        is not None
    )


def _texts(value: Any) -> Iterator[str]:
    """Give every text in a value of the model."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Text):
        yield value.plain
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            if field.name not in {"id", "timezone", "language"}:
                yield from _texts(getattr(value, field.name))
