"""Events to try a plugin on: an ordinary one, and those that make trouble."""

from __future__ import annotations

from typing import Final

from partenariats.model.programme import Programme
from partenariats.testing.event_file import event_file
from partenariats.testing.everything import EVERYTHING

SAMPLE: Final = """
[[organizations]]
id = "society"
name = "The Society"
acronym = "TS"
[[people]]
id = "ada"
honorific = "Dr"
name = "Ada Example"
positions = [{ title = "chair", organization = "society" }]
[[venues]]
id = "hall"
name = "Town hall"
address = "1 Main Street"
city = "Niort"
latitude = 46.3237
longitude = -0.4648
[[rooms]]
id = "room-1"
name = "Room 1"
venue = "hall"
capacity = 40
[[themes]]
id = "water"
title = { fr = "L'eau", en = "Water" }
color = "#3366ff"
[[days]]
id = "thursday"
date = 2022-03-24
[[days]]
id = "friday"
date = 2022-03-25
[[blocks]]
id = "morning"
day = "friday"
label = "Matinée"
title = "Séance plénière"
venue = "hall"
[[sessions]]
id = "dinner"
day = "thursday"
kind = "meal"
title = "Dîner"
start = "19:30"
[[sessions]]
id = "opening"
block = "morning"
kind = "opening"
title = { fr = "Ouverture", en = "Opening" }
start = "9:30"
end = "10:00"
credits = [{ person = "ada", role = "chair" }, { organization = "society", role = "host" }]
points = ["Bienvenue", { text = "L'eau", theme = "water" }]
[[sessions]]
id = "groups"
block = "morning"
kind = "group_work"
title = "Ateliers"
start = "10:00"
themes = ["water"]
[[sessions]]
id = "closing"
block = "morning"
title = "Fin"
start = "11:30"
tentative = true
[[workshops]]
id = "workshop-1"
number = 1
within = "groups"
room = "room-1"
"""

_SESSION: Final = """
[[sessions]]
id = "{id}"
day = "{day}"
title = "{title}"
description = "{title}"
start = "{start}"
{more}
"""


def _day(date: str = "2022-03-25", id_: str = "day") -> str:
    return f'[[days]]\nid = "{id_}"\ndate = {date}\n'


def _session(
    title: str, start: str = "9:00", more: str = "", *, id_: str = "one", day: str = "day"
) -> str:
    return _SESSION.format(id=id_, day=day, title=title, start=start, more=more)


def _in_zone(zone: str, fragment: str) -> str:
    head = f'format = 1\n[event]\nid = "example"\ntitle = "Example"\ntimezone = "{zone}"\n'
    return head + fragment


def _many(count: int) -> str:
    sessions = (
        _session(f"Séance {n}", f"{8 + n % 12}:{n % 60:02d}", id_=f"s-{n}") for n in range(count)
    )
    return _day() + "".join(sessions)


DIFFICULT: Final[dict[str, str]] = {
    "quotes": _day() + _session("\\\"double\\\" 'single' « guillemets » \\\\ back"),
    "line ends": _day() + _session("one\\ntwo\\r\\nthree\\n\\nfour"),
    "emoji": _day() + _session("👩🏽‍🚀 👍🏾 🇫🇷 e\u0301"),
    "right to left": _day() + _session("عربي مع English و עברית"),
    "markup": _day() + _session("<b>&amp;</b> <script>alert(1)</script> [a](b) *c* =1+1"),
    "separators": _day() + _session("a;b,c:d|e\\tf"),
    "long": _day() + _session("é" * 500),
    "leap day": _day("2024-02-29") + _session("Bissextile"),
    "half-hour zone": _in_zone("Asia/Kolkata", _day() + _session("Half past")),
    "spring": _day("2022-03-26") + _session("Nuit", "25:30", 'duration = "2 h"'),
    "autumn": _day("2022-10-29") + _session("Nuit", "26:30+02:00", 'end = "26:30+01:00"'),
    "after midnight": _day() + _session("Bal", "25:00", 'end = "29:00"'),
    "new year": _day("2022-12-31") + _session("Réveillon", "22:00", 'end = "26:00"'),
    "empty day": _day() + _day("2022-03-26", "empty") + _session("Seul"),
    "open end": _day() + _session("Sans fin"),
    "no session": _day(),
    "no day": "",
    "a thousand": _many(1000),
    "everything": EVERYTHING,
}
"""Event files, as `event_file` takes them, by what is difficult in them."""


def sample(name: str = "") -> Programme:
    """Make the programme of a difficult event by its name, or of an ordinary one."""
    return event_file(DIFFICULT[name] if name else SAMPLE).resolve()
