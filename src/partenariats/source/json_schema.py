"""The JSON Schema of event files (draft 2020-12), read off the classes they are read into."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any, Final, Literal, NewType, get_args, get_origin, get_type_hints

import attrs

from partenariats.model.event import Event
from partenariats.model.ids import LONGEST_ID, SLUG
from partenariats.model.registration.deadline import Deadline
from partenariats.model.registration.personal import Retention
from partenariats.model.sessions import Point
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.timeline.references import key_of
from partenariats.model.walltime import WallTime
from partenariats.source.migrate import FORMAT
from partenariats.source.structure import EVENT_KEYS, TABLES

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

# an editor hands a TOML local time to the schema as a text with seconds
_HOUR = r"^\s*\d{1,2}(:\d{2}(:00)?|\s*[hH]\s*(\d{2})?)\s*(Z|[+-]\d{2}:\d{2})?\s*$"
_DEADLINE = r"^(\s*\d{1,4}\s+(days?\s+before|jours?\s+avant)(,?\s.*)?|\d{4}-\d{2}-\d{2}[Tt ].+)$"
_RETENTION = r"^\s*\d{1,4}\s+(days?|jours?|weeks?|semaines?|months?|mois|years?|ans?|années?)\s*$"
_VALUES: Final[dict[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": 0},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
    time: {"type": "string", "format": "time"},
    timedelta: {"$ref": "#/$defs/duration"},
    WallTime: {"$ref": "#/$defs/wall_time"},
    Deadline: {"$ref": "#/$defs/deadline"},
    Retention: {"$ref": "#/$defs/retention"},
    Text: {"$ref": "#/$defs/text"},
    Table: {"type": "object"},
}
_COMMON: Final[dict[str, Any]] = {
    "id": {"type": "string", "pattern": f"^{SLUG.pattern[:-2]}$", "maxLength": LONGEST_ID},
    "deadline": {
        "type": "string",
        "pattern": _DEADLINE,
        "examples": ["14 days before, 23:59", "14 jours avant, 23 h 59"],
    },
    "retention": {
        "type": "string",
        "pattern": _RETENTION,
        "examples": ["30 days", "30 jours", "1 an"],
    },
    "duration": {"type": "string", "examples": ["45 min", "1 h 30", "PT45M"]},
    "wall_time": {
        "type": "string",
        "pattern": _HOUR,
        "examples": ["9:30", "18 h 00", "25:00"],
    },
    "text": {
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "minProperties": 1,
                "additionalProperties": {"type": "string"},
                "propertyNames": {"pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
            },
        ]
    },
}


def json_schema(
    exporters: Mapping[str, type[Any]],
    rules: Mapping[str, type[Any]],
    backends: Mapping[str, type[Any]],
) -> dict[str, Any]:
    """Return the schema.

    The options classes of the installed exporters and registration back-ends come by name, those
    of the rules by code.
    """
    definitions: dict[str, Any] = dict(_COMMON)
    whole = _properties(Event, definitions)
    event = {key: whole[key] for key in EVENT_KEYS}
    for key, offers in (("output", exporters), ("registration_settings", backends)):
        definitions[key]["allOf"] = [
            _options_of(name, cls, definitions) for name, cls in sorted(offers.items())
        ]
    definitions["checks"]["properties"]["options"] = {
        "type": "object",
        "description": "Options of rules, by code.",
        "additionalProperties": False,
        "properties": {
            code: _object(_properties(cls, definitions), _required(cls), cls)
            for code, cls in sorted(rules.items())
        },
    }
    return {
        "$schema": DIALECT,
        "title": "partenariats event file",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "event"],
        "properties": {
            "format": {"const": FORMAT},
            "include": {"type": "array", "items": {"type": "string"}},
            "event": _object(event, _required(Event), Event),
            **{key: whole[key] for key in TABLES},
        },
        "$defs": definitions,
    }


def _options_of(name: str, cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    return {
        "if": {"properties": {"use": {"const": name}}, "required": ["use"]},
        "then": {
            "properties": {"options": _object(_properties(cls, definitions), _required(cls), cls)}
        },
    }


def _properties(cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {
        key_of(field.name): _schema(hints[field.name], definitions) for field in attrs.fields(cls)
    }


def _required(cls: type[Any]) -> list[str]:
    return [key_of(f.name) for f in attrs.fields(cls) if f.default is attrs.NOTHING]


def _object(properties: dict[str, Any], required: list[str], cls: type[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": "object",
        "description": (cls.__doc__ or "").strip().partition("\n")[0],
        "additionalProperties": False,
        "properties": properties,
    }
    return {**found, "required": required} if required else found


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of what a key takes."""
    if hint in _VALUES:
        return _VALUES[hint]
    if isinstance(hint, NewType):
        return {"$ref": "#/$defs/id"}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0], definitions)}
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if isinstance(hint, type) and attrs.has(hint):
        return _reference(hint, definitions)
    options = [option for option in get_args(hint) if option is not type(None)]
    if len(options) == 1:
        return _schema(options[0], definitions)
    return {"anyOf": [_schema(option, definitions) for option in options]}


def _reference(cls: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """Define a class once, under its name in lower case, and point at it."""
    name = "".join(f"_{c.lower()}" if c.isupper() else c for c in cls.__name__).lstrip("_")
    if name not in definitions:
        definitions[name] = {}
        definitions[name] |= _object(_properties(cls, definitions), _required(cls), cls)
        if cls is Point:
            definitions[name] = {"anyOf": [_VALUES[Text], dict(definitions[name])]}
    return {"$ref": f"#/$defs/{name}"}
