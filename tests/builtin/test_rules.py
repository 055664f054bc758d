"""Every rule's page is true: its example shows the rule, what it advises does not."""

from __future__ import annotations

import re
from collections import Counter

import attrs
import pytest

import partenariats as pa
from partenariats.diagnostics.rule import paragraphs
from partenariats.interfaces.options import options_class
from partenariats.language.gettext import translate

RULES = pa.Toolkit(discover=False).rules
BLOCK = re.compile(r"^## (Example|Use instead)\n\n```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WITHOUT_EXAMPLE = {
    "SRC002", "SRC003", "SRC014", "PLG001", "PLG002", "PLG003", "PLG006", "PLG007", "PLG010",
}  # fmt: skip
"""Rules about bytes, size, several files or plugins, which no block of TOML can show."""


def blocks(code):
    """Give the TOML blocks of a rule's page by the heading above them."""
    return dict(BLOCK.findall(RULES[code].page() + "\n"))


@pytest.mark.parametrize("code", sorted(set(RULES) - WITHOUT_EXAMPLE))
def test_the_example_shows_the_rule_once(code, event_file):
    """The example of a page gives exactly one diagnostic of its rule."""
    document = event_file(blocks(code)["Example"])
    report = pa.Toolkit(discover=False).validate(document)
    found = [diagnostic for diagnostic in report.diagnostics if diagnostic.code == code]
    assert len(found) == 1, report.render()
    assert found[0].severity is RULES[code].severity


@pytest.mark.parametrize("code", sorted(set(RULES) - WITHOUT_EXAMPLE))
def test_the_advice_is_free_of_the_rule(code, event_file):
    """What a page says to use instead has no error, no warning, and not the rule itself."""
    document = event_file(blocks(code)["Use instead"])
    report = pa.Toolkit(discover=False).validate(document)
    grave = [d for d in report.diagnostics if d.severity.value != "info" or d.code == code]
    assert grave == [], report.render()


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_rule_has_a_name_and_a_page(code):
    """Each has its code's form, a name in lower case, and the sections of a page."""
    rule = RULES[code]
    assert re.fullmatch(r"[A-Z]{3}\d{3}", code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    headings = re.findall(r"^## (.*)$", rule.page(), re.MULTILINE)
    ending = ["What to do"] if code in WITHOUT_EXAMPLE else ["Example", "Use instead"]
    options = ["Options"] if attrs.fields(options_class(rule)) else []
    assert headings == ["What it says", "Why it matters", *ending, *options]


@pytest.mark.parametrize("code", sorted(RULES))
def test_a_page_is_there_in_french(code):
    """Every paragraph of every page has its French."""
    prose = [part.removeprefix("## ") for part in paragraphs(RULES[code].page())]
    assert [part for part in prose if translate(part, "fr") == part] == []


def test_names_are_given_once():
    """No two rules share a name."""
    names = [rule.name for rule in RULES.values()]
    assert len(names) == len(set(names))


TWO_BLOCKS = """
[[days]]
id = "j"
date = 2022-03-24
[[blocks]]
id = "m"
day = "j"
[[sessions]]
id = "a"
title = "A"
block = "m"
start = "9:00"
[[sessions]]
id = "b"
title = "B"
block = "m"
start = "10:00"
[[sessions]]
id = "c"
title = "C"
block = "m"
start = "11:00"
end = "12:00"
"""


def told(report, code):
    """List where a code is told."""
    return [found.where.path for found in report.diagnostics if found.code == code]


def test_no_place_and_inferred_ends_are_told_once_for_a_block(event_file):
    """A block of three sessions gives one question of each kind, at the block."""
    report = pa.validate(event_file(TWO_BLOCKS))
    assert told(report, "PLC001") == [("blocks", 0)]
    assert told(report, "TIM008") == [("blocks", 0)]


@pytest.mark.parametrize(
    ("day", "block", "start", "end", "paths"),
    [
        ("", "", "9:00", "10:00", []),
        ("", 'start = "9:30"', "9:00", "10:00", [("sessions", 0, "start")]),
        ("", 'end = "9:30"', "9:00", "10:00", [("sessions", 0, "end")]),
        ('end = "9:30"', "", "9:00", "10:00", [("sessions", 0, "end")]),
        ('end = "9:30"', 'end = "9:30"', "9:00", "10:00", [("sessions", 0, "end")]),
        (
            'start = "9:30"\nend = "9:45"',
            "",
            "9:00",
            "10:00",
            [("sessions", 0, "start"), ("sessions", 0, "end")],
        ),
        ('start = "9:00"\nend = "10:00"', "", "9:00", "10:00", []),
        ('end = "25:30"', "", "24:30", "25:30", []),
    ],
)
def test_a_session_outside_its_frame(event_file, day, block, start, end, paths):
    """Each end that lies outside is told once, at the session, against the nearest frame."""
    text = (
        f'[[days]]\nid = "j"\ndate = 2022-03-24\n{day}\n[[blocks]]\nid = "m"\nday = "j"\n{block}\n'
        f'[[sessions]]\nid = "a"\ntitle = "A"\nblock = "m"\nstart = "{start}"\nend = "{end}"\n'
    )
    assert told(pa.validate(event_file(text)), "TIM002") == paths


def test_the_niort_programme_has_the_open_questions_its_readme_lists(niort):
    """No error, no warning; what the original leaves open, and nothing else, is a question."""
    report = pa.Toolkit().validate(pa.load(niort))
    assert [(found.code, found.where.path) for found in report.diagnostics] == [
        ("PLC005", ("venues", 0)),
        ("PLC006", ("venues", 0)),
        ("PLC006", ("venues", 1)),
        ("THM004", ("working_groups", 0)),
        ("THM004", ("working_groups", 1)),
        ("THM004", ("working_groups", 2)),
        ("TIM008", ("sessions", 0)),
        ("TIM009", ("sessions", 1)),
        ("PLC001", ("blocks", 1)),
        ("TIM008", ("blocks", 1)),
        ("PLC001", ("blocks", 2)),
        ("TIM008", ("blocks", 2)),
        ("THM003", ("sessions", 10)),
        ("TIM018", ("sessions", 10)),
        ("PPL004", ("workshops", 0)),
        ("THM001", ("workshops", 0)),
        ("PPL004", ("workshops", 1)),
        ("THM001", ("workshops", 1)),
        ("PPL004", ("workshops", 2)),
        ("THM001", ("workshops", 2)),
        ("TIM009", ("sessions", 12)),
        ("PLG011", ("outputs", 0, "use")),
        ("PLG011", ("outputs", 1, "use")),
        ("PLG011", ("outputs", 3, "use")),
        ("PLG011", ("outputs", 4, "use")),
        ("PLG011", ("outputs", 5, "use")),
    ]
    readme = (niort.parent / "README.md").read_text(encoding="utf-8")
    section = readme.partition("## Ce que l'original laisse ouvert")[2].partition("\n## ")[0]
    listed = dict(re.findall(r"\(`([A-Z]{3}\d{3})`\) \|.*?(\d+) \|$", section, re.MULTILINE))
    counts = Counter(found.code for found in report.diagnostics)
    assert {code: int(number) for code, number in listed.items()} == counts
