"""Themes that are worked on, and what is reported back of them."""

from __future__ import annotations

import pytest

import partenariats as pa
from partenariats.builtin.validators.themes.reports import _last_reports
from partenariats.model.sessions import SessionKind

HEAD = """
[[themes]]
id = "nature"
title = "Nature"
[[themes]]
id = "eau"
title = "Eau"
parent = "nature"
[[themes]]
id = "air"
title = "Air"
[[days]]
id = "j"
date = 2022-03-25
[[blocks]]
id = "m"
day = "j"
{block}
"""
WORK = """
[[sessions]]
id = "{id}"
block = "m"
kind = "group_work"
title = "Ateliers"
start = "{start}"
{more}
"""
WITHIN = '[[workshops]]\nid = "w"\nwithin = "a"\n{more}\n'
FREE = '[[workshops]]\nid = "w"\nblock = "m"\nstart = "9:00"\n{more}\n'
OTHER = '[[sessions]]\nid = "r"\nblock = "m"\nkind = "{kind}"\ntitle = "R"\n{more}\n'
EAU, AIR, BOTH = 'themes = ["eau"]', 'themes = ["air"]', 'themes = ["eau", "air"]'
ON_EAU, ON_AIR, ON_BOTH = ["themes[1]"], ["themes[2]"], ["themes[1]", "themes[2]"]


def told(event_file, *parts, block=""):
    """List what the rule finds: where, and where the work is."""
    text = HEAD.format(block=block) + "".join(parts)
    report = pa.Toolkit(discover=False).validate(event_file(text))
    found = [d for d in report.diagnostics if d.code == "THM006"]
    return [(str(d.where), str(d.related[0].where)) for d in found]


def work(more="", start="9:00", id_="a"):
    """Make a group-work session."""
    return WORK.format(id=id_, start=start, more=more)


def other(kind, start="11:00", more=""):
    """Make another session, at a time or at none."""
    return OTHER.format(kind=kind, more=(f'start = "{start}"\n' if start else "") + more)


@pytest.mark.parametrize(
    ("block", "parts", "themes"),
    [
        ("", [work()], []),
        ("", [work(EAU)], ON_EAU),
        ("", [work(BOTH)], ON_BOTH),
        (BOTH, [work()], ON_BOTH),
        (BOTH, [work(EAU)], ON_EAU),
        ("", [work(), WITHIN.format(more=AIR)], ON_AIR),
        (AIR, [work(EAU), WITHIN.format(more="")], ON_EAU),
        ("", [FREE.format(more=EAU)], ON_EAU),
        (AIR, [FREE.format(more="")], ON_AIR),
        (AIR, [other("plenary", more=EAU)], []),
    ],
)
def test_what_is_worked_on(event_file, block, parts, themes):
    """Group work and workshops work on their own themes, else on their block's."""
    assert [where for where, _ in told(event_file, *parts, block=block)] == themes


REPORT_POINT = '{{ text = "R", kind = "report_back"{} }}'


def points(*themes):
    """Make points that report back, each on a theme or on none."""
    said = (f', theme = "{theme}"' if theme else "" for theme in themes)
    return f"points = [{', '.join(REPORT_POINT.format(theme) for theme in said)}]"


@pytest.mark.parametrize(
    ("report", "themes"),
    [
        (other("plenary"), ON_BOTH),
        (other("report_back"), []),
        (other("report_back", "8:59"), ON_BOTH),
        (other("report_back", "9:00"), []),
        (other("report_back", ""), []),
        (other("report_back", more=EAU), ON_AIR),
        (other("report_back", more='themes = ["nature"]'), ON_AIR),
        (other("report_back", more='points = [{ text = "R", theme = "eau" }]'), ON_AIR),
        (other("report_back", more=points("eau", "air")), []),
        (other("report_back", more=points("eau", "")), []),
        (
            other(
                "report_back", more='points = [{ text = "D", kind = "decision", theme = "eau" }]'
            ),
            [],
        ),
        (other("plenary", more=EAU), ON_BOTH),
        (other("plenary", more=points("")), []),
        (other("plenary", more=points("eau")), ON_AIR),
        (other("plenary", more=f"{AIR}\n{points('')}"), ON_EAU),
        (other("plenary", "8:00", points("")), ON_BOTH),
        (other("plenary", more='points = [{ text = "R", theme = "eau" }]'), ON_BOTH),
    ],
)
def test_what_reports_back(event_file, report, themes):
    """A session or a point of the kind reports on what it names, on all if it names nothing."""
    assert [where for where, _ in told(event_file, work(BOTH), report)] == themes


@pytest.mark.parametrize(
    ("said", "themes"),
    [(points(""), []), (points("eau"), ON_AIR), ('points = ["R"]', ON_BOTH)],
)
def test_the_points_of_a_block_report_back(event_file, said, themes):
    """A point of a block counts from the last session of the block."""
    assert [where for where, _ in told(event_file, work(BOTH), block=said)] == themes


def test_a_block_that_is_over_reports_nothing(event_file):
    """The points of a block that ends before the work do not report back on it."""
    late = '[[blocks]]\nid = "n"\nday = "j"\n' + work(EAU).replace('"m"', '"n"')
    early = other("plenary", "8:00")
    assert told(event_file, late, early, block=points("")) == [("themes[1]", "sessions[0]")]


def test_the_last_work_wants_a_report(event_file):
    """Work that goes on after the report-back is told where it is held."""
    parts = (work(EAU), other("report_back"), work(EAU, "14:00", "b"))
    assert told(event_file, *parts) == [("themes[1]", "sessions[2]")]


def test_themes_in_a_circle_end(event_file):
    """Wider themes that lead back to where they began are looked at once."""
    text = HEAD.format(block="").replace('"Nature"', '"Nature"\nparent = "eau"')
    report = pa.Toolkit(discover=False).validate(event_file(text + work(EAU)))
    assert [d.code for d in report.diagnostics if d.code in {"REF004", "THM006"}] == [
        "THM006",
        "REF004",
    ]


def test_no_report_back_in_the_clean_event(plant, changed):
    """Two themes are worked on, and each is told once when the report-back is something else."""
    kind = SessionKind.DISCUSSION
    assert plant(changed("sessions", "restitution", kind=kind)) == ["THM006", "THM006"]


def test_a_report_back_on_one_theme_in_the_clean_event(plant, changed):
    """A report-back that names one of two themes leaves the other one out."""
    assert plant(changed("sessions", "restitution", themes=("theme-1",))) == ["THM006"]


@pytest.mark.parametrize("ids", [("b", "c"), ("c", "b")])
def test_work_that_starts_together_is_chosen_by_id(event_file, ids):
    """The place that is shown does not depend on the order in the file."""
    parts = [work(EAU, id_=key) for key in ids]
    assert told(event_file, *parts) == [("themes[1]", f"sessions[{ids.index('c')}]")]


class Counted(dict):
    """Count how often a parent is looked up."""

    asked = 0

    def get(self, key, default=None):
        """Look a parent up."""
        self.asked += 1
        return super().get(key, default)


@pytest.mark.parametrize(
    ("parents", "last"),
    [
        ({"a": "b", "b": "c", "c": None}, {"a": 2, "b": 2, "c": 1}),
        ({"c": None, "b": "c", "a": "b"}, {"a": 2, "b": 2, "c": 1}),
        # in a circle each theme is within all others
        ({"a": "b", "b": "c", "c": "b"}, {"a": 2, "b": 2, "c": 2}),
        ({"c": "b", "b": "c", "a": "c"}, {"a": 2, "b": 2, "c": 2}),
        ({"c": "c", "a": "rien", "b": "a"}, {"a": 0, "b": 2, "c": 1}),
    ],
)
def test_wider_themes_report_on_narrower_ones(parents, last):
    """A theme is last reported on when it or one it is within is, in whatever order they are."""
    found = _last_reports({None: 0, "b": 2, "c": 1}, parents)
    assert {key: found[key] for key in "abc"} == last


def test_a_chain_of_themes_is_walked_once():
    """Each parent is looked up once, however long the chain."""
    parents = Counted({f"t{n}": f"t{n + 1}" for n in range(5000)})
    _last_reports({}, parents)
    assert parents.asked == 5001
