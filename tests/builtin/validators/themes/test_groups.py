"""Working groups and who leads them."""

from __future__ import annotations

import pytest

import partenariats as pa

BEFORE = '[[people]]\nid = "anne"\nname = "Anne"\n[[themes]]\nid = "eau"\ntitle = "Eau"\n'
GROUP = '[[working_groups]]\nid = "{id}"\ntheme = "eau"\n{more}\n'


@pytest.mark.parametrize(
    ("more", "where"),
    [
        ("", ["working_groups[0]"]),
        ('state = "forming"', ["working_groups[0]"]),
        ('state = "active"', ["working_groups[0]"]),
        ('state = "closed"', []),
        ('lead = "anne"', []),
        ('members = ["anne"]', ["working_groups[0]"]),
    ],
)
def test_a_group_that_goes_on_has_a_lead(event_file, more, where):
    """A group without a lead is told while it is not closed; members lead nothing."""
    text = BEFORE + GROUP.format(id="g", more=more)
    report = pa.Toolkit(discover=False).validate(event_file(text))
    assert [str(found.where) for found in report.diagnostics if found.code == "THM004"] == where


def test_a_group_loses_its_lead_in_the_clean_event(plant, changed):
    """A group whose lead is taken away gives one diagnostic; a closed one needs none."""
    assert plant(changed("working_groups", "groupe-1", lead=None)) == ["THM004"]
