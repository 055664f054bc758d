"""What exporters declare that they omit is what they omit, key by key."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

import partenariats as pa
from partenariats.interfaces.options import options_class
from partenariats.model.event import Event
from partenariats.model.ids import PersonId
from partenariats.model.people import Person
from partenariats.model.registration.settings import RegistrationSettings
from partenariats.model.sessions import Session, SessionKind
from partenariats.model.text import Text
from partenariats.model.timeline.references import LISTS, key_of
from partenariats.testing import event_file

FULL = """
format = 1
[event]
id = "assises"
title = "Assises"
series = "Assises du savoir"
edition = 3
motto = "Voir loin"
purpose = "Se réunir"
description = "Deux jours"
language = "en"
languages = ["fr", "en"]
timezone = "Europe/Paris"
city = "Niort"
country = "FR"
organizers = ["syndicat"]
partners = ["ville"]
audiences = [{ id = "elus", title = "Élus" }]
expected = 80
url = "https://example.org/"
contact = "assises@example.org"
revision = { number = 2, at = 2027-01-01T00:00:00Z }
[[organizations]]
id = "syndicat"
name = "Syndicat"
kind = "union"
url = "https://example.org/syndicat"
[[organizations]]
id = "ville"
name = "Ville de Niort"
acronym = "VDN"
[[people]]
id = "anne"
name = "Anne Martin"
honorific = "Mme"
positions = [{ title = "membre", organization = "ville" }]
biography = "Née à Niort"
url = "https://example.org/anne"
confirmed = true
[[venues]]
id = "centre"
name = "Centre"
address = "1 rue de l'Exemple"
city = "Niort"
url = "https://example.org/centre"
latitude = 46.3
longitude = -0.4
accessibility = ["mi"]
travel = [{ to = "annexe", minutes = 10 }]
[[venues]]
id = "annexe"
name = "Annexe"
[[rooms]]
id = "salle"
name = "Salle"
venue = "centre"
capacity = 60
shared = true
accessibility = ["mi"]
[[themes]]
id = "climat"
title = "Climat"
[[themes]]
id = "eau"
title = "Eau"
description = "L'eau de pluie"
color = "#0000ff"
parent = "climat"
[[topics]]
id = "arbres"
title = "Arbres"
theme = "climat"
state = "approved"
proposed_by = "anne"
[[working_groups]]
id = "groupe"
theme = "eau"
title = "Groupe de l'eau"
state = "active"
formed_in = "plenum"
lead = "anne"
members = ["anne"]
capacity = 12
agreement = "Convention"
deliverables = ["Rapport"]
[[days]]
id = "vendredi"
date = 2027-06-04
title = "Premier jour"
start = "8:00"
end = "20:00"
[[blocks]]
id = "matin"
day = "vendredi"
label = "Matinée"
title = "Ensemble"
description = "Dans la grande salle"
start = "9:00"
end = "13:00"
venue = "centre"
themes = ["eau"]
points = ["Faire le point"]
[[sessions]]
id = "plenum"
block = "matin"
kind = "meal"
title = "Plenum"
start = "9:30"
end = "10:30"
description = "On écoute"
venue = "annexe"
room = "salle"
themes = ["eau"]
topics = ["arbres"]
credits = [{ person = "anne", role = "chair" }]
points = ["Bilan"]
language = "fr"
expected = 50
capacity = 55
minimum = 5
required_for = ["elus"]
tentative = true
url = "https://example.org/plenum"
[[sessions]]
id = "travail"
block = "matin"
kind = "group_work"
title = "Travail"
start = "11:00"
duration = "1 h"
[[workshops]]
id = "atelier"
title = "Atelier de l'eau"
number = 4
within = "travail"
venue = "annexe"
"""
SETTINGS = {"id", "timezone", "outputs", "checks", "registration", "editions", "plugins"}
"""What tells who and when, or is no content; a text for people has its hours without the zone."""

EXPORTERS = [offer.cls for offer in pa.Toolkit().registry.exporters.offers.values()]
EVENT = event_file(FULL).event


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
        if field.name in SETTINGS | set(LISTS):
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
    yield "people.uncredited", attrs.evolve(EVENT, people=(*EVENT.people, other))


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
    keys = {"people.uncredited", *LISTS}
    keys |= {f"event.{field.name}" for field in attrs.fields(Event)}
    keys |= {f"registration.{field.name}" for field in attrs.fields(RegistrationSettings)}
    for table in LISTS:
        fields = attrs.fields(type(getattr(EVENT, table)[0]))
        keys |= {f"{table}.{key_of(field.name)}" for field in fields}
    assert exporter.omits - keys == set()
