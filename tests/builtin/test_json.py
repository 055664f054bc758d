"""The whole event as JSON, out and in again."""

from __future__ import annotations

import json

import attrs
import pytest

import partenariats as pa
from partenariats.builtin.exporters.json import JsonExporter
from partenariats.model.table import Table

DIFFICULT = """
[event.revision]
number = 2
at = 2022-03-01T12:00:00.5+01:00
[[venues]]
id = "v"
name = { fr = "Été « 👍 »", ar = "قاعة" }
latitude = 46.5
accessibility = []
[[days]]
id = "j"
date = 2024-02-29
[[people]]
id = "p"
name = "O'Brien <&>"
positions = [{ title = "x", until = 2023-01-01 }]
confirmed = false
[[sessions]]
id = "nuit"
day = "j"
title = "Guillemets \\" et \\\\"
description = "a\\nb\\tc"
start = "25:30"
duration = "1 h 30"
credits = [{ person = "p", as = "témoin" }]
points = ["a", { text = "b", kind = "decision" }]
[[outputs]]
use = "json"
[plugins.own]
when = 2022-01-01
at = 09:30:00
list = [1, [true, { a = "b" }]]
"""


def test_what_is_exported_is_imported_equal(event_file, niort):
    """Out and in again, the reference example is the same event."""
    event = pa.load(niort).event
    (artifact,) = pa.export(pa.resolve(event), "json")
    assert pa.import_(artifact.content).event == event


@pytest.mark.parametrize("opening", ['{"a": ', "["])
@pytest.mark.parametrize(("depth", "read"), [(48, True), (51, False), (450, False), (900, False)])
def test_a_deep_nest_is_refused_by_name(opening, depth, read):
    """What lies deeper than in any event is refused, and no recursion error gets out."""
    closing = "}" if opening[0] == "{" else "]"
    nest = opening * depth + "1" + closing * depth
    content = (
        '{"format": 1, "event": {"id": "x", "title": "X", "timezone": "UTC"}, '
        f'"plugins": {{"own": {nest}}}}}'
    ).encode()
    if read:
        event = pa.import_(content, "json").event
        assert pa.parse(pa.write(event)).event == event
    else:
        with pytest.raises(pa.UnreadableError, match="nested deeper here than in any event"):
            pa.import_(content, "json")


def test_a_difficult_event_is_imported_equal(event_file):
    """Languages, quotes, leap days, nights and numbers survive."""
    text = DIFFICULT.replace("when = 2022-01-01\nat = 09:30:00\n", "")
    event = event_file(text).event
    (artifact,) = pa.export(pa.resolve(event), "json")
    assert pa.import_(artifact.content, "json").event == event


def test_dates_in_free_tables_become_texts(event_file):
    """JSON has no dates: a plugin's own come back as the texts they are written as."""
    (artifact,) = pa.export(pa.resolve(event_file(DIFFICULT)), "json")
    own = pa.import_(artifact.content).event.plugins["own"]
    assert (own["when"], own["at"]) == ("2022-01-01", "09:30:00")


def test_the_timetable_is_worked_out(event_file):
    """Programs get instants with their offset, and whether an end is open or inferred."""
    (artifact,) = pa.export(pa.resolve(event_file(DIFFICULT)), "json")
    assert json.loads(artifact.content)["programme"] == [
        {
            "session": "nuit",
            "day": "j",
            "start": "2024-03-01T01:30:00+01:00",
            "end": "2024-03-01T03:00:00+01:00",
            "end_is_inferred": False,
        }
    ]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 2, "event": {}}', b"\xff"])
def test_what_is_no_event_is_refused(content):
    """Other contents are unreadable, named or not."""
    for name in (None, "json"):
        with pytest.raises(pa.UnreadableError):
            pa.import_(content, name)


REGISTRATION = """
[registration]
use = "sql"
opens = 2022-01-10T09:00:00+01:00
closes = "14 jours avant, 23 h 59"
access = "code"
codes = ["mot-de-passe"]
capacity = 120
offer = "24 h"
questions = [{ id = "regime", text = "Régime ?", purpose = "Préparer les repas" }]
options = { url = "postgresql://anne:mot-de-passe@localhost/inscriptions" }
[[days]]
id = "jeudi"
date = 2022-03-24
"""


def test_secrets_of_registration_are_left_out(event_file):
    """Neither a code nor a password of a back-end gets out; the rest is imported equal."""
    event = event_file(REGISTRATION).event
    (artifact,) = pa.export(pa.resolve(event), "json")
    assert b"mot-de-passe" not in artifact.content
    public = attrs.evolve(event.registration, codes=(), options=Table())
    assert pa.import_(artifact.content).event == attrs.evolve(event, registration=public)


def test_no_output_gives_a_code_away(event_file):
    """Every exporter of the core and of our plugins leaves the codes and the options out."""
    toolkit = pa.Toolkit()
    programme = toolkit.resolve(event_file(REGISTRATION))
    for name in toolkit.registry.exporters.offers:
        for artifact in toolkit.export(programme, name):
            assert b"mot-de-passe" not in artifact.content


def test_what_is_omitted_is_declared():
    """The exporter says which keys it leaves out."""
    assert JsonExporter.omits == {"registration.codes", "registration.options"}


def test_a_number_that_json_has_not_is_told(event_file):
    """A plugin's own `nan` ends in a sentence, not in a crash."""
    programme = pa.resolve(event_file("[plugins.own]\nshare = nan\n"))
    with pytest.raises(pa.ExportError, match="JSON has no `nan`"):
        pa.export(programme, "json")


def test_texts_in_free_tables_stay_texts(event_file):
    """A text of a plugin that looks like a date, under a key of dates elsewhere, is a text."""
    text = (
        '[plugins.own]\ndate = "2022-01-01"\n[[outputs]]\nuse = "json"\noptions = { at = "2022" }\n'
    )
    event = event_file(text).event
    (artifact,) = pa.export(pa.resolve(event), "json")
    assert pa.import_(artifact.content).event == event
