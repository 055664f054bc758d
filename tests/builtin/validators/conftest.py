"""An event of two hundred sessions in which nothing is left to say, and ways to spoil it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

import partenariats as pa
from partenariats.model.event import Event

HEAD = """format = 1

[event]
id = "congres"
title = "Congrès"
language = "fr"
timezone = "Europe/Paris"
city = "Niort"
country = "FR"
expected = 200
organizers = ["syndicat"]

[registration]
use = "memory"
opens = "90 days before, 9:00"
closes = "14 days before, 23:59"
access = "code"
codes = ["mouette"]
capacity = 200
offer = "24 h"
group = 3

[[registration.questions]]
id = "diner"
text = "Serez-vous au dîner ?"
kind = "yes_no"
purpose = "Compter les couverts"
basis = "contract"
retention = "7 days"

[[registration.questions]]
id = "regime"
text = "Quel régime suivez-vous ?"
kind = "choice"
purpose = "Préparer les repas"
basis = "consent"
retention = "7 days"
sensitive = true
choices = [{ id = "sans-viande", text = "Sans viande" }, { id = "aucun", text = "Aucun" }]
when = { question = "diner", answer = "yes" }

[[organizations]]
id = "syndicat"
name = "Syndicat"

[[venues]]
id = "centre"
name = "Centre des congrès"
address = "1 rue de l'Exemple"
city = "Niort"
accessibility = ["hi", "vi", "pi", "mi", "ii"]
travel = [{ to = "annexe", minutes = 10 }]

[[venues]]
id = "annexe"
name = "Annexe"
address = "2 rue de l'Exemple"
city = "Niort"
accessibility = ["mi"]

[[topics]]
id = "sujet-1"
title = "Sujet"
theme = "theme-1"

[[working_groups]]
id = "groupe-1"
theme = "theme-1"
lead = "jour-1-salle-1-matin-1"
"""
DAYS = ("2027-06-01", "2027-06-02", "2027-06-03", "2027-06-04")
ROOMS = 5
HALVES = (("matin", 9), ("apres-midi", 14))
SLOTS = (
    ("presentation", 0, 40),
    ("presentation", 40, 80),
    ("break", 80, 100),
    ("presentation", 100, 140),
    ("presentation", 140, 180),
)
GROUP_WORK = """
[[blocks]]
id = "ateliers"
day = "jour-1"
venue = "centre"
themes = ["theme-1", "theme-2"]

[[sessions]]
id = "travail"
block = "ateliers"
kind = "group_work"
title = "Travail en ateliers"
start = "17:30"
end = "18:30"
expected = 80

[[sessions]]
id = "restitution"
block = "ateliers"
kind = "report_back"
title = "Restitution"
start = "18:30"
end = "19:00"

[[sessions]]
id = "pleniere"
block = "ateliers"
kind = "plenary"
title = "Plénière"
start = "19:00"
end = "19:15"
credits = [{ person = "animatrice-1", role = "chair" }]
"""


def clean_text() -> str:
    """Return an event file of 200 sessions in five rooms on four days, and two workshops."""
    parts = [HEAD]
    parts += [
        f'[[rooms]]\nid = "salle-{number}"\nname = "Salle {number}"\nvenue = "centre"\n'
        f'capacity = 60\n[[themes]]\nid = "theme-{number}"\ntitle = "Thème {number}"\n'
        for number in range(1, ROOMS + 1)
    ]
    parts += [f'[[days]]\nid = "jour-{n}"\ndate = {day}\n' for n, day in enumerate(DAYS, start=1)]
    for day in range(1, len(DAYS) + 1):
        for room in range(1, ROOMS + 1):
            parts += [_half(day, room, half, hour) for half, hour in HALVES]
    parts.append(GROUP_WORK)
    parts += [_workshop(number) for number in (1, 2)]
    return "\n".join(parts)


def _half(day: int, room: int, half: str, hour: int) -> str:
    key = f"jour-{day}-salle-{room}-{half}"
    parts = [f'[[blocks]]\nid = "{key}"\nday = "jour-{day}"\nvenue = "centre"\n']
    for number, (kind, start, end) in enumerate(SLOTS):
        session = (
            f'[[sessions]]\nid = "{key}-{number}"\nblock = "{key}"\nkind = "{kind}"\n'
            f'title = "Séance {number}"\nstart = "{_wall(hour, start)}"\n'
            f'end = "{_wall(hour, end)}"\nroom = "salle-{room}"\n'
        )
        if kind == "presentation":
            parts.append(_person(f"{key}-{number}"))
            session += (
                f'expected = 50\nthemes = ["theme-{room}"]\n'
                f'credits = [{{ person = "{key}-{number}", role = "speaker" }}]\n'
            )
        parts.append(session)
    return "\n".join(parts)


def _workshop(number: int) -> str:
    people = [f"animatrice-{number}", f"rapporteuse-{number}"]
    workshop = (
        f'[[workshops]]\nid = "atelier-{number}"\nnumber = {number}\nwithin = "travail"\n'
        f'room = "salle-{number}"\nthemes = ["theme-{number}"]\nminimum = 5\ncapacity = 40\n'
        f'credits = [{{ person = "{people[0]}", role = "facilitator" }}, '
        f'{{ person = "{people[1]}", role = "rapporteur" }}]\n'
    )
    return "\n".join([*map(_person, people), workshop])


def _person(key: str) -> str:
    return (
        f'[[people]]\nid = "{key}"\nname = "Personne {key}"\nconfirmed = true\n'
        'positions = [{ title = "membre", organization = "syndicat" }]\n'
    )


def _wall(hour: int, minutes: int) -> str:
    return f"{hour + minutes // 60}:{minutes % 60:02d}"


Plant = Callable[[Callable[[Event], Event]], list[str]]


@pytest.fixture(scope="session")
def clean() -> Event:
    """Give the event in which no rule finds anything."""
    return pa.parse(clean_text(), "event.toml").event


@pytest.fixture
def plant(clean: Event) -> Plant:
    """Change one thing in the clean event, and list the codes that are then found."""

    def found(change: Callable[[Event], Event]) -> list[str]:
        report = pa.Toolkit(discover=False).validate(change(clean))
        return [diagnostic.code for diagnostic in report.diagnostics]

    return found


@pytest.fixture
def changed() -> Callable[..., Callable[[Event], Event]]:
    """Make a change that gives one thing of one list, by its id, other values.

    `changed("sessions", "travail", expected=90)` returns a function from event to event.
    """

    def make(table: str, identifier: str, **values: Any) -> Callable[[Event], Event]:
        def change(event: Event) -> Event:
            things = getattr(event, table)
            (index,) = (i for i, thing in enumerate(things) if thing.id == identifier)
            other = attrs.evolve(things[index], **values)
            return attrs.evolve(event, **{table: (*things[:index], other, *things[index + 1 :])})

        return change

    return make
