"""Texts that mean something to a format, put wherever an event holds a text."""

from __future__ import annotations

from functools import cache
from typing import Any, Final, get_type_hints

import attrs

from partenariats.model.event import Event
from partenariats.model.programme import Programme
from partenariats.model.text import Text
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.references import LISTS, inner_type
from partenariats.testing.samples import sample

HARMLESS: Final = "x"
PAYLOADS: Final = {
    "property": "x\r\nATTACH:http://evil.invalid\r\nEND:VEVENT\r\nBEGIN:VALARM",
    "line feed": "x\nBEGIN:VALARM",
    "carriage return": "x\rEND:VEVENT",
    "nul": "x\0y",
    "line separators": "x\u0085A:b\u2028A:b\u2029A:b\x0bA:b\x0cA:b",
    "terminal": "x\x1b[31m\x07\x9b31m",
    "parameter": 'x";A=b:c;D="',
    "backslash": "x\\",
    "escaped line end": "x\\\r\nA:b",
    "formula": "=1+1",
    "formula with plus": "+1+1",
    "formula with minus": "-1+1",
    "function": "@SUM(1,1)",
    "formula after a tab": "\t=1+1",
    "formula after a line end": "\r=1+1",
    "link formula": '=HYPERLINK("http://evil.invalid","x")',
    "cell": 'x","=1+1',
    "script": "<script>alert(1)</script>",
    "attribute": "\"' onerror=alert(1) x='\"><img src=x onerror=alert(1)>",
    "address": "javascript:alert(1)",
    "entity": "&lt;b&gt;&#0;&#x1b;&evil;",
    "section": "]]><x/><![CDATA[",
    "comment": "--><x/><!--",
    "end of script": "</script><script>alert(1)</script>",
    "template": "{{ 7*7 }}${7*7}<%= 7*7 %>#{7*7}",
    "typesetting": "#panic() $x$ \\input{x} *_`@x <y>",
    "direction": "x\u202ey\u2066z",
}
"""Texts by what they try."""
_CHOSEN: Final = frozenset({"language", "languages", "timezone"})
"""Texts that are no prose: a zone or language that is none is refused before anything is made."""

_BESIDE: Final = frozenset(
    {*LISTS, "outputs", "checks", "registration", "editions", "plugins", "revision"}
)
"""Tables that are gone through on their own, or are no prose."""


def hostile(payload: str) -> Programme:
    """Make the programme of an event that uses every key, with a payload in every text."""
    event = sample("everything").event
    poisoned = _poisoned(event, payload)
    lists = {name: tuple(_poisoned(t, payload) for t in getattr(event, name)) for name in LISTS}
    return Programme.of(Timeline.of(attrs.evolve(poisoned, **lists)))


def _poisoned(thing: Any, payload: str) -> Any:
    changes: dict[str, Any] = {}
    kind: Any = type(thing)
    for name, inner in _texts(kind):
        value = getattr(thing, name)
        if inner is None or not value:
            continue
        if isinstance(value, tuple):
            changes[name] = tuple(_replaced(item, payload) for item in value)
        else:
            changes[name] = _replaced(value, payload)
    return attrs.evolve(thing, **changes)


def _replaced(value: Any, payload: str) -> Any:
    if isinstance(value, Text):
        return Text(payload)
    return payload if isinstance(value, str) else _poisoned(value, payload)


@cache
def _texts(cls: Any) -> tuple[tuple[str, Any], ...]:
    """List the fields of a class that hold texts, or things that may; ids are neither."""
    found: list[tuple[str, Any]] = []
    for name, hint in get_type_hints(cls).items():
        inner, _ = inner_type(hint)
        holds = inner in {str, Text} or attrs.has(inner)
        if holds and name not in _CHOSEN and not (cls is Event and name in _BESIDE):
            found.append((name, inner))
    return tuple(found)
