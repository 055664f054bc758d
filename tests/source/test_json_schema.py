"""The JSON Schema for editors says what the reader takes."""

from __future__ import annotations

import json
import tomllib

import pytest
from jsonschema import Draft202012Validator

from partenariats.builtin.exporters.json import JsonExporter
from partenariats.interfaces.options import options_class
from partenariats.source.json_schema import json_schema


@pytest.fixture(scope="module")
def validator():
    """Give a validator of the schema with one exporter's options."""
    schema = json_schema({"json": options_class(JsonExporter)})
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
