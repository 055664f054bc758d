"""The JSON Schema for editors says what the reader takes."""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib
from datetime import date, datetime, time, timedelta
from enum import Enum

import attrs
import pytest
from jsonschema import Draft202012Validator

from partenariats.builtin.exporters.json import JsonExporter
from partenariats.interfaces.options import NoOptions, options_class
from partenariats.model.event import Event
from partenariats.model.ids import DayId
from partenariats.model.table import Table
from partenariats.model.text import Text
from partenariats.model.walltime import WallTime
from partenariats.source.json_schema import json_schema
from partenariats.source.structure import EVENT_KEYS, TOP_KEYS


@pytest.fixture
def validator():
    """Give a validator of the schema with one exporter's options."""
    schema = json_schema({"json": options_class(JsonExporter)}, {}, {"memory": NoOptions})
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def plain(text):
    """Return the tables of a text as an editor sees them: dates and times are texts."""
    return json.loads(json.dumps(tomllib.loads(text), default=str))


def test_the_reference_example_fits(validator, niort):
    """An editor shows no fault in the Niort programme."""
    assert list(validator.iter_errors(plain(niort.read_text()))) == []


HEAD = 'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "Europe/Paris"\n'


@pytest.mark.parametrize(
    "wrong",
    [
        'titel = "x"',
        "title = 1",
        '[[days]]\nid = "Jour"\ndate = 2022-03-24',
        '[[days]]\nid = "j"',
        '[[sessions]]\nid = "a"\ntitle = "A"\nkind = "plenery"',
        '[[sessions]]\nid = "a"\ntitle = "A"\nstart = "neuf heures"',
        '[[outputs]]\nuse = "json"\noptions = { indent = 2 }',
        '[[registration.questions]]\nid = "a"\ntext = "A"\nkind = "choise"',
        '[[registration.questions]]\nid = "A"\ntext = "A"',
        '[[registration.questions]]\nid = "a"',
        '[registration]\ncloses = "14 days"',
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(validator, wrong):
    """An editor marks the same mistakes as `validate`."""
    text = wrong if wrong.startswith("[") else wrong + "\n"
    head = HEAD.replace('title = "X"\n', "") if "title = 1" in wrong else HEAD
    assert list(validator.iter_errors(plain(head + text))) != []


@pytest.mark.parametrize(
    ("registration", "fits"),
    [
        ('opens = "14 days before, 23:59"', True),
        ('opens = "1 day before"', True),
        ('opens = "14 jours avant, 23 h 59"', True),
        ("opens = 2022-01-10T09:00:00+01:00", True),
        ('opens = "14 days"', False),
        ('opens = "after the event"', False),
        ("opens = 14", False),
        ('use = "memory"', True),
        ('use = "memory"\noptions = { url = "x" }', False),
        ('use = "another"\noptions = { url = "x" }', True),
        ('offer = "24 h"\naccess = "domain"\ndomains = ["example.org"]\ngroup = 4', True),
        ("group = -1", False),
        ('access = "all"', False),
    ],
)
def test_registration_has_its_schema(validator, registration, fits):
    """Deadlines, words and the options of the back-ends are known to an editor."""
    faults = list(validator.iter_errors(plain(f"{HEAD}[registration]\n{registration}\n")))
    assert (faults == []) == fits


class Size(Enum):
    """A size."""

    SMALL = "small"
    LARGE = "large"


@attrs.frozen
class PageLayout:
    """Say how a page is laid out.

    Nobody reads this far.
    """

    size: Size
    margins: tuple[float, ...] = ()


@attrs.frozen
class Bare:
    weight: int = 0


@attrs.frozen
class Options:
    """Be options of every kind."""

    layout: PageLayout
    day: DayId | None = None
    as_: str = ""
    width: int | str = 0
    either: Bare | str = ""
    pages: tuple[PageLayout, ...] = ()
    back: PageLayout | None = None
    strict: bool = False
    until: date | None = None
    at: datetime | None = None
    hour: time | None = None
    start: WallTime | None = None
    length: timedelta | None = None
    title: Text | None = None
    free: Table = Table()


def test_options_are_read_off_their_class():
    """Every kind of field has its schema, classes are defined once, and keys are as in the file."""
    definitions = json_schema({"own": Options, "json": NoOptions}, {}, {})["$defs"]
    layout = {"$ref": "#/$defs/page_layout"}
    none, own = definitions["output"]["allOf"]
    assert none == {
        "if": {"properties": {"use": {"const": "json"}}, "required": ["use"]},
        "then": {
            "properties": {
                "options": {
                    "type": "object",
                    "description": "Be the options of an offer that has none.",
                    "additionalProperties": False,
                    "properties": {},
                }
            }
        },
    }
    assert own == {
        "if": {"properties": {"use": {"const": "own"}}, "required": ["use"]},
        "then": {
            "properties": {
                "options": {
                    "type": "object",
                    "description": "Be options of every kind.",
                    "additionalProperties": False,
                    "properties": {
                        "layout": layout,
                        "day": {"$ref": "#/$defs/id"},
                        "as": {"type": "string"},
                        "width": {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string"}]},
                        "either": {"anyOf": [{"$ref": "#/$defs/bare"}, {"type": "string"}]},
                        "pages": {"type": "array", "items": layout},
                        "back": layout,
                        "strict": {"type": "boolean"},
                        "until": {"type": "string", "format": "date"},
                        "at": {"type": "string", "format": "date-time"},
                        "hour": {"type": "string", "format": "time"},
                        "start": {"$ref": "#/$defs/wall_time"},
                        "length": {"$ref": "#/$defs/duration"},
                        "title": {"$ref": "#/$defs/text"},
                        "free": {"type": "object"},
                    },
                    "required": ["layout"],
                }
            }
        },
    }
    assert definitions["bare"]["description"] == ""
    assert definitions["page_layout"] == {
        "type": "object",
        "description": "Say how a page is laid out.",
        "additionalProperties": False,
        "properties": {
            "size": {"enum": ["small", "large"]},
            "margins": {"type": "array", "items": {"type": "number"}},
        },
        "required": ["size"],
    }


def test_the_schema_of_the_whole_file():
    """The file has its format, its event, what it includes and its tables, and nothing else."""
    schema = json_schema({}, {}, {})
    properties = schema.pop("properties")
    definitions = schema.pop("$defs")
    assert schema == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "partenariats event file",
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "event"],
    }
    assert tuple(properties) == TOP_KEYS
    assert properties["format"] == {"const": 1}
    assert properties["include"] == {"type": "array", "items": {"type": "string"}}
    assert properties["days"] == {"type": "array", "items": {"$ref": "#/$defs/day"}}
    assert properties["plugins"] == {"type": "object"}
    event = properties["event"]
    assert tuple(event.pop("properties")) == EVENT_KEYS
    assert event == {
        "type": "object",
        "description": (Event.__doc__ or "").splitlines()[0],
        "additionalProperties": False,
        "required": ["id", "title", "timezone"],
    }
    assert definitions["output"]["allOf"] == []


def test_a_point_is_a_text_or_a_table():
    """An editor offers both forms of a point."""
    plain, table = json_schema({}, {}, {})["$defs"]["point"]["anyOf"]
    assert plain == {"$ref": "#/$defs/text"}
    assert (list(table["properties"]), table["required"]) == (["text", "theme", "kind"], ["text"])


@pytest.fixture(scope="module")
def taplo(peers, tmp_path_factory):
    """Check an event file with taplo, as an editor does, and give its exit code."""
    node, program = shutil.which("node"), peers / "node_modules/@taplo/cli/dist/cli.js"
    if node is None or not program.is_file():
        pytest.skip("no taplo: `.ci/run` shows how to install it")
    folder = tmp_path_factory.mktemp("taplo")
    schema = json_schema({"json": options_class(JsonExporter)}, {}, {})
    (folder / "schema.json").write_text(json.dumps(schema))

    def check(text):
        (folder / "event.toml").write_text(text)
        command = [node, program, "check", "--schema", f"file://{folder / 'schema.json'}"]
        command.append(folder / "event.toml")
        return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode

    return check


def test_an_editor_takes_what_the_reader_takes(taplo, niort):
    """Taplo, which editors use, finds the Niort programme sound and a misspelt key wrong."""
    text = niort.read_text()
    assert (taplo(text), taplo(text.replace("edition = 1", "editio = 1"))) == (0, 1)
    assert taplo(HEAD + '[[days]]\nid = "j"\ndate = 2022-03-24\nstart = 09:30:00\n') == 0


def test_options_of_rules_stand_below_their_codes():
    """Rules come by code, each with its own options, and no other code is taken."""
    definitions = json_schema({}, {"XYZ002": NoOptions, "XYZ001": Options}, {})["$defs"]
    options = definitions["checks"]["properties"]["options"]
    rules = options.pop("properties")
    assert options == {
        "type": "object",
        "description": "Options of rules, by code.",
        "additionalProperties": False,
    }
    own = json_schema({"own": Options}, {}, {})["$defs"]["output"]["allOf"][0]
    assert list(rules) == ["XYZ001", "XYZ002"]
    assert rules["XYZ001"] == own["then"]["properties"]["options"]
    assert rules["XYZ002"]["properties"] == {}
