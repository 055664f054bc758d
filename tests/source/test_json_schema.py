"""The JSON Schema for editors says what the reader takes."""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib

import pytest
from jsonschema import Draft202012Validator

from partenariats.builtin.exporters.json import JsonExporter
from partenariats.interfaces.options import options_class
from partenariats.source.json_schema import json_schema


@pytest.fixture(scope="module")
def validator():
    """Give a validator of the schema with one exporter's options."""
    schema = json_schema({"json": options_class(JsonExporter)}, {})
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
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(validator, wrong):
    """An editor marks the same mistakes as `validate`."""
    text = wrong if wrong.startswith("[[") else wrong + "\n"
    head = HEAD.replace('title = "X"\n', "") if "title = 1" in wrong else HEAD
    assert list(validator.iter_errors(plain(head + text))) != []


@pytest.fixture(scope="module")
def taplo(peers, tmp_path_factory):
    """Check an event file with taplo, as an editor does, and give its exit code."""
    node, program = shutil.which("node"), peers / "node_modules/@taplo/cli/dist/cli.js"
    if node is None or not program.is_file():
        pytest.skip("no taplo: `.ci/run` shows how to install it")
    folder = tmp_path_factory.mktemp("taplo")
    schema = json_schema({"json": options_class(JsonExporter)}, {})
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
