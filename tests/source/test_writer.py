"""From an event back to its file, and edits that keep what a person wrote."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

import partenariats as pa
from partenariats.source.writer import edit
from partenariats.testing import events


@given(events())
def test_what_is_written_is_read_equal(event):
    """Writing an event and reading the text gives an equal event."""
    assert pa.parse(pa.write(event)).event == event


def test_the_reference_example_survives(niort):
    """Read, written and read again, the Niort programme is the same."""
    event = pa.load(niort).event
    assert pa.parse(pa.write(event)).event == event


def test_the_file_is_laid_out_for_people(event_file):
    """Tables in the order of the design, an id first, lists of tables inline."""
    event = event_file(
        '[[sessions]]\ntitle = "T"\nid = "a"\nday = "j"\nstart = "9 h 30"\n'
        'credits = [{ person = "p", role = "chair" }]\n[[days]]\nid = "j"\ndate = 2022-03-24\n'
    ).event
    assert pa.write(event) == (
        'format = 1\n\n[event]\nid = "example"\ntitle = "Example"\ntimezone = "Europe/Paris"\n\n'
        '[[days]]\nid = "j"\ndate = 2022-03-24\n\n'
        '[[sessions]]\nid = "a"\nday = "j"\ntitle = "T"\nstart = "09:30"\n'
        'credits = [\n    {person = "p", role = "chair"},\n]\n'
    )


def test_options_are_tables_and_long_lists_have_lines(event_file):
    """Options of an output stand in a table of their own; a list breaks beyond eighty letters."""
    short, long = "a" * 78, "a" * 79
    event = event_file(
        f'[[outputs]]\nuse = "x"\noptions = {{ a = {{ b = 1 }}, c = ["{short}", 10], '
        f'd = ["{long}", 10] }}\n'
    ).event
    assert pa.write(event).partition("[[outputs]]\n")[2] == (
        'use = "x"\n\n[outputs.options]\na = {b = 1}\n'
        f'c = ["{short}", 10]\nd = [\n    "{long}",\n    10,\n]\n'
    )


COMMENTED = """# the event
format = 1   # always

[event]
id = "x"     # short
title = 'Les "Assises"'

[[days]]
id = "j"
date = 2022-03-24   # a Thursday
"""


def test_an_edit_keeps_comments_and_layout():
    """Moving an edition by its date changes that date and no other character."""
    edited = edit(COMMENTED, ("days", 0, "date"), date(2023, 3, 23))
    assert edited == COMMENTED.replace("2022-03-24", "2023-03-23")


def test_an_edit_can_add_a_key():
    """A key that was not there comes at the end of its table."""
    edited = edit(COMMENTED, ("event", "city"), "Niort")
    assert pa.parse(edited.replace("[[days]]", 'timezone = "UTC"\n[[days]]')).event.city == "Niort"
    assert edited.startswith(COMMENTED.partition("\n\n[[days]]")[0])


def test_an_edit_of_nothing_is_refused():
    """A path that leads nowhere is an error of the programmer."""
    with pytest.raises((KeyError, IndexError)):
        edit(COMMENTED, ("days", 3, "date"), date(2023, 3, 23))
