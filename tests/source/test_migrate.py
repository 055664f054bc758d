"""The door through which files of an older format come in."""

from __future__ import annotations

import partenariats as pa
from partenariats.source import migrate


def test_an_older_file_is_brought_up_to_date(monkeypatch):
    """A file of an older format goes through every step up to the present one."""

    def from_minus_one(tables):
        return {
            **tables,
            "format": 0,
            "event": {**tables["event"], "title": tables["event"]["name"]},
        }

    def from_zero(tables):
        event = {key: value for key, value in tables["event"].items() if key != "name"}
        return {**tables, "format": 1, "event": event}

    monkeypatch.setitem(migrate.MIGRATIONS, -1, from_minus_one)
    monkeypatch.setitem(migrate.MIGRATIONS, 0, from_zero)
    text = '[event]\nid = "x"\nname = "X"\ntimezone = "UTC"\n'
    assert pa.parse("format = -1\n" + text).event.title.plain == "X"
    assert "SRC005" in {fault.code for fault in pa.parse("format = -2\n" + text).faults}


def test_a_file_of_the_present_format_is_left_as_it_is():
    """What needs no migration is not touched."""
    tables = {"format": migrate.FORMAT, "event": {}}
    assert migrate.migrate(tables) == (tables, None)
