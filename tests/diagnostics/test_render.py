"""How a report is shown to people and programs."""

from __future__ import annotations

import json

import pytest

import partenariats as pa
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.render.plain import excerpt, safe, width
from partenariats.diagnostics.report import Report
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message
from partenariats.source.files.text import SourceText
from partenariats.source.spans import TomlLocator

TEXT = '[[sessions]]\nid = "a"\nstart = "9:30"\nend = "8:00"\n'


def diagnostic(code="TIM001", severity=Severity.ERROR, path=("sessions", 0, "end"), **more):
    """Make a diagnostic of some rule at some place."""
    return Diagnostic(
        code=code,
        name="name",
        severity=severity,
        headline=Message.of("`{id}` ends before it starts", id="a"),
        where=Where(path),
        **more,
    )


def report(*found, text=TEXT):
    """Make a report over a text."""
    return Report.of(found, "e.toml", TomlLocator([(SourceText("e.toml", text), {"sessions": 1})]))


def test_text_is_laid_out_like_a_compilers():
    """Headline, place, marked line, related place, help, and a line that counts."""
    related = (Related(Where(("sessions", 0, "start")), Message.of("it starts here")),)
    advice = Message.of("keep one of the two")
    assert report(diagnostic(related=related, help=advice)).render() == (
        "error[TIM001]: `a` ends before it starts\n"
        " --> e.toml:4:7\n"
        "  |\n"
        '4 | end = "8:00"\n'
        "  |       ^^^^^^\n"
        " ::: e.toml:3:9\n"
        '3 | start = "9:30"\n'
        "  |         ------ it starts here\n"
        "  = help: keep one of the two\n"
        "  = see: partenariats explain TIM001\n"
        "\n"
        "e.toml: 1 error, no warnings, no open questions\n"
    )


def test_french_says_the_same_in_french():
    """Words, headline and count are translated; the code is not."""
    text = report(diagnostic(help=Message.of("keep one of the two"))).render(language="fr")
    assert text.splitlines()[0] == "erreur[TIM001]: `a` finit avant de commencer"
    assert "  = conseil: gardez l'une des deux" in text.splitlines()
    assert text.splitlines()[-1] == (
        "e.toml : 1 erreur, aucun avertissement, aucune question ouverte"
    )


def test_concise_is_one_line_for_each():
    """Editors and logs get file, line, column, severity, code and headline."""
    assert report(diagnostic()).render("concise") == (
        "e.toml:4:7: error[TIM001] `a` ends before it starts\n"
    )


def test_json_holds_everything():
    """Programs get counts, paths, spans, help and related places."""
    related = (Related(Where(("sessions", 0, "start")), Message.of("it starts here")),)
    content = json.loads(report(diagnostic(related=related)).render("json"))
    assert content["counts"] == {"error": 1, "warning": 0, "info": 0}
    (found,) = content["diagnostics"]
    assert found == {
        "code": "TIM001",
        "name": "name",
        "severity": "error",
        "message": "`a` ends before it starts",
        "help": None,
        "path": ["sessions", 0, "end"],
        "span": {"file": "e.toml", "line": 4, "column": 7, "end_line": 4, "end_column": 13},
        "related": [
            {
                "message": "it starts here",
                "path": ["sessions", 0, "start"],
                "span": {"file": "e.toml", "line": 3, "column": 9, "end_line": 3, "end_column": 15},
            }
        ],
    }


def test_colour_is_there_only_when_asked_for():
    """Escapes appear with colour and never without; the text is the same."""
    import re

    plain, coloured = report(diagnostic()).render(), report(diagnostic()).render(colour=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert coloured != plain


def test_an_unknown_format_is_an_error_of_the_programmer():
    """There is no silent fallback to another format."""
    with pytest.raises(ValueError, match="no format"):
        report().render("yaml")


def test_the_order_is_that_of_the_text():
    """Diagnostics come by line, the gravest first on one; a doubled one comes once."""
    early = diagnostic("SRC001", path=("sessions", 0, "start"))
    mild = diagnostic("AAA001", Severity.INFO)
    middle = diagnostic("BBB001", Severity.WARNING)
    made = report(mild, middle, diagnostic(), early, diagnostic())
    codes = [found.code for found in made.diagnostics]
    assert codes == ["SRC001", "TIM001", "BBB001", "AAA001"]


def test_a_report_tells_what_is_in_it():
    """Errors and warnings are told apart from questions."""
    found = [diagnostic(severity=severity) for severity in Severity]
    told = [(report(one).has_errors, report(one).has_warnings) for one in found]
    assert told == [(True, False), (False, True), (False, False)]


def test_an_event_without_a_text_has_no_places(niort):
    """An event made by a program is checked too, with its id for a name."""
    made = pa.validate(pa.load(niort).event)
    assert made.render("concise").splitlines()[0].startswith("assises-2022:blocks[1]: info[")
    assert " --> assises-2022" in made.render()


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("a\x1b[31mb", "a\u241b[31mb"),
        ("a\x07", "a\u2407"),
        ("a\tb", "a    b"),
        ("a\u202eb", "a\\u{202e}b"),
        ("a\u2028b", "a\\u{2028}b"),
        ("a\x9bb", "a\\u{9b}b"),
        ("é ➜ 会", "é ➜ 会"),
    ],
)
def test_nothing_in_a_file_commands_the_terminal(hostile, shown):
    """Escapes, bells and reversals of the reading order are shown, not obeyed."""
    assert safe(hostile) == shown


def test_widths_are_those_of_a_terminal():
    """Wide characters take two columns, combining marks none."""
    assert [width(text) for text in ("abc", "会", "e\u0301", "👍")] == [3, 2, 1, 2]


def test_a_long_line_is_cut_around_the_mark():
    """What is marked is in sight, with a mark where something is left out."""
    line = "x" * 300 + "MARK" + "y" * 300
    shown, before, size = excerpt(line, 301, 305)
    assert (shown[before : before + size], shown[0], shown[-1]) == ("MARK", "…", "…")
    assert len(shown) <= 102


def test_carets_stand_below_what_they_mark():
    """Accents, tabs and wide letters before the mark do not move it."""
    text = '[[sessions]]\n"会\u0301" = 1\ntitle = { fr = "été 会",\ten = 3 }\n'
    lines = report(diagnostic(path=("sessions", 0, "title", "en")), text=text).render().splitlines()
    code, carets = lines[3], lines[4]
    assert width(code[: code.index("3 }")]) == width(carets[: carets.index("^")])
