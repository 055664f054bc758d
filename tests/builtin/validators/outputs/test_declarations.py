"""What exporters declare that they omit is what they omit, key by key."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

import partenariats as pa
from partenariats.interfaces.exporter import SETTINGS
from partenariats.interfaces.options import options_class
from partenariats.model.event import Checks, EditionSettings, Event, Output
from partenariats.model.ids import PersonId
from partenariats.model.people import Person
from partenariats.model.sessions import Session, SessionKind
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.timeline.references import LISTS, key_of
from partenariats.testing import sample

UNTRIED = {"id", "timezone"} | SETTINGS
"""What tells who and when, or has a variant of its own; texts have their hours without the zone."""

EXPORTERS = [offer.cls for offer in pa.Toolkit().registry.exporters.offers.values()]
EVENT = sample("everything").event


def content(exporter, event):
    """Export an event, with the options left as they are."""
    programme = pa.Toolkit(discover=False).resolve(event)
    made = exporter(options_class(exporter)()).export(programme)
    return [artifact.content for artifact in made]


def plain(thing, name, value):
    """Give a thing another value for a key, where that leaves the event whole."""
    is_frame = name == "kind" and thing.kind is SessionKind.GROUP_WORK
    return thing if is_frame else attrs.evolve(thing, **{name: value})


def without(table, field):
    """Give the event in which nothing of a table has a key, or has another value where it must."""
    value = field.default
    if value is attrs.NOTHING:
        value = date(2027, 6, 5) if field.name == "date" else Text("Autre")
        value = "Autre" if (table, field.name) == ("people", "name") else value
    tables = ("sessions", "workshops") if table == "sessions" else (table,)
    changed = {
        name: tuple(
            plain(thing, field.name, value) if hasattr(thing, field.name) else thing
            for thing in getattr(EVENT, name)
        )
        for name in tables
    }
    return attrs.evolve(EVENT, **changed)


def variants():
    """Give for each key of an event file the event in which it is left out or changed."""
    for field in attrs.fields(Event):
        if field.name in UNTRIED | set(LISTS):
            continue
        value = Text("Autre") if field.name == "title" else field.default
        if field.name == "audiences":
            value = (attrs.evolve(EVENT.audiences[0], title=Text("Autres")),)
        yield f"event.{field.name}", attrs.evolve(EVENT, **{field.name: value})
    for table in LISTS:
        for field in attrs.fields(type(getattr(EVENT, table)[0])):
            shared = table == "workshops" and field.name in attrs.fields_dict(Session)
            if not shared and field.name not in PLACING:
                yield f"{table}.{key_of(field.name)}", without(table, field)
    titled = [attrs.evolve(EVENT.workshops[0], title=Text("Autre"))]
    yield "workshops.title", attrs.evolve(EVENT, workshops=tuple(titled))
    other = Person(id=PersonId("autre"), name="Autre")
    yield from settings()
    yield "people.uncredited", attrs.evolve(EVENT, people=(*EVENT.people, other))


def settings():
    """Give for each table of settings the event in which it says something else."""
    public = attrs.evolve(EVENT.registration, capacity=71)
    yield "registration", attrs.evolve(EVENT, registration=public)
    yield "outputs", attrs.evolve(EVENT, outputs=(Output(use="text"),))
    yield "checks", attrs.evolve(EVENT, checks=Checks(options=Table.of({"TIM001": "x"})))
    yield "editions", attrs.evolve(EVENT, editions=EditionSettings(use="x"))
    yield "plugins", attrs.evolve(EVENT, plugins=Table())
    title = Text.in_languages({"en": EVENT.title.plain, "fr": "Autre"})
    yield "texts.translations", attrs.evolve(EVENT, title=title)


PLACING = {"id", "day", "block", "start", "theme", "within"}
"""Keys without which nothing has a place, or which point at what must be there."""


def test_the_full_event_has_every_key():
    """Each variant differs from the event it is made of, so that each key is tried."""
    assert [key for key, event in variants() if event == EVENT] == []
    assert len(dict(variants())) > 80


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda cls: cls.name)
def test_what_is_declared_is_what_is_left_out(exporter):
    """A key changes what an exporter writes if and only if it is not declared as omitted."""
    whole = content(exporter, EVENT)
    left_out = {key for key, event in variants() if content(exporter, event) == whole}
    declared = {
        key
        for key, _ in variants()
        if key in exporter.omits or key.partition(".")[0] in exporter.omits
    }
    assert left_out == declared


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda cls: cls.name)
def test_what_is_declared_exists(exporter):
    """Every declared name is a table, a key of one, or stands for people without a credit."""
    keys = {"people.uncredited", "sessions.end_is_inferred", "texts.translations", *LISTS}
    keys |= SETTINGS | {f"{table}.order" for table in LISTS}
    keys |= {f"event.{field.name}" for field in attrs.fields(Event)}
    for name in ("checks", "editions", "registration"):
        keys |= {f"{name}.{field.name}" for field in attrs.fields(type(getattr(EVENT, name)))}
    for table in LISTS:
        fields = attrs.fields(type(getattr(EVENT, table)[0]))
        keys |= {f"{table}.{key_of(field.name)}" for field in fields}
    assert (exporter.omits | exporter.alters.keys()) - keys == set()
    assert exporter.omits & exporter.alters.keys() == set()
