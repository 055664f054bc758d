"""What exporters declare that they omit is what they omit, key by key."""

from __future__ import annotations

import attrs
import pytest

import partenariats as pa
from partenariats.interfaces.options import options_class
from partenariats.model.event import Event
from partenariats.model.people import Person
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
language = "fr"
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
language = "en"
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
NOT_CONTENT = {"id", "outputs", "checks", "registration", "editions", "plugins"}
EXPORTERS = {o.name: o.cls for o in pa.Toolkit().registry.exporters.offers.values()}


def content(exporter, event):
    """Export an event, with the options left as they are."""
    programme = pa.Toolkit(discover=False).resolve(event)
    made = exporter(options_class(exporter)()).export(programme)
    return [artifact.content for artifact in made]


def without(event):
    """Give, for each key that can be left out, the event in which nothing has it."""
    for field in attrs.fields(Event):
        if field.name not in NOT_CONTENT | set(LISTS) and field.default is not attrs.NOTHING:
            yield f"event.{field.name}", attrs.evolve(event, **{field.name: default(field)})
    for table in LISTS:
        kind = type(getattr(event, table)[0])
        for field in attrs.fields(kind):
            if field.default is attrs.NOTHING or (table, field.name) in NEEDED:
                continue
            if table == "workshops" and field.name not in {"title", "number"}:
                continue
            tables = ("sessions", "workshops") if table == "sessions" else (table,)
            changed = {
                name: tuple(
                    attrs.evolve(thing, **{field.name: default(field)})
                    if hasattr(thing, field.name) else thing
                    for thing in getattr(event, name)
                )
                for name in tables
            }
            yield f"{table}.{key_of(field.name)}", attrs.evolve(event, **changed)


NEEDED = {("sessions", "block"), ("sessions", "day"), ("sessions", "start")}


def default(field):
    return field.default
