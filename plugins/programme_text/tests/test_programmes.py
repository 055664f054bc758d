"""Programmes of our own, each with all that must come out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import partenariats as pa

HERE = Path(__file__).parent
PROGRAMMES = sorted((HERE / "programmes").iterdir())
EACH = pytest.mark.parametrize("file", PROGRAMMES, ids=lambda file: file.name)
YEAR = {"apres_midi.md": 2022, "inconnu.txt": 2027, "sans_annee.txt": 2024}
"""Years of those that say none, which would else be near the present one."""


def options(file):
    """Give the options with which a programme is imported."""
    return {"year": YEAR[file.name]} if file.name in YEAR else {}


@EACH
def test_a_programme_becomes_this_event(file, listed):
    """Days, half-days, times, persons, places, points and what is told are exactly these."""
    expected = HERE / "expected" / f"{file.name}.txt"
    assert listed(file.read_bytes(), **options(file)) == expected.read_text(encoding="utf-8")


@EACH
def test_the_format_is_recognised(file):
    """Without a name given it is this importer that reads it, and no other."""
    event = pa.import_(file.read_bytes(), "programme-text", options(file)).event
    assert pa.Toolkit().import_(file.read_bytes(), None, options(file)).event == event


@EACH
def test_the_draft_is_an_event_file(file):
    """What comes out can be written and read again, and every id in it is found."""
    event = pa.Toolkit().import_(file.read_bytes(), "programme-text", options(file)).event
    document = pa.parse(pa.write(event))
    report = pa.validate(document)
    assert document.event == event
    assert [found for found in report.diagnostics if found.code.startswith(("SRC", "REF"))] == []
