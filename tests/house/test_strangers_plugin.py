"""A plugin as a stranger starts it: installed, tested, used, and broken in six ways."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "when-a-plugin-fails.md"
NAME = "running-order"
LONG = "From the station along the river to the market place, slowly and with a guide"
FILE = f"""format = 1
[event]
id = "walk"
title = "A walk"
language = "en"
timezone = "Europe/Paris"
[[days]]
id = "friday"
date = 2022-03-25
[[venues]]
id = "station"
name = "Station"
latitude = 46.318
longitude = -0.489
accessibility = ["mi"]
[[sessions]]
id = "start"
venue = "station"
day = "friday"
title = "{LONG}"
start = "9:30"
end = "10:30"
"""
OUTPUT = '[[outputs]]\nuse = "running-order"\n'
CONCISE = ("--format", "concise")
LINES = "2022-03-25;9:30;Opening\n"

DISTRIBUTION = "partenariats-running-order"
MISSING = "ModuleNotFoundError: No module named 'not_there'"

USE = {
    "exporter": ("build", "event.toml"),
    "importer": ("import", "lines.txt", "--from", NAME),
    "validator": ("validate", "event.toml"),
}
WORK = {"exporter": "def export", "importer": "def read", "validator": "def check"}
OURS = {"exporter": "json", "importer": "json", "validator": "TIM001"}


@pytest.fixture
def stranger(environment, run, tmp_path):
    """Start a plugin of a kind, and install it with its tests' needs as its README says."""

    def start(kind):
        done = run("plugin", "new", kind, NAME)
        assert (done.returncode, done.stderr) == (0, "")
        environment.install("hatchling", "editables")
        environment.install("--editable", f"{tmp_path / 'partenariats-running-order'}[test]")
        (tmp_path / "event.toml").write_text(FILE + (OUTPUT if kind == "exporter" else ""))
        (tmp_path / "lines.txt").write_text(LINES)
        return environment

    return start


def use(environment, kind, *more):
    """Use a plugin of a kind, and return its exit code and what it said."""
    done = environment.partenariats(*USE[kind], *more)
    return done.returncode, done.stdout, done.stderr


def exporter_works(environment):
    """Build an event whose outputs name the exporter."""
    assert use(environment, "exporter") == (0, "written: build/walk.running-order.txt\n", "")
    text = (environment.folder / "build" / "walk.running-order.txt").read_text()
    assert text == f"Friday 25\N{NO-BREAK SPACE}March 2022\n  9:30–10:30 | {LONG} | Station\n"


def importer_works(environment):
    """Read lines into an event file."""
    code, text, errors = use(environment, "importer", "-O", "title=Walks")
    said = "nothing was guessed or dropped\nread by `running-order`: 1 day, 1 session\n"
    assert (code, errors) == (0, said)
    assert 'title = "Walks"' in text
    assert 'title = "Opening"' in text


def validator_works(environment):
    """Find a title that is too long, unless the event file says it is not."""
    told = "event.toml:20:9: warning[RUN001] the title of `start` has 77 characters, more than 60\n"
    assert use(environment, "validator", *CONCISE) == (0, told, "")
    longer = f"{FILE}[checks.options.RUN001]\nlongest = 80\n"
    (environment.folder / "event.toml").write_text(longer)
    assert use(environment, "validator", *CONCISE) == (0, "", "")


DESK = """
import partenariats as pa
from partenariats.registration.requests.request import Entrant, Request

toolkit = pa.Toolkit()
programme = toolkit.resolve(toolkit.load("event.toml"))
for number in range(2):
    desk = toolkit.registration(programme)
    desk.init()
    (made,) = desk.register(Request(entrants=(Entrant(name="Ada"),), key="k"))
    print(made.registrations[0].state.value, len(list(desk.log())), desk.verify())
"""


def registration_backend_works(environment):
    """Register somebody; the same request finds it in the file."""
    open_long = "closes = 2100-01-01T00:00:00Z\n"
    registration = f'[registration]\nuse = "running-order"\ncapacity = 1\n{open_long}'
    (environment.folder / "event.toml").write_text(FILE + registration)
    done = environment.call(environment.programs / "python", "-c", DESK)
    assert (done.stdout, done.stderr) == ("confirmed 4 ()\n" * 2, "")
    assert (environment.folder / "registrations" / "walk.jsonl").exists()


WORKS = {
    "exporter": exporter_works,
    "importer": importer_works,
    "validator": validator_works,
    "registration-backend": registration_backend_works,
}


@pytest.mark.parametrize("kind", WORKS)
def test_it_is_installed_tested_and_used(stranger, kind):
    """In a clean environment its own tests pass, and the event file or the command uses it."""
    environment = stranger(kind)
    folder = environment.folder / "partenariats-running-order"
    tested = environment.call(environment.programs / "python", "-m", "pytest", "-q", cwd=folder)
    assert tested.returncode == 0, tested.stdout
    assert re.search(r"^\d+ passed in ", tested.stdout, re.MULTILINE)
    WORKS[kind](environment)


def ways(kind):
    """Give the six ways to break a plugin: the file to edit, what becomes of what, the message."""
    package = f"partenariats-{NAME}/src/partenariats_running_order"
    plugin, module = f"{package}/plugin.py", f"{package}/{kind}.py"
    hook, of = f"partenariats_{kind}s", "partenariats-running-order 0.1.0"
    work = re.escape(WORK[kind])
    taken = f"rule `{OURS[kind]}`" if kind == "validator" else f"{kind} `json`"
    crash = {
        "exporter": f"error: running-order was not made: exporter `{NAME}` of {of} crashed:",
        "importer": f"error: importer `{NAME}` of {of} crashed:",
        "validator": f"error[PLG010]: rule `RUN001` of {of} crashed:",
    }
    return {
        "a misspelt hook": (
            plugin,
            (f"def {hook}", f"def {hook[:-1]}"),
            f"warning[PLG002]: {DISTRIBUTION} fills a hook `{hook[:-1]}` that does not exist",
        ),
        "a library that is missing": (
            plugin,
            ("(import annotations\n)", r"\1import not_there\n"),
            f"warning[PLG001]: plugin `{NAME}` of {of} did not load: {MISSING}",
        ),
        "something else than a list": (
            plugin,
            (r"return \[(\w+)\]", r"return \1"),
            f"warning[PLG006]: {of} offers through `{hook}` what cannot be used: ABCMeta",
        ),
        "a name that is taken": (
            module,
            (r'    (name|code) = "(running-order|RUN001)"', rf'    \1 = "{OURS[kind]}"'),
            f"warning[PLG003]: {taken} is offered by partenariats 0.1.0 + {of}; neither is used",
        ),
        "an error in the work": (
            module,
            (rf"({work}.*:\n.*\n)", r"\1        raise RuntimeError('boom')\n"),
            f"{crash[kind]} RuntimeError: boom",
        ),
        "an option that is not there": OPTION[kind],
    }


OPTION = {
    "exporter": (
        "event.toml",
        (r"\Z", "options = { place = false }\n"),
        "error[PLG005]: `place` is not known here",
    ),
    "importer": (
        None,
        ("-O", "tite=Walks"),
        "error: the options of `running-order` do not fit: tite: `tite` is not known here",
    ),
    "validator": (
        "event.toml",
        (r"\Z", "[checks.options.RUN001]\nlong = 3\n"),
        "error[PLG005]: `long` is not known here",
    ),
}


@pytest.mark.parametrize("kind", USE)
def test_it_breaks_in_six_documented_ways(stranger, kind):
    """Each way is told in one sentence that names what is wrong, without a traceback."""
    environment = stranger(kind)
    for way, (file, (old, new), message) in ways(kind).items():
        if file is None:
            _, said, errors = use(environment, kind, old, new)
        else:
            path = environment.folder / file
            whole = path.read_text()
            broken, count = re.subn(old, new, whole, count=1)
            assert count == 1, way
            path.write_text(broken)
            _, said, errors = use(environment, kind)
            path.write_text(whole)
        lines = (said + errors).splitlines()
        assert message in lines, (way, lines)
        assert "Traceback" not in said + errors, way


def test_the_page_has_no_other_ways():
    """The page tells six ways, those that are tried here, with the messages of an exporter."""
    page = PAGE.read_text(encoding="utf-8")
    told = ways("exporter")
    headings = re.findall(r"^## (.*)$", page, re.MULTILINE)
    assert headings == [way.capitalize() for way in told]
    shown = re.findall(r"^> ``(.*)``$", page, re.MULTILINE)
    assert shown == [message for _, _, message in told.values()]
