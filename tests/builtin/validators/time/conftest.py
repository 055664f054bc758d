"""Short programmes in one line a session, and what a rule says of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import partenariats as pa
from partenariats.model.event import Event
from partenariats.testing import event_file

HEAD = """
[[venues]]
id = "mairie"
name = "Hôtel de Ville"
travel = [{ to = "mercure", minutes = 20 }]
[[venues]]
id = "mercure"
name = "Hôtel Mercure"
[[venues]]
id = "parc"
name = "Parc"
[[rooms]]
id = "salle-1"
name = "Salle 1"
[[rooms]]
id = "salle-2"
name = "Salle 2"
[[rooms]]
id = "hall"
name = "Hall"
shared = true
[[people]]
id = "anne"
name = "Anne Martin"
[[people]]
id = "paul"
name = "Paul Durand"
[[organizations]]
id = "smacl"
name = "SMACL"
[[days]]
id = "vendredi"
date = 2022-03-25
[[days]]
id = "samedi"
date = 2022-03-26
[[blocks]]
id = "matinee"
day = "vendredi"
[[blocks]]
id = "soiree"
day = "vendredi"
"""

Told = Callable[..., list[tuple[str, str]]]


def written(line: str) -> str:
    """Write `debat 9:00-10:00 room=salle-1 people=anne,paul` as an event file does.

    A session without block, day or host is on Friday; one with a host is a workshop.
    """
    key, hours, *rest = line.split()
    keys = dict(word.split("=") for word in rest)
    start, _, end = hours.strip("?").partition("-")
    keys |= {name: value for name, value in (("start", start), ("end", end)) if value}
    people = keys.pop("people", "")
    bodies = keys.pop("bodies", "")
    if not keys.keys() & {"block", "day", "within"}:
        keys["day"] = "vendredi"
    table = "workshops" if "within" in keys else "sessions"
    lines = [f"[[{table}]]", f'id = "{key}"', *(f'{k} = "{v}"' for k, v in keys.items())]
    if table == "sessions":
        lines.append('title = "T"')
    credited = [f'{{ person = "{person}" }}' for person in people.split(",") if person]
    credited += [f'{{ organization = "{body}" }}' for body in bodies.split(",") if body]
    if credited:
        lines.append(f"credits = [{', '.join(credited)}]")
    return "\n".join(lines)


@pytest.fixture
def diagnostics() -> Callable[..., list[pa.Diagnostic]]:
    """Give what one rule finds in a programme of a few lines, with more of the file after it."""

    def find(code: str, *lines: str, more: str = "", head: str = HEAD) -> list[pa.Diagnostic]:
        file = event_file("\n".join([head, *map(written, lines), more]))
        assert file.event.id
        return [found for found in file.validate().report.diagnostics if found.code == code]

    return find


@pytest.fixture
def told(diagnostics: Callable[..., list[pa.Diagnostic]]) -> Told:
    """Say where a rule finds something, and the headline."""

    def tell(code: str, *lines: str, **more: str) -> list[tuple[str, str]]:
        found = diagnostics(code, *lines, **more)
        return [(str(one.where), str(one.headline)) for one in found]

    return tell


@pytest.fixture
def shown(diagnostics: Callable[..., list[pa.Diagnostic]]) -> Told:
    """Say which places the one diagnostic of a rule shows besides its own, and their labels."""

    def show(code: str, *lines: str, **more: str) -> list[tuple[str, str]]:
        (found,) = diagnostics(code, *lines, **more)
        return [(str(related.where), str(related.label)) for related in found.related]

    return show


@pytest.fixture
def find() -> Callable[[str, Event], list[str]]:
    """Say where a rule finds something in an event."""

    def at(code: str, event: Event) -> list[str]:
        report = pa.Toolkit(discover=False).validate(event)
        return [str(found.where) for found in report.diagnostics if found.code == code]

    return at
