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


def test_without_ignores_nothing_is_hidden(event_file):
    """Everything is shown, and the count is nothing."""
    report = pa.validate(event_file(BASE))
    assert (codes(report), report.ignored) == (["PLC001", "TIM009"], 0)


def test_a_name_that_only_begins_alike_is_another_place(event_file):
    """`sessions.din` is not `sessions.diner`; what hides nothing is told."""
    report = pa.validate(event_file(BASE + ignore("TIM009", "sessions.din")))
    assert (codes(report), report.ignored) == (["PLC001", "SRC016", "TIM009"], 0)


MEANT = "did you mean `TIM018`?"
MEND = "mend what it says; no programme can be made before"


@pytest.mark.parametrize(
    ("text", "key", "headline", "advice"),
    [
        (ignore("REF001", "event"), "code", "`REF001` cannot be ignored", MEND),
        (ignore("SRC006", "event"), "code", "`SRC006` cannot be ignored", MEND),
        (ignore("TIN009", "event"), "code", "there is no rule `TIN009`", "did you mean `TIM009`?"),
        (ignore("no-break", "event"), "code", "there is no rule `no-break`", MEANT),
        (ignore("x" * 41, "event"), "code", f"there is no rule `{'x' * 40}`", None),
        (
            ignore("TIM009", "sessions.diner", " "),
            "reason",
            "an ignore needs a reason",
            None,
        ),
    ],
)
def test_an_ignore_that_cannot_be_used_is_an_error(
    event_file, untranslated, text, key, headline, advice
):
    """Unknown codes, errors that stop everything, and empty reasons are refused and told."""
    report = pa.validate(event_file(BASE + ignore("PLC001", "sessions") + text))
    (fault,) = (d for d in report.diagnostics if d.code == "SRC015")
    assert str(fault.where) == f"checks.ignore[1].{key}"
    assert (str(fault.headline), fault.help and str(fault.help)) == (headline, advice)
    assert ("TIM009" in codes(report), report.ignored) == (True, 1)
    assert untranslated([fault]) == []


def test_an_ignore_that_hides_nothing_is_told_at_its_place(event_file, untranslated):
    """Each such ignore is named by code and place, and those that hide something are not."""
    text = ignore("TIM009", "sessions.diner") + ignore("TIM001", "days.j")
    report = pa.validate(event_file(BASE + text))
    (fault,) = (d for d in report.diagnostics if d.code == "SRC016")
    assert (str(fault.where), str(fault.headline), str(fault.help)) == (
        "checks.ignore[1]",
        "nothing is found any more of `TIM001` at `days.j`",
        "take this ignore out",
    )
    assert untranslated([fault]) == []


def test_two_ignores_of_one_thing_are_both_used(event_file):
    """What two ignores cover is hidden once, and neither is useless."""
    text = ignore("TIM009", "sessions.diner") + ignore("TIM009", "sessions")
    report = pa.validate(event_file(BASE + text))
    assert (codes(report), report.ignored) == (["PLC001"], 1)


def test_places_are_named_by_ids(event_file):
    """A place is written with ids where things have them, and positions from 1 elsewhere."""
    head = 'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "UTC"\n'
    head += 'audiences = [{ id = "elus", title = "Élus" }]\n'
    event = event_file(head + BASE + '[[outputs]]\nuse = "json"\n').event
    named = [
        place_of(event, Where(path))
        for path in [
            ("sessions", 0, "end"),
            ("event", "motto"),
            ("event", "revision", "at"),
            ("event", "audiences", 0, "title"),
            ("outputs", 0, "use"),
            ("sessions", 1, "end"),
            ("sessions", 0, "credits", 0),
            ("nothing", 2, "like-it"),
        ]
    ]
    assert named == [
        "sessions.diner.end",
        "event.motto",
        "event.revision.at",
        "event.audiences.elus.title",
        "outputs.1.use",
        "sessions.2.end",
        "sessions.diner.credits.1",
        "nothing.3.like-it",
    ]
