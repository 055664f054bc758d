"""Places that nobody has named."""

from __future__ import annotations

import pytest

import partenariats as pa

GROUND = """
[[venues]]
id = "mairie"
name = "Mairie"
[[rooms]]
id = "salle"
name = "Salle"
[[days]]
id = "jeudi"
date = 2022-03-24
[[blocks]]
id = "matin"
day = "jeudi"
"""
SESSION = '[[sessions]]\nid = "a"\ntitle = "A"\nstart = "9:00"\nend = "10:00"\n'


@pytest.mark.parametrize(
    ("item", "told"),
    [
        (SESSION + 'day = "jeudi"\n', ["sessions[0]"]),
        (SESSION + 'block = "matin"\n', ["blocks[0]"]),
        (SESSION + 'day = "jeudi"\nvenue = "mairie"\n', []),
        (SESSION + 'day = "jeudi"\nroom = "salle"\n', []),
        (SESSION + 'day = "jeudi"\nvenue = "marie"\n', []),
        (SESSION + 'day = "jeudi"\nroom = "sale"\n', []),
        ('venue = "marie"\n' + SESSION + 'block = "matin"\n', []),
    ],
)
def test_a_place_is_asked_for_where_none_is_named(event_file, item, told):
    """What is named and unknown is told as that, and no place is asked for besides."""
    report = pa.validate(event_file(GROUND + item))
    found = [str(one.where) for one in report.diagnostics if one.code == "PLC001"]
    assert found == told


def test_a_block_and_a_session_of_one_id_are_both_told(event_file):
    """A block and a session without one are two things, whatever their ids."""
    alone = SESSION.replace('"a"', '"matin"') + 'day = "jeudi"\n'
    report = pa.validate(event_file(GROUND + SESSION + 'block = "matin"\n' + alone))
    found = [str(one.where) for one in report.diagnostics if one.code == "PLC001"]
    assert found == ["blocks[0]", "sessions[1]"]
