"""The reference example: complete, true to the original, and published as expected."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

import partenariats as pa

HERE = Path(__file__).resolve().parents[2] / "examples" / "assises_2022"
REGISTRATION = "registration.txt"
LATER = ("Anselme", "Bertille", "Colin", "Delphine", "Émile")
EXPECTED = sorted(p.name for p in (HERE / "expected").iterdir() if p.name != REGISTRATION)


@pytest.fixture(scope="module")
def programme():
    """Give the programme of the example."""
    return pa.resolve(pa.load(HERE / "event.toml"))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Publish the example as `build.py` does."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, str(HERE / "build.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_six_files_are_published(built):
    """Markdown, text, JSON, iCalendar and both schedules, and nothing else."""
    assert sorted(path.name for path in built.iterdir()) == [
        "programme.ics", "programme.json", "programme.md", "programme.txt",
        "schedule.json", "schedule.xml",
    ]  # fmt: skip
    assert sorted(path.name for path in built.iterdir()) == EXPECTED


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_published_is_what_is_expected(built, name):
    """Each file has the bytes that stand in `expected/`; `partenariats build` writes them anew."""
    assert (built / name).read_bytes() == (HERE / "expected" / name).read_bytes()


@pytest.fixture(scope="module")
def registered(tmp_path_factory):
    """Run the script that registers the invented people; give its folder and what it said."""
    folder = tmp_path_factory.mktemp("registered")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", str(HERE / "registration.sh"), str(folder)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PATH": path},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return folder, done.stdout


def test_registration_goes_as_expected(registered):
    """The script says what stands in `expected/`, but for the instants."""
    said = re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "AAAA-MM-JJ HH:MM", registered[1])
    assert said.splitlines() == (HERE / "expected" / REGISTRATION).read_text().splitlines()


def test_everybody_is_on_the_sheet_that_is_exported(registered):
    """The 120 people of the sheet and the five who came later are exported, each once."""
    exported = (registered[0] / "inscrits.csv").read_text(encoding="utf-8-sig").splitlines()
    rows = list(csv.DictReader(exported))
    sheet = (HERE / "attendees.csv").read_text(encoding="utf-8").splitlines()
    people = list(csv.DictReader(sheet, delimiter=";"))
    wanted = {f"{row['Prénom']} {row['Nom']}" for row in people}
    later = {f"{name} Dernierpré" for name in LATER}
    assert len(people) == 120
    assert sorted(row["nom"] for row in rows) == sorted(wanted | later)


def test_everybody_has_the_best_wish_that_fits(registered):
    """One person fewer than wish for workshop 1 has it, and nobody who wished is without."""
    exported = (registered[0] / "inscrits.csv").read_text(encoding="utf-8-sig").splitlines()
    rows = [row for row in csv.DictReader(exported) if row["état"] == "confirmed"]
    workshops = {"atelier-1", "atelier-2", "atelier-3"}
    wishing = [row for row in rows if workshops & set(row["vœux"].split("|"))]
    got = [row["vœux"].split("|").index(row["séances"]) for row in wishing]
    assert sorted(got)[-3:] == [0, 1, 1]
    themes = [row for row in rows if set(row["vœux"].split("|")) - workshops - {""}]
    assert [row["nom"] for row in themes if not row["groupes de travail"]] == []


def test_the_event_with_registration_asks_what_the_event_asks(registered):
    """What is invented adds neither an error nor a warning nor a question."""
    codes = [
        [found.code for found in pa.validate(pa.load(folder / "event.toml")).diagnostics]
        for folder in (HERE, registered[0])
    ]
    assert codes[0] == codes[1]


def test_nobody_of_the_sheet_can_be_written_to():
    """Every address is at a domain that is reserved for examples (RFC 2606)."""
    domains = re.findall(r"@([^;\s]+)", (HERE / "attendees.csv").read_text())
    assert len(domains) > 100
    assert set(domains) == {"example.org", "example.net"}


def words(text):
    """List the words of a text, without marks, case and accents on capitals."""
    plain = unicodedata.normalize("NFKD", text.replace("<sup>ères</sup>", "eres")).casefold()
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.findall(r"[a-z0-9]+", letters)


# Words of the original whose sense the file holds in another form
SAID_OTHERWISE = {
    "1eres",  # edition = 1
    "jeudi", "vendredi", "24", "25", "2022",  # dates
    "a",  # "A NIORT": the city
    "h", "18", "19", "9", "10", "11", "15", "16", "12", "13", "00", "30", "45",  # hours
    "programme", "par", "le", "et", "au", "l",
}  # fmt: skip


def test_every_word_of_the_original_is_there():
    """No word of the printed programme is missing from the event file, but for dates and hours."""
    written = set(words((HERE / "event.toml").read_text()))
    missing = [w for w in words((HERE / "programme_original.md").read_text()) if w not in written]
    assert sorted(set(missing) - SAID_OTHERWISE) == []


def test_the_days_and_hours_are_those_of_the_original(programme):
    """Every start and the one written end of the original, in order."""
    times = {
        str(day.day.date): [
            f"{s.start:%H:%M}" + (f"-{s.end:%H:%M}" if s.end and not s.end_is_inferred else "")
            for s in day.sessions
        ]
        for day in programme.days
    }
    assert times == {
        "2022-03-24": ["18:00", "19:30"],
        "2022-03-25": [
            "09:00", "09:30", "09:45", "10:00", "10:30", "11:00", "11:15", "12:30-13:30",
            "13:30", "15:00", "16:00",
        ],
    }  # fmt: skip


def test_people_organizations_and_places_are_those_of_the_original(programme):
    """Three people with their positions, two venues with what is known of them."""
    event = programme.event
    positions = {
        person.name: [(p.title.plain, p.organization) for p in person.positions]
        for person in event.people
    }
    assert positions == {
        "Jérôme BALOGE": [
            ("maire de la ville de Niort", "ville-de-niort"),
            ("président de la Communauté d'agglomération de Niort", "agglomeration-niort"),
        ],
        "Jean-Luc BOISSIEU": [("président de la SMACL", "smacl")],
        "Stéphane PINTRE": [("président du SNDGCT", "sndgct")],
    }
    assert [(v.name.plain, v.address) for v in event.venues] == [
        ("Hôtel de Ville de Niort", None),
        ("Hôtel Mercure Niort Marais Poitevin", "27 rue de La Terraudière"),
    ]
    assert event.motto.plain == "VOIR LOIN et AGIR ENSEMBLE"
    assert len(event.audiences) == 4


def test_workshops_and_working_groups_are_those_of_the_original(programme):
    """Three workshops on two themes in the afternoon, three themes for working groups."""
    (afternoon,) = [b for b in programme.event.blocks if b.id == "apres-midi"]
    workshops = programme.session("ateliers").workshops
    assert [w.session.number for w in workshops] == [1, 2, 3]
    assert len(afternoon.themes) == 2
    formed = [group.theme for group in programme.event.working_groups]
    points = [p.theme for p in programme.session("constitution-des-groupes").session.points]
    assert (formed, len(formed)) == (points, 3)


def test_the_original_is_kept_as_it_was():
    """The printed programme stands beside the event file, to be compared."""
    text = (HERE / "programme_original.md").read_text()
    assert text.count("**") > 20
    assert "27 rue de La Terraudière" in text
