"""What an event's own ignores hide, and ignores that are of no use."""

from __future__ import annotations

import pytest

import partenariats as pa
from partenariats.diagnostics.where import Where
from partenariats.source.ignores import place_of

BASE = """
[[days]]
id = "j"
date = 2022-03-24
[[sessions]]
id = "diner"
title = "Dîner"
day = "j"
start = "19:30"
"""


def ignore(code, at, reason="connu"):
    """Write an ignore."""
    return f'[[checks.ignore]]\ncode = "{code}"\nat = "{at}"\nreason = "{reason}"\n'


def codes(report):
    """List the codes of a report."""
    return sorted(found.code for found in report.diagnostics)


@pytest.mark.parametrize("at", ["sessions.diner", "sessions"])
def test_an_ignore_hides_its_code_at_and_below_its_place(event_file, at):
    """What is ignored is counted, not shown; another code at the place is shown."""
    report = pa.validate(event_file(BASE + ignore("TIM009", at)))
    assert (codes(report), report.ignored) == (["PLC001"], 1)


def test_a_name_that_only_begins_alike_is_another_place(event_file):
    """`sessions.din` is not `sessions.diner`; what hides nothing is told."""
    report = pa.validate(event_file(BASE + ignore("TIM009", "sessions.din")))
    assert (codes(report), report.ignored) == (["PLC001", "SRC016", "TIM009"], 0)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (ignore("REF001", "event"), "`REF001` cannot be ignored"),
        (ignore("SRC006", "event"), "`SRC006` cannot be ignored"),
        (ignore("TIM999", "event"), "there is no rule `TIM999`"),
        (ignore("TIM009", "sessions.diner", " "), "an ignore needs a reason"),
    ],
)
def test_an_ignore_that_cannot_be_used_is_an_error(event_file, text, headline):
    """Unknown codes, errors that stop everything, and empty reasons are refused."""
    report = pa.validate(event_file(BASE + text))
    assert [str(d.headline) for d in report.diagnostics if d.code == "SRC015"] == [headline]


def test_places_are_named_by_ids(event_file):
    """A place is written with ids where things have them, and positions from 1 elsewhere."""
    event = event_file(BASE + '[[outputs]]\nuse = "json"\n').event
    named = [
        place_of(event, Where(path))
        for path in [("sessions", 0, "end"), ("event", "motto"), ("outputs", 0, "use")]
    ]
    assert named == ["sessions.diner.end", "event.motto", "outputs.1.use"]
