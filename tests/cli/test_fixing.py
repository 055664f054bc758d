"""Fixes are made in rounds, and none that takes more than it says."""

from __future__ import annotations

import attrs
import pytest

import partenariats as pa
from partenariats.cli.fixing import mend
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.fix import Fix, Remove, Replace
from partenariats.diagnostics.report import Report
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message

TEXT = """\
format = 1
[event]
id = "e"
title = "T"
timezone = "UTC"
[[days]]
id = "a"
date = 2030-03-21
"""
TITLE = Where(("event", "title"))


def report(*edits, is_safe=True):
    """Make a report with one diagnostic that a fix of these edits would mend."""
    found = Diagnostic(
        code="XXX001",
        name="x",
        severity=Severity.INFO,
        headline=Message.of("two ends"),
        where=TITLE,
        fix=Fix(edits, is_safe=is_safe),
    )
    return Report((found,))


def mended(check, *, unsafe=False):
    """Mend the text, and give the new one; nothing where none is new."""
    return mend(check, pa.parse(TEXT, "e.toml"), unsafe=unsafe).texts.get("e.toml")


def test_fixes_are_made_until_none_is_left():
    """What one round leaves is mended in the next."""

    def check(document):
        title = document.event.title.plain
        edits = [Replace(TITLE, title, len(title), len(title), "!")] if len(title) < 4 else []
        return report(*edits)

    assert mended(check) == TEXT.replace('"T"', '"T!!!"')


def test_what_the_event_declares_stays():
    """A fix that would take a day out is not made, whatever it calls itself."""
    assert mended(lambda _: report(Remove(Where(("days", 0))))) is None


@pytest.mark.parametrize("is_safe", [True, False])
def test_a_guess_is_made_only_when_asked_for(is_safe):
    """Safe fixes are always made, others with `unsafe`."""
    once = Replace(TITLE, "T", 0, 1, "U")
    changed = TEXT.replace('"T"', '"U"')
    assert mended(lambda _: report(once, is_safe=is_safe)) == (changed if is_safe else None)
    assert mended(lambda _: report(once, is_safe=is_safe), unsafe=True) == changed


def test_a_fix_that_toggles_changes_nothing():
    """A text that ends as it began is not written."""

    def check(document):
        title = document.event.title.plain
        return report(Replace(TITLE, title, 0, 1, "U" if title == "T" else "T"))

    assert mended(check) is None


def test_a_text_that_cannot_be_read_any_more_is_not_kept():
    """Nothing is put in place of an event but an event."""
    document = pa.parse(TEXT, "e.toml")
    kept = mend(lambda _: report(Remove(Where(("event", "timezone")))), document, unsafe=False)
    assert (kept.texts, kept.document) == ({}, attrs.evolve(document))
