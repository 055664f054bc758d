"""What GitHub Actions and readers of SARIF get."""

from __future__ import annotations

import json
import re

import attrs
import jsonschema
import pytest

import partenariats as pa
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.report import Report
from partenariats.diagnostics.where import Span, Where
from partenariats.language.message import Message
from partenariats.source.files.text import SourceText
from partenariats.source.spans import TomlLocator
from partenariats.version import __version__

TEXT = '[[sessions]]\nid = "a"\nstart = "9:30"\nend = "8:00"\n'
LOCATOR = TomlLocator([(SourceText("a b/é,1:2.toml", TEXT), {"sessions": 1})])
FOUND = Diagnostic(
    code="TIM001",
    name="ends-before-start",
    severity=Severity.ERROR,
    headline=Message.of("`{id}` ends before it starts", id="100 %\r\n::error::"),
    where=Where(("sessions", 0, "end")),
    related=(Related(Where(("sessions", 0, "start")), Message.of("it starts here")),),
    help=Message.of("keep one of the two"),
)


def report(*found, locator=LOCATOR, name="a b/é,1:2.toml"):
    """Make a report over a text, with the rules of the core."""
    return Report.of(found, name, locator, rules=pa.Toolkit(discover=False).rules)


def test_github_gets_a_command_for_each():
    """Place, code and name are properties, the headline with its help the message."""
    assert report(FOUND).render("github") == (
        "::error file=a b/é%2C1%3A2.toml,line=4,endLine=4,col=7,endColumn=13,"
        "title=TIM001 ends-before-start::`100 %25␍%0A::error::` ends before it starts"
        "%0Akeep one of the two\n"
    )


@pytest.mark.parametrize(
    ("severity", "word"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "notice")],
)
def test_github_knows_three_severities(severity, word):
    """An open question is a notice."""
    said = report(attrs.evolve(FOUND, severity=severity)).render("github")
    assert said.startswith(f"::{word} ")


def test_github_gets_no_columns_that_are_on_two_lines():
    """Columns of a stretch of several lines would be read on one."""
    found = attrs.evolve(FOUND, span=Span("e.toml", 1, 5, 3, 2), help=None)
    assert (
        report(found)
        .render("github")
        .startswith("::error file=e.toml,line=1,endLine=3,title=TIM001 ")
    )


def test_github_is_told_what_has_no_place():
    """What concerns the whole event stands at the file."""
    found = attrs.evolve(FOUND, where=Where(), related=())
    said = report(found, locator=None, name="e.toml").render("github")
    assert said.startswith("::error file=e.toml,title=TIM001 ends-before-start::")


def test_sarif_says_all_that_a_report_holds():
    """Rules with their pages, results with places, related places, level and message."""
    (run,) = json.loads(report(FOUND).render("sarif"))["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "partenariats"
    assert driver["semanticVersion"] == __version__
    (rule,) = driver["rules"]
    page = pa.Toolkit(discover=False).rules["TIM001"].page()
    assert rule == {
        "id": "TIM001",
        "name": "ends-before-start",
        "shortDescription": {"text": "Something ends before it starts."},
        "fullDescription": {
            "text": (
                "The end lies before the start on the same day. A session that goes on after "
                "midnight writes its end as `25:00` for one in the morning."
            )
        },
        "help": {"text": rule["help"]["markdown"], "markdown": rule["help"]["markdown"]},
        "defaultConfiguration": {"level": "error"},
    }
    headings = re.findall("^## .*", page, re.MULTILINE)
    assert re.findall("^## .*", rule["help"]["markdown"], re.MULTILINE) == headings
    uri = {"uri": "a%20b/%C3%A9%2C1%3A2.toml"}
    region = {"startLine": 4, "startColumn": 7, "endLine": 4, "endColumn": 13}
    other = {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 15}
    assert run["results"] == [
        {
            "ruleIndex": 0,
            "ruleId": "TIM001",
            "level": "error",
            "message": {"text": "`100 %\r\n::error::` ends before it starts\nkeep one of the two"},
            "locations": [
                {
                    "physicalLocation": {"artifactLocation": uri, "region": region},
                    "logicalLocations": [{"fullyQualifiedName": "sessions[0].end"}],
                }
            ],
            "relatedLocations": [
                {
                    "physicalLocation": {"artifactLocation": uri, "region": other},
                    "logicalLocations": [{"fullyQualifiedName": "sessions[0].start"}],
                    "message": {"text": "it starts here"},
                }
            ],
        }
    ]


def test_sarif_says_which_rule_each_result_is_of():
    """The index of a result leads to its rule, in the order of codes."""
    others = [
        attrs.evolve(FOUND, code=code, name=code.lower(), severity=severity)
        for code, severity in (("ZZZ009", Severity.INFO), ("PLC001", Severity.WARNING))
    ]
    (run,) = json.loads(report(FOUND, *others).render("sarif"))["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["PLC001", "TIM001", "ZZZ009"]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    assert {result["ruleId"]: result["level"] for result in run["results"]} == {
        "TIM001": "error", "PLC001": "warning", "ZZZ009": "note",
    }  # fmt: skip


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("absolute", [False, True])
def test_sarif_is_valid_against_its_schema(niort, peers, language, absolute, monkeypatch):
    """The schema of SARIF 2.1.0 accepts the report of an event, read by either kind of name."""
    schema = peers / "node_modules" / "@microsoft" / "jest-sarif" / "lib" / "schemas"
    monkeypatch.chdir(niort.parent)
    document = pa.load(niort if absolute else "event.toml")
    log = json.loads(pa.Toolkit(discover=False).validate(document).render("sarif", language))
    assert log["version"] == "2.1.0"
    assert len(log["runs"][0]["results"]) >= 10
    assert log["runs"][0]["language"] == language
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert uri["uri"] == (niort.as_uri() if absolute else "event.toml")
    loaded = json.loads((schema / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(loaded).validate(log)
    nothing = json.loads(Report().render("sarif"))
    jsonschema.Draft7Validator(loaded).validate(nothing)


def test_only_some_rules_are_kept():
    """Codes and beginnings of codes choose; what is ignored goes; grave faults of the text stay."""
    found = [
        attrs.evolve(FOUND, code=code, severity=severity)
        for code, severity in (
            ("TIM001", Severity.ERROR),
            ("TIM008", Severity.INFO),
            ("PLC001", Severity.INFO),
            ("REF001", Severity.ERROR),
            ("SRC016", Severity.WARNING),
        )
    ]

    def kept(select=(), ignore=()):
        return {one.code for one in report(*found).only(select, ignore).diagnostics}

    assert kept() == {"TIM001", "TIM008", "PLC001", "REF001", "SRC016"}
    assert kept(["TIM"]) == {"TIM001", "TIM008", "REF001"}
    assert kept(["TIM008", "PLC"]) == {"TIM008", "PLC001", "REF001"}
    assert kept([], ["TIM00"]) == {"PLC001", "REF001", "SRC016"}
    assert kept(["TIM"], ["TIM001"]) == {"TIM008", "REF001"}
