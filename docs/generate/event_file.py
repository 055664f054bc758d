"""The page of the event file: each table with its keys, from the classes it is read into."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Any, Final, NewType, get_args, get_origin, get_type_hints

import attrs

from generate.describe import field_texts, first_sentence
from partenariats.model.event import Event
from partenariats.model.ids import ConsentId, QuestionId, RecipientId
from partenariats.model.registration.deadline import Deadline
from partenariats.model.registration.personal import Retention
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.timeline.references import LISTS, key_of
from partenariats.model.timeline.references import TABLES as TABLE_OF_ID
from partenariats.model.walltime import WallTime
from partenariats.source.structure import EVENT_KEYS, TABLES

HERE: Final = Path(__file__).parent
WORDS: Final = tomllib.loads((HERE / "words.toml").read_text(encoding="utf-8"))

_TAKES: Final[dict[Any, dict[str, str]]] = {
    str: {"en": "a string", "fr": "une chaîne"},
    int: {"en": "a whole number", "fr": "un nombre entier"},
    float: {"en": "a number", "fr": "un nombre"},
    bool: {"en": "`true` or `false`", "fr": "`true` (oui) ou `false` (non)"},
    date: {"en": "a date: `2022-03-25`", "fr": "une date : `2022-03-25`"},
    datetime: {
        "en": "a date and a time: `2022-03-01T12:00:00+01:00`",
        "fr": "une date et une heure : `2022-03-01T12:00:00+01:00`",
    },
    timedelta: {"en": "[a length of time](#hours)", "fr": "[une durée](#heures)"},
    WallTime: {"en": "[an hour](#hours)", "fr": "[une heure](#heures)"},
    Deadline: {"en": "[a deadline](#deadlines)", "fr": "[une échéance](#échéances)"},
    Retention: {
        "en": "days, weeks, months or years, as `30 days`",
        "fr": "des jours, semaines, mois ou années, comme `30 jours`",
    },
    Text: {"en": "[a text](#texts)", "fr": "[un texte](#textes)"},
    Table: {"en": "a table", "fr": "une table"},
}
_LISTS_OF_IDS: Final = {
    QuestionId: "questions",
    RecipientId: "recipients",
    ConsentId: "consents",
}
"""Lists of `[registration]` whose ids are named elsewhere in it."""
_SAID: Final = {
    "id": {"en": "[an id](#ids)", "fr": "[un identifiant](#identifiants)"},
    "id of": {"en": "an id of {}", "fr": "un identifiant de {}"},
    "list": {"en": "a list of: {}", "fr": "une liste : {}"},
    "one of": {"en": "one of {}", "fr": "au choix {}"},
    "like": {"en": "[a table]({})", "fr": "[une table]({})"},
    "or": {"en": " or ", "fr": " ou "},
    "head": {
        "en": "| key | takes | | what it is |\n|---|---|---|---|",
        "fr": "| clé | valeur | | ce que c'est |\n|---|---|---|---|",
    },
    "required": {"en": "required", "fr": "obligatoire"},
    "inside": {
        "en": "## Tables inside others",
        "fr": "## Tables à l'intérieur d'autres",
    },
    "plugins": {
        "en": "What plugins own: one table for each, `[plugins.NAME]`.",
        "fr": "Ce qui appartient aux greffons : une table pour chacun, `[plugins.NOM]`.",
    },
}


class Page:
    """Write the page of the event file in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._nested: dict[type[Any], str] = {}

    def write(self) -> str:
        """Return the page."""
        intro = (HERE / f"event_file.{self.language}.txt").read_text(encoding="utf-8")
        hints = get_type_hints(Event)
        parts = [intro.rstrip(), self._table("`[event]`", Event, EVENT_KEYS)]
        for name in TABLES:
            inner = _inner(hints[name])
            if name == "plugins":
                parts.append(f"## `[plugins]`\n\n{self._say('plugins')}")
            else:
                bracketed = f"[[{name}]]" if name in (*LISTS, "outputs") else f"[{name}]"
                parts.append(self._table(f"`{bracketed}`", inner))
        parts += [self._say("inside"), *self._nested_tables()]
        return "\n\n".join(parts) + "\n"

    def _nested_tables(self) -> Iterator[str]:
        done: set[type[Any]] = set()
        while left := [cls for cls in self._nested if cls not in done]:
            for cls in left:
                done.add(cls)
                yield self._table(f"`{self._nested[cls]}`", cls, level="###")

    def _table(
        self, title: str, cls: type[Any], keys: tuple[str, ...] = (), level: str = "##"
    ) -> str:
        hints = get_type_hints(cls)
        rows = [
            f"| `{key_of(field.name)}` | {self._takes(hints[field.name], field.name)} "
            f"| {self._say('required') if field.default is attrs.NOTHING else ''} "
            f"| {self.meaning(cls, field.name)} |"
            for field in attrs.fields(cls)
            if not keys or field.name in keys
        ]
        about = first_sentence(cls) if self.language == "en" else WORDS[cls.__name__]["_"]["fr"]
        return "\n".join([f"{level} {title}", "", about, "", self._say("head"), *rows])

    def meaning(self, cls: type[Any], name: str) -> str:
        """Return what a key is: what its class says of it, else what we say beside it."""
        said = field_texts(cls).get(name, "")
        if self.language == "en" and said:
            return " ".join(said.split())
        for table in (*(base.__name__.lstrip("_") for base in cls.__mro__), "any"):
            found = WORDS.get(table, {}).get(key_of(name), {}).get(self.language)
            if found:
                return str(found)
        raise KeyError(f"words.toml has no {self.language!r} of {cls.__name__}.{key_of(name)}")

    def _takes(self, hint: Any, name: str) -> str:
        if hint in _TAKES:
            return _TAKES[hint][self.language]
        if isinstance(hint, NewType):
            return self._takes_id(hint, name)
        if get_origin(hint) is tuple:
            return self._say("list").format(self._takes(get_args(hint)[0], name))
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self._say("one of").format(", ".join(f"`{member.value}`" for member in hint))
        if isinstance(hint, type) and attrs.has(hint):
            # a class that several keys take has one table, named after the first of them
            title = self._nested.setdefault(hint, key_of(name))
            return self._say("like").format(f"#{title}")
        kinds = [option for option in get_args(hint) if option is not type(None)]
        return self._say("or").join(self._takes(option, name) for option in kinds)

    def _takes_id(self, hint: NewType, name: str) -> str:
        if name == "id":
            return self._say("id")
        if hint in _LISTS_OF_IDS:
            return self._say("id of").format(f"`{_LISTS_OF_IDS[hint]}`")
        table = TABLE_OF_ID[hint]
        both = self._say("or").join(("`[[sessions]]`", "`[[workshops]]`"))
        tables = {"sessions": both, "audiences": "`audiences`"}
        return self._say("id of").format(tables.get(table, f"`[[{table}]]`"))

    def _say(self, word: str) -> str:
        return _SAID[word][self.language]


def _inner(hint: Any) -> type[Any]:
    """Return the class of the things in a list, or of the one thing."""
    found: type[Any] = get_args(hint)[0] if get_origin(hint) is tuple else hint
    return found
