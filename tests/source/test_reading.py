"""From bytes to an event, or to every reason why not."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import partenariats as pa
from partenariats.source.files.text import SourceText, decode
from partenariats.source.reader import read_toml

HEAD = 'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "Europe/Paris"\n'


def faults(text):
    """List the code and the place of everything that is wrong with a text."""
    document = pa.parse(text, "e.toml")
    spans = [pa.validate(document).span(fault) for fault in document.faults]
    return [(f.code, s.line, s.column) for f, s in zip(document.faults, spans, strict=True) if s]


def test_reads_the_least_event_there_is():
    """An id, a title and a time zone make an event."""
    event = pa.parse(HEAD).event
    assert (event.id, event.title.say("fr"), event.timezone) == ("x", "X", "Europe/Paris")


def test_everything_wrong_is_told_at_once():
    """One reading finds every fault of structure, each at its place."""
    text = HEAD + (
        'titel = "Y"\n'
        '[[days]]\nid = "Jour 1"\ndate = "2022-03-24"\n'
        '[[sessions]]\nid = "a"\nkind = "plenery"\nstart = "25:99"\ncapacity = -1\n'
        '[unknown]\n'
    )  # fmt: skip
    assert sorted(faults(text), key=lambda fault: fault[1:]) == [
        ("SRC006", 6, 1),
        ("SRC010", 8, 6),
        ("SRC008", 9, 8),
        ("SRC007", 11, 1),
        ("SRC011", 12, 8),
        ("SRC009", 13, 9),
        ("SRC008", 14, 12),
        ("SRC006", 15, 2),
    ]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("title = 1", "SRC008"),
        ("title = { fr = 1 }", "SRC008"),
        ("title = { français = 'x' }", "SRC001"),
        ("title = { FR = 'x' }", "SRC011"),
        ("title = {}", "SRC008"),
        ("title = ['x']", "SRC008"),
        ("duration = 45", "SRC008"),
        ("duration = '45'", "SRC009"),
        ("start = 9", "SRC008"),
        ("start = 09:30:15", "SRC009"),
        ("tentative = 'no'", "SRC008"),
        ("capacity = '12'", "SRC008"),
        ("capacity = 1.5", "SRC008"),
        ("themes = 'climat'", "SRC008"),
        ("themes = ['Le climat']", "SRC010"),
        ("credits = [{ rôle = 'x' }]", "SRC001"),
        ("credits = [{ role = 'x' }]", "SRC011"),
        ("points = [{ text = 'x', them = 'y' }]", "SRC006"),
        ("points = [{ texte = 'x' }]", "SRC011"),
        ("description = 'bell \x07'", "SRC001"),
        ('description = "bell \\u0007"', "SRC012"),
        ('description = "line \\u2028 separator"', "SRC012"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(value, code):
    """No value is bent into what its key takes."""
    title = "" if value.startswith("title") else 'title = "T"\n'
    text = f'{HEAD}[[sessions]]\nid = "a"\n{title}{value}\n'
    assert [fault.code for fault in pa.parse(text).faults] == [code]


def test_texts_may_have_lines_and_languages():
    """Line breaks and tabs are welcome; a text may come once for each language."""
    text = HEAD + 'motto = "a\\n\\tb"\npurpose = { fr = "oui", en = "yes" }\n'
    event = pa.parse(text).event
    assert (event.motto.plain, event.purpose.say("en")) == ("a\n\tb", "yes")


def test_a_point_is_a_text_or_a_table_with_one():
    """A point is written as a text, in several languages, or with a theme."""
    text = HEAD + (
        '[[blocks]]\nid = "b"\nday = "j"\n'
        'points = ["a", { fr = "b", en = "c" }, { text = "d", theme = "t" }]\n'
    )
    points = pa.parse(text).event.blocks[0].points
    said = [(point.text.say("en"), point.theme) for point in points]
    assert said == [("a", None), ("c", None), ("d", "t")]


def test_an_unquoted_time_is_a_time():
    """TOML's own local time is a time of day."""
    event = pa.parse(HEAD + '[[days]]\nid = "j"\ndate = 2022-03-24\nstart = 09:30:00\n').event
    assert (event.days[0].start.minutes, event.days[0].date) == (570, date(2022, 3, 24))


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        (b"", "SRC004", (1, 1)),
        (b"# nothing\n", "SRC004", (1, 1)),
        (b"\xff\xfef\x00o\x00", "SRC002", (1, 1)),
        (b"\xef\xbb\xbfformat = 1\n", "SRC002", (1, 1)),
        (b"format = 1\n\x89PNG\r\n\x1a\n\x00", "SRC002", (4, 1)),
        (b'format = 1\ntitre = "\xe9t\xe9"\n', "SRC002", (2, 10)),
        (b"\x00" * 100, "SRC002", (1, 1)),
        (b"format = 1\n[event\n", "SRC001", (2, 7)),
        (b"[" * 1_000_000, "SRC001", (1, 3)),
        (b"[a" + b".a" * 500_000 + b"]\n", "SRC003", (1, 2)),
        (b"a" + b".a" * 20_000 + b" = 1\n", "SRC003", (1, 1)),
        (b"x = " + b"[" * 1_000_000, "SRC003", (1, 85)),
        (b"x = " + b"{a=" * 300_000, "SRC003", (1, 245)),
        (b"d = 2022-02-30\n", "SRC001", (1, 5)),
        (b"#" * (33 << 20), "SRC003", (1, 1)),
    ],
)  # fmt: skip
def test_what_is_no_event_file_gives_one_diagnostic(tmp_path, raw, code, place):
    """Bytes that are no event file are refused by name and place."""
    file = tmp_path / "event.toml"
    file.write_bytes(raw)
    document = pa.load(file)
    span = pa.validate(document).span(document.faults[0])
    assert [fault.code for fault in document.faults] == [code]
    assert (span.line, span.column) == place


@pytest.mark.parametrize(
    ("first", "code"),
    [
        ("", "SRC004"),
        ('format = "1"\n', "SRC004"),
        ("format = true\n", "SRC004"),
        ("format = 2\n", "SRC005"),
        ("format = 0\n", "SRC005"),
    ],
)
def test_a_format_that_is_not_ours_is_told_with_the_rest(first, code):
    """Without a usable format, the other faults of the file are still found."""
    text = first + '[event]\nid = "x"\ntitle = "X"\ntimezone = "Europe/Paris"\ntitel = 1\n'
    assert [fault.code for fault in pa.parse(text).faults] == [code, "SRC006"]


def test_a_file_without_an_event_says_that_once():
    """The missing table is one fault, not one for each key it would need."""
    document = pa.parse("format = 1\n")
    said = [(fault.code, str(fault.headline)) for fault in document.faults]
    assert said == [("SRC007", "the table `[event]` is missing")]


@pytest.mark.parametrize(
    ("key", "meant"), [("titel", "title"), ("time-zone", "timezone"), ("Languages", "languages")]
)
def test_a_misspelt_key_says_which_one_is_meant(key, meant):
    """An unknown key comes with the nearest known one."""
    (fault,) = pa.parse(f'{HEAD}{key} = "x"\n').faults
    assert str(fault.help) == f"did you mean `{meant}`?"


def test_asking_a_faulty_document_for_its_event_raises_the_report():
    """A program that goes on regardless is stopped with all the reasons."""
    with pytest.raises(pa.InvalidEventError) as caught:
        _ = pa.parse("format = 1\n", "e.toml").event
    assert [found.code for found in caught.value.report.diagnostics] == ["SRC007"]


def test_an_unreadable_file_is_an_error_of_its_own(tmp_path):
    """A missing file and a folder cannot even be wrong."""
    for path, reason in [(tmp_path / "no.toml", "no such file"), (tmp_path, "folder")]:
        with pytest.raises(pa.SourceError, match=reason):
            pa.load(path)


TOML_VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]))
    | st.integers(-(2**63), 2**63 - 1)
    | st.booleans()
    | st.dates(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.from_regex(r"[a-z]{1,5}", fullmatch=True), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.from_regex(r"[a-z]{1,6}", fullmatch=True), TOML_VALUES, max_size=4))
def test_the_reader_agrees_with_the_standard_library(tables):
    """Within TOML 1.0 the compiled reader gives what tomllib gives."""
    import tomlkit

    text = tomlkit.dumps(tables)
    assert read_toml(SourceText("e.toml", text)) == tomllib.loads(text)


@given(st.binary(max_size=200))
def test_no_bytes_raise(raw):
    """Whatever a file holds, reading it gives a text or a diagnostic, and then tables or one."""
    source = decode("e.toml", raw)
    if isinstance(source, SourceText):
        pa.parse(source.content)


@given(st.text(max_size=200))
def test_no_text_raises(text):
    """Reading a text never raises for what it says."""
    document = pa.parse(text)
    assert document.faults or document.found
    pa.validate(document).render()
