"""Make large events, the same ones every time."""

from __future__ import annotations

import random

TEXT = """
la transition écologique des territoires et l'innovation managériale au cœur de l'action publique :
une réflexion collective, « voir loin », façon d'œuvrer ensemble à la maîtrise
"""
WORDS = TEXT.replace("\n", " ").split(" ")[1:-1]
HEAD = """format = 1
[event]
id = "congres"
title = "Grand congrès"
language = "fr"
timezone = "Europe/Paris"
city = "Niort"
"""
DAYS = 5
ROOMS = 200
THEMES = 20


def make_event(sessions: int, seed: int = 2022) -> str:
    """Return an event file with this many sessions, people, rooms, credits and French text."""
    chance = random.Random(seed)
    people = max(3, sessions // 3)
    parts = [HEAD]
    parts += [f'[[people]]\nid = "p-{n}"\nname = "Prénom{n} Nom{n}"\n' for n in range(people)]
    parts += [
        f'[[rooms]]\nid = "salle-{n}"\nname = "Salle {n}"\ncapacity = {chance.randint(10, 400)}\n'
        for n in range(ROOMS)
    ]
    parts += [
        f'[[themes]]\nid = "theme-{n}"\ntitle = "Thème {n} : l\'eau"\ncolor = "#33aa{n:02x}"\n'
        for n in range(THEMES)
    ]
    parts += [f'[[days]]\nid = "jour-{n}"\ndate = 2022-03-{20 + n}\n' for n in range(DAYS)]
    parts += [_session(number, people, chance) for number in range(sessions)]
    return "".join(parts)


def _session(number: int, people: int, chance: random.Random) -> str:
    start = 8 * 60 + number // (DAYS * ROOMS) * 75
    end = start + 60
    description = " ".join(chance.choices(WORDS, k=50))
    return (
        f'[[sessions]]\nid = "seance-{number}"\nday = "jour-{number % DAYS}"\n'
        f'kind = "presentation"\ntitle = "Séance numéro {number} : l\'été"\n'
        f'description = "{description}"\nstart = "{_wall(start)}"\n'
        f'end = "{_wall(end)}"\nroom = "salle-{number // DAYS % ROOMS}"\n'
        f'themes = ["theme-{number % THEMES}"]\n'
        f'credits = [{{ person = "p-{number % people}", role = "speaker" }}, '
        f'{{ person = "p-{number * 7 % people}", role = "chair" }}]\n'
    )


def _wall(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"
