"""The programme of Niort, as it was printed, against the reference example."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import partenariats as pa
from partenariats.model.text import Text

EXAMPLE = Path(__file__).parents[3] / "examples" / "assises_2022"
UNSAID = {
    "audiences",  # the example took them out of the sentence that says the purpose
    "country",  # nowhere in the text
    "outputs",  # what is published is not part of a programme
    "id",  # ids are the organiser's choice
}
"""What of the event the text does not say, or leaves to the organiser."""
RESTITUTIONS = (
    "Restitutions, évocation d'un outil collaboratif et validation des sujets à travailler"
)


def said(value, names):
    """Give a value with names in the place of ids, so that two events can be compared."""
    if isinstance(value, Text):
        return value.plain
    if isinstance(value, tuple):
        return [said(part, names) for part in value]
    if attrs.has(type(value)):
        return {
            field.name: said(getattr(value, field.name), names)
            for field in attrs.fields(type(value))
            if field.name != "id" and getattr(value, field.name) != field.default
        }
    return names.get(value, value) if isinstance(value, str) else value


def named(event):
    """Give the name of each thing by its id."""
    lists = ("people", "organizations", "venues", "themes", "blocks", "sessions")
    things = [thing for key in lists for thing in getattr(event, key)]
    return {thing.id: said(getattr(thing, "title", None) or thing.name, {}) for thing in things}


@pytest.fixture
def both():
    """Read the example and import the printed programme; compare what they say."""
    reference = pa.load(EXAMPLE / "event.toml").event
    imported = pa.import_((EXAMPLE / "programme_original.md").read_bytes(), "programme-text")
    tables = [said(event, named(event)) for event in (reference, imported.event)]
    for table in tables:  # bodies stand in the order in which they are named, or in another
        table["organizations"].sort(key=lambda body: body["name"])
    return *tables, imported


def test_every_difference_to_the_reference_is_known(both):
    """All is equal but what the text leaves open, and points that the example drew from a title."""
    reference, imported, _ = both
    differing = {
        key for key in reference.keys() | imported.keys() if reference.get(key) != imported.get(key)
    }
    assert differing - UNSAID == {"sessions"}
    pairs = zip(reference["sessions"], imported["sessions"], strict=True)
    assert [(one["title"], one.keys() ^ other.keys()) for one, other in pairs if one != other] == [
        (RESTITUTIONS, {"points"})
    ]


@pytest.mark.parametrize("key", ["days", "blocks", "themes", "venues", "people", "organizations"])
def test_what_the_example_has_is_there(both, key):
    """Days, blocks, themes, addresses, persons and their positions are those of the example."""
    reference, imported, _ = both
    assert imported[key] == reference[key]


def test_every_line_was_understood(both):
    """No line is left over: what is open are guesses, and no guess is a warning."""
    *_, imported = both
    codes = {diagnostic.code for diagnostic in imported.report.diagnostics}
    assert codes == {"PTX007", "PTX008", "PTX009", "PTX010", "PTX011"}


def test_the_draft_has_no_errors(both):
    """What was written can be read, checked and published at once."""
    *_, imported = both
    document = pa.parse(pa.write(imported.event))
    assert document.event == imported.event
    assert not pa.validate(document).has_errors


def test_the_command_line_finds_the_format_and_names_the_file(run, tmp_path):
    """`import` without `--from` takes it for a programme, and the report points at its lines."""
    text = (EXAMPLE / "programme_original.md").read_text(encoding="utf-8")
    (tmp_path / "programme.md").write_text(text.replace("12 h 30 à 13 h 30", "12 h 30 à 11 h 30"))
    done = run("import", "programme.md", "-o", "event.toml")
    assert done.returncode == 0
    assert "warning[PTX003]: this ends at 11:30, before it begins at 12:30" in done.stderr
    assert "--> programme.md:46:1" in done.stderr
    assert pa.load(tmp_path / "event.toml").event.edition == 1
