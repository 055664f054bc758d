"""How a report is shown to people and programs."""

from __future__ import annotations

import json

import pytest

import partenariats as pa
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.render.plain import excerpt, safe, width
from partenariats.diagnostics.render.summary import summarize
from partenariats.diagnostics.report import InvalidEventError, Report
from partenariats.diagnostics.where import Span, Where
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
    related = (Related(Where(("sessions", 0, "start")), Message.of("the other one is here")),)
    found = diagnostic(help=Message.of("keep one of the two"), related=related)
    text = report(found).render(language="fr")
    assert text.splitlines()[7].endswith(f"------ {related[0].label.say('fr')}")
    assert related[0].label.say("fr") != "the other one is here"
    assert text.splitlines()[0] == "erreur[TIM001]: `a` finit avant de commencer"
    assert "  = conseil: gardez l'une des deux" in text.splitlines()
    assert text.splitlines()[-1] == (
        "e.toml : 1 erreur, aucun avertissement, aucune question ouverte"
    )


def test_concise_is_one_line_for_each():
    """Editors and logs get file, line, column, severity, code and headline."""
    found = [diagnostic(), diagnostic("BBB001", Severity.WARNING)]
    assert report(*found).render("concise") == (
        "e.toml:4:7: error[TIM001] `a` ends before it starts\n"
        "e.toml:4:7: warning[BBB001] `a` ends before it starts\n"
    )
    assert report(found[1]).render("concise", "fr") == (
        "e.toml:4:7: attention[BBB001] `a` finit avant de commencer\n"
    )


def test_what_concerns_no_place_stands_under_the_name():
    """Without a path there is only the name; without a text there is the path."""
    found = [diagnostic(path=()), diagnostic()]
    made = Report.of(found, "example")
    assert made.render("concise") == (
        "example: error[TIM001] `a` ends before it starts\n"
        "example:sessions[0].end: error[TIM001] `a` ends before it starts\n"
    )
    assert made.render() == (
        "error[TIM001]: `a` ends before it starts\n"
        "  = see: partenariats explain TIM001\n\n"
        "error[TIM001]: `a` ends before it starts\n"
        " --> example:sessions[0].end\n"
        "  = see: partenariats explain TIM001\n\n"
        "example: 2 errors, no warnings, no open questions\n"
    )


def test_a_place_in_a_text_that_is_gone_is_still_named():
    """A span without its text has its line and column, and nothing to show."""
    related = (Related(Where(("sessions", 0, "start")), Message.of("it starts here")),)
    found = diagnostic(span=Span("e.toml", 12, 3, 12, 5), related=related)
    assert Report.of([found], "e.toml").render().splitlines()[1:5] == [
        "  --> e.toml:12:3",
        "   |",
        "12 | ",
        "   | ^",
    ]
    content = json.loads(Report.of([found], "e.toml").render("json"))
    assert content["diagnostics"][0]["related"][0]["span"] is None


@pytest.mark.parametrize(
    ("span", "carets"),
    [
        (Span("e.toml", 2, 6, 2, 9), "  |      ^^^"),
        (Span("e.toml", 2, 6, 3, 2), "  |      ^^^"),
        (Span("e.toml", 2, 1, 4, 1), "  | ^^^^^^^^"),
        (Span("e.toml", 2, 6, 2, 6), "  |      ^"),
        (Span("e.toml", 2, 9, 2, 9), "  |         ^"),
    ],
)
def test_a_mark_ends_with_its_line(span, carets):
    """What goes over several lines is marked to the end of the first; what is empty has a mark."""
    assert report(diagnostic(span=span)).render().splitlines()[4] == carets


def test_json_is_laid_out_for_people_too():
    """Two spaces a level, accents as they are, and an end of line."""
    text = Report((), "é.toml", ignored=2).render("json")
    assert text == (
        '{\n  "file": "é.toml",\n  "counts": {\n    "error": 0,\n    "warning": 0,\n'
        '    "info": 0\n  },\n  "ignored": 2,\n  "diagnostics": []\n}\n'
    )


def test_json_speaks_the_language_of_its_reader():
    """Message, help and labels are translated."""
    related = (Related(Where(("sessions", 0, "start")), Message.of("it starts here")),)
    found = diagnostic(related=related, help=Message.of("keep one of the two"))
    (shown,) = json.loads(report(found).render("json", "fr"))["diagnostics"]
    assert (shown["message"], shown["help"], shown["related"][0]["message"]) == (
        "`a` finit avant de commencer",
        "gardez l'une des deux",
        Message.of("it starts here").say("fr"),
    )
    assert shown["related"][0]["message"] != "it starts here"


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
        "fix": None,
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


@pytest.mark.parametrize(
    ("severity", "code"),
    [(Severity.ERROR, "1;31"), (Severity.WARNING, "1;33"), (Severity.INFO, "1;36")],
)
def test_colours_tell_what_is_what(severity, code):
    """The severity has its own colour, the frame another, and what is marked is red."""
    related = (Related(Where(("sessions", 0, "start")), Message.of("x")),)
    lines = report(diagnostic(severity=severity, related=related)).render(colour=True).splitlines()
    frame, end = "\x1b[1;34m", "\x1b[0m"
    assert lines[:9] == [
        f"\x1b[{code}m{severity.value}[TIM001]{end}\x1b[1m: `a` ends before it starts{end}",
        f"{frame} --> {end}e.toml:4:7",
        f"{frame}  |{end}",
        f'{frame}4 | {end}end = "8:00"',
        f"{frame}  |{end}       \x1b[1;31m^^^^^^{end}",
        f"{frame} ::: {end}e.toml:3:9",
        f'{frame}3 | {end}start = "9:30"',
        f"{frame}  |{end}         {frame}------{end} x",
        f"{frame}  = {end}\x1b[1msee{end}: partenariats explain TIM001",
    ]
    bare = Report.of([diagnostic()], "example").render(colour=True).splitlines()
    assert bare[1] == f"{frame} --> {end}example:sessions[0].end"


def test_an_unknown_format_is_an_error_of_the_programmer():
    """There is no silent fallback to another format."""
    with pytest.raises(
        ValueError, match=r"^no format 'yaml'; there are text, concise, json, github, sarif$"
    ):
        report().render("yaml")


def test_an_invalid_event_says_how_much_is_wrong(untranslated):
    """Only the errors are counted, and the name of the file is said."""
    error = InvalidEventError(report(diagnostic(), diagnostic("BBB001", Severity.WARNING)))
    assert str(error) == "e.toml: 1 error; no programme can be made of it"
    assert untranslated([Message.of(error.template)]) == []


@pytest.mark.parametrize(
    ("found", "ignored", "wanted"),
    [
        ([], 0, "e.toml: no errors, no warnings, no open questions"),
        ([], 1, "e.toml: no errors, no warnings, no open questions; 1 ignored"),
        ([], 2, "e.toml: no errors, no warnings, no open questions; 2 ignored"),
        (
            [diagnostic(f"AAA00{n}", Severity.INFO) for n in range(3)],
            0,
            "e.toml: no errors, no warnings, 3 open questions",
        ),
    ],
)
def test_the_last_line_counts(untranslated, found, ignored, wanted):
    """Each severity has a number, and so have the diagnostics that are hidden."""
    made = Report.of(found, "e.toml", ignored=ignored)
    assert made.render().splitlines()[-1] == wanted
    assert untranslated([summarize(made)]) == []


@pytest.mark.parametrize(
    ("ignored", "end"), [(1, "1 passé sous silence"), (2, "2 passés sous silence")]
)
def test_the_last_line_counts_in_french(ignored, end):
    """One that is hidden is one in French too."""
    said = summarize(Report.of([], "e.toml", ignored=ignored)).say("fr")
    assert said.rpartition("; ")[2] == end


def test_the_order_is_that_of_the_text():
    """Diagnostics come by line, the gravest first on one; a doubled one comes once."""
    early = diagnostic("SRC001", path=("sessions", 0, "start"))
    mild = diagnostic("AAA001", Severity.INFO)
    middle = diagnostic("BBB001", Severity.WARNING)
    made = report(mild, middle, diagnostic(), early, diagnostic())
    codes = [found.code for found in made.diagnostics]
    assert codes == ["SRC001", "TIM001", "BBB001", "AAA001"]


def test_what_has_no_place_in_a_text_is_in_order_too():
    """What concerns no place comes first, and paths are in the order of their numbers."""
    paths = [("sessions", 10), ("sessions", 9), ("days", 2)]
    made = Report.of([diagnostic(path=path) for path in paths], "example")
    assert [found.where.path for found in made.diagnostics] == [
        ("days", 2),
        ("sessions", 9),
        ("sessions", 10),
    ]
    placed = diagnostic(span=Span("A.toml", 1, 1, 1, 2))
    made = Report.of([placed, diagnostic(path=())], "example")
    assert [found.span for found in made.diagnostics] == [None, placed.span]


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
        ("a\u2029b", "a\\u{2029}b"),
        ("a\ud800b", "a\\u{d800}b"),
        ("a\x9bb", "a\\u{9b}b"),
        ("é ➜ 会", "é ➜ 会"),
    ],
)
def test_nothing_in_a_file_commands_the_terminal(hostile, shown):
    """Escapes, bells and reversals of the reading order are shown, not obeyed."""
    assert safe(hostile) == shown


def test_widths_are_those_of_a_terminal():
    """Wide characters take two columns, combining marks none."""
    texts = ("abc", "会", "e\u0301", "👍", "Ａ", "e\u20dd", "a\u200bb", "\u0e01\u0e31", "é")
    assert [width(text) for text in texts] == [3, 2, 1, 2, 2, 1, 2, 1, 1]


def test_a_long_line_is_cut_around_the_mark():
    """What is marked is in sight, with a mark where something is left out."""
    line = "x" * 300 + "MARK" + "y" * 300
    shown, before, size = excerpt(line, 301, 305)
    assert (shown[before : before + size], shown[0], shown[-1]) == ("MARK", "…", "…")
    assert (shown, before) == (f"…{'x' * 25}MARK{'y' * 71}…", 26)


@pytest.mark.parametrize(
    ("length", "start", "end", "wanted"),
    [
        (100, 99, 100, ("x" * 100, 98, 1)),
        (100, 100, 101, ("…" + "x" * 26, 26, 1)),
        (101, 1, 2, ("x" * 100 + "…", 0, 1)),
        (200, 1, 151, ("x" * 100 + "…", 0, 100)),
        (200, 90, 101, ("…" + "x" * 100 + "…", 26, 11)),
        (0, 1, 2, ("", 0, 1)),
    ],
)
def test_a_line_is_cut_only_where_it_must_be(length, start, end, wanted):
    """A hundred columns are shown; a mark that fits into the first hundred moves nothing."""
    assert excerpt("x" * length, start, end) == wanted


def test_carets_stand_below_what_they_mark():
    """Accents, tabs and wide letters before the mark do not move it."""
    text = '[[sessions]]\n"会\u0301" = 1\ntitle = { fr = "été 会",\ten = 3 }\n'
    lines = report(diagnostic(path=("sessions", 0, "title", "en")), text=text).render().splitlines()
    code, carets = lines[3], lines[4]
    assert width(code[: code.index("3 }")]) == width(carets[: carets.index("^")])
