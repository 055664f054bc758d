"""A calendar for each day, theme, room or person holds its sessions, as the whole one has them."""

from __future__ import annotations

import re
import textwrap

import pytest

import partenariats as pa
from partenariats.publishing.targets import refuse
from partenariats.testing.samples import DIFFICULT, sample

EVENT = """
format = 1
[event]
id = "rencontre"
title = "Rencontre"
language = "fr"
timezone = "Europe/Paris"
[[days]]
id = "j1"
date = 2022-03-25
[[days]]
id = "j2"
date = 2022-03-26
[[rooms]]
id = "con"
name = "Salle Con"
[[themes]]
id = "eau"
title = "Eau"
[[themes]]
id = "air"
title = "Air"
[[people]]
id = "ada"
honorific = "Mme"
name = "Ada Exemple"
[[people]]
id = "bob"
name = "Bob Exemple"
confirmed = false
[[organizations]]
id = "asso"
name = "Asso"
[[sessions]]
id = "a"
day = "j1"
start = "9:30"
end = "10:00"
title = "A"
room = "con"
themes = ["eau", "air"]
credits = [{ person = "ada" }, { person = "ada", role = "chair" }, { organization = "asso" }]
[[sessions]]
id = "b"
day = "j2"
start = "25:00"
end = "25:45"
title = "B"
themes = ["eau"]
"""
VEVENT = re.compile(rb"BEGIN:VEVENT.*?END:VEVENT\r\n", re.DOTALL)
UID = re.compile(rb"^UID:(\w+)@rencontre\.partenariats\r$", re.MULTILINE)


def made(split, programme=None):
    """Export the event split; give the names with the contents."""
    programme = programme or pa.resolve(pa.parse(EVENT))
    found = pa.export(programme, "ical", {"split": split} if split else None)
    assert len({artifact.name for artifact in found}) == len(found)
    return {artifact.name: artifact.content for artifact in found}


@pytest.mark.parametrize(
    ("split", "expected"),
    [
        ("day", {"day-j1.ics": "a", "day-j2.ics": "b"}),
        ("theme", {"theme-air.ics": "a", "theme-eau.ics": "ab"}),
        ("room", {"room-con.ics": "a"}),
        ("person", {"person-ada.ics": "a"}),
    ],
)
def test_each_has_a_calendar_of_its_sessions(split, expected):
    """A session that belongs to several is in each, once; what has none has no calendar."""
    found = {name: b"".join(UID.findall(content)).decode() for name, content in made(split).items()}
    assert found == expected


@pytest.mark.parametrize("split", ["day", "theme", "room", "person"])
def test_sessions_are_those_of_the_whole_calendar(split):
    """Every entry is the same to the byte, its UID with it, and can be read by a client."""
    (whole,) = made(None).values()
    entries = VEVENT.findall(whole)
    for content in made(split).values():
        assert [entry for entry in entries if entry in content] == VEVENT.findall(content)
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert content.count(b"BEGIN:VTIMEZONE") == 1


def test_each_calendar_says_what_it_is_of():
    """Its title is its own, so that a client shows several beside each other."""
    said = {
        name: pa.import_(content).event.title.plain
        for split in ("day", "theme", "room", "person")
        for name, content in made(split).items()
    }
    assert said == {
        "day-j1.ics": "Rencontre – Vendredi 25\u00a0mars 2022",
        "day-j2.ics": "Rencontre – Samedi 26\u00a0mars 2022",
        "theme-air.ics": "Rencontre – Air",
        "theme-eau.ics": "Rencontre – Eau",
        "room-con.ics": "Rencontre – Salle Con",
        "person-ada.ics": "Rencontre – Mme\u00a0Ada Exemple",
    }


def test_who_is_credited_nowhere_is_nowhere():
    """No calendar holds of people more than their credits."""
    assert not any(
        b"Bob" in content for split in ("day", "person") for content in made(split).values()
    )


@pytest.mark.parametrize("split", ["day", "theme", "room", "person"])
@pytest.mark.parametrize("name", DIFFICULT)
def test_difficult_events_are_split(split, name):
    """Names can be written on every system, and days hold every session once."""
    programme = sample(name)
    found = made(split, programme)
    assert not any(refuse(one) for one in found)
    if split == "day":
        entries = [entry for content in found.values() for entry in VEVENT.findall(content)]
        (whole,) = made(None, programme).values()
        assert sorted(entries) == sorted(VEVENT.findall(whole))


def test_an_output_may_ask_for_it(run, tmp_path):
    """In the event file the option is a word; another word is told at its line."""
    output = '\n[[outputs]]\nuse = "ical"\nto = "agendas/"\noptions = { split = "room" }\n'
    (tmp_path / "event.toml").write_text(textwrap.dedent(EVENT + output), encoding="utf-8")
    assert run("build", "event.toml").returncode == 0
    assert [file.name for file in tmp_path.rglob("*.ics")] == ["room-con.ics"]
    (tmp_path / "event.toml").write_text(EVENT + output.replace('"room"', '"hall"'), "utf-8")
    done = run("validate", "event.toml")
    assert (done.returncode, "event.toml:54:21" in done.stdout) == (1, True)
