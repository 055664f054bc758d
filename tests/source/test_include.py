"""An event spread over several files of one folder."""

from __future__ import annotations

import pytest

import partenariats as pa

MAIN = 'format = 1\ninclude = [{}]\n[event]\nid = "x"\ntitle = "X"\ntimezone = "Europe/Paris"\n'
DAY = '[[days]]\nid = "{}"\ndate = 2022-03-24\n'


@pytest.fixture
def load(tmp_path):
    """Write files into a folder and load the first."""

    def write_and_load(**files):
        for name, text in files.items():
            path = tmp_path / name.replace("__", "/").replace("_toml", ".toml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return pa.load(tmp_path / "event.toml")

    return write_and_load


def said(document):
    """Say each fault as its code and headline."""
    return [(fault.code, str(fault.headline)) for fault in document.faults]


def test_lists_are_joined_in_the_order_of_the_names(load):
    """What included files list comes after the file's own, by pattern, then by name."""
    document = load(
        event_toml=MAIN.format('"days/*.toml", "last.toml"') + DAY.format("own"),
        days__b_toml=DAY.format("b"),
        days__a_toml=DAY.format("a1") + DAY.format("a2"),
        last_toml=DAY.format("last"),
    )
    assert [day.id for day in document.event.days] == ["own", "a1", "a2", "b", "last"]


def test_a_fault_is_told_in_the_file_it_stands_in(load, tmp_path):
    """Line and column are those of the included file."""
    document = load(
        event_toml=MAIN.format('"a.toml", "b.toml"') + DAY.format("own"),
        a_toml=DAY.format("a"),
        b_toml=DAY.format("b") + '[[sessions]]\nid = "s"\ntitle = "S"\nday = "nulle-part"\n',
    )
    (found,) = [f for f in pa.validate(document).diagnostics if f.code == "REF001"]
    span = pa.validate(document).span(found)
    assert (span.file, span.line, span.column) == (str(tmp_path / "b.toml"), 7, 7)


def test_a_twin_in_another_file_points_at_both(load, tmp_path):
    """Two files that give one id are both named."""
    document = load(event_toml=MAIN.format('"a.toml"') + DAY.format("j"), a_toml=DAY.format("j"))
    text = pa.validate(document).render()
    assert f"{tmp_path / 'a.toml'}:2:6" in text
    assert f"{tmp_path / 'event.toml'}:8:6" in text


@pytest.mark.parametrize(
    ("pattern", "headline"),
    [
        ("../other.toml", "`../other.toml` leads out of the event's folder"),
        ("/etc/hostname", "`/etc/hostname` leads out of the event's folder"),
        ("days/../../x.toml", "`days/../../x.toml` leads out of the event's folder"),
        ("days/../b.toml", "`days/../b.toml` leads out of the event's folder"),
        ("", "`` leads out of the event's folder"),
        ("a\\\\b.toml", "`a\\b.toml` leads out of the event's folder"),
        ("/" + "x" * 100, f"`/{'x' * 99}` leads out of the event's folder"),
        ("\\u0000", "no file is called `\0`"),
        ("x" * 101, f"no file is called `{'x' * 100}`"),
        ("days", "no file is called `days`"),
        ("**a", "no file is called `**a`"),
    ],
)
def test_a_path_out_of_the_folder_is_refused(load, untranslated, pattern, headline):
    """No include leaves the event's folder, nor names what no file can be called."""
    document = load(event_toml=MAIN.format(f'"b.toml", "{pattern}"'), b_toml="", days__c_toml="")
    (fault,) = document.faults
    assert (fault.code, str(fault.where), str(fault.headline)) == (
        "SRC013",
        "include[1]",
        headline,
    )
    assert (fault.span.file, fault.span.line, fault.span.column) == (document.name, 2, 22)
    assert untranslated([fault]) == []


def test_a_link_out_of_the_folder_is_refused(load, tmp_path_factory, tmp_path):
    """A link cannot bring in what its name could not."""
    outside = tmp_path_factory.mktemp("outside") / "people.toml"
    outside.write_text(DAY.format("secret"))
    (tmp_path / "people.toml").symlink_to(outside)
    document = load(event_toml=MAIN.format('"people.toml"'))
    assert said(document) == [("SRC013", "`people.toml` leads out of the event's folder")]


def test_a_file_includes_from_where_it_lies(load, tmp_path):
    """A name is looked for beside the file that gives it, and told relative to the event."""
    document = load(
        event_toml=MAIN.format('"sub/a.toml"'),
        sub__a_toml='include = ["b.toml", "c.toml"]\n' + DAY.format("a"),
        sub__b_toml=DAY.format("b"),
        b_toml=DAY.format("wrong"),
        sub__c_toml='include = ["no.toml"]\n' + DAY.format("c"),
    )
    (fault,) = document.faults
    assert (fault.span.file, str(fault.headline)) == (
        str(tmp_path / "sub" / "c.toml"),
        "no file is called `no.toml`",
    )
    (tmp_path / "sub" / "no.toml").write_text(DAY.format("d"))
    assert [day.id for day in pa.load(tmp_path / "event.toml").event.days] == ["a", "b", "c", "d"]


def test_files_have_a_limit(load, untranslated):
    """Two hundred files are taken, and each one more is told."""
    files = {f"days__d{number:03}_toml": DAY.format(f"d{number}") for number in range(199)}
    document = load(event_toml=MAIN.format('"days/*.toml"'), **files)
    assert (document.faults, len(document.event.days)) == ((), 199)
    document = load(event_toml=MAIN.format('"days/*.toml", "more.toml"'), more_toml="")
    (fault,) = document.faults
    assert (fault.code, str(fault.where), str(fault.headline)) == (
        "SRC003",
        "include[1]",
        "the event has more than 200 files",
    )
    assert (fault.span.file, fault.span.line, fault.span.column) == (document.name, 2, 27)
    assert untranslated([fault]) == []


def test_a_circle_of_includes_is_told_once(load, tmp_path):
    """A file that includes itself, through another or not, is told and not followed."""
    document = load(
        event_toml=MAIN.format('"a.toml"'), a_toml='include = ["event.toml"]\n' + DAY.format("a")
    )
    assert said(document) == [("SRC013", f"`{tmp_path / 'event.toml'}` includes itself")]


def test_a_relative_path_is_followed_from_where_one_stands(load, tmp_path, monkeypatch):
    """Loading by a relative path includes the same files, and circles are still seen."""
    load(event_toml=MAIN.format('"event.toml", "a.toml"'), a_toml=DAY.format("a"))
    monkeypatch.chdir(tmp_path)
    assert said(pa.load("event.toml")) == [("SRC013", "`event.toml` includes itself")]


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        ({"event_toml": MAIN.format('"no.toml"')}, "no file is called `no.toml`"),
        ({"event_toml": MAIN.format("1")}, "expected a list of file names"),
        ({"event_toml": MAIN.format("1").replace("[1]", '"a"')}, "expected a list of file names"),
    ],
)
def test_an_include_without_a_file_is_told(load, untranslated, files, wanted):
    """A name that matches nothing, or is none, is told at its place."""
    (fault,) = load(**files).faults
    assert (str(fault.headline), fault.span.line, fault.where.path[0]) == (wanted, 2, "include")
    assert untranslated([fault]) == []


def test_a_file_is_included_once(load, tmp_path):
    """The same file under two patterns would double everything in it."""
    document = load(event_toml=MAIN.format('"a.toml", "*.toml"'), a_toml=DAY.format("a"))
    headlines = [headline for _, headline in said(document)]
    assert f"`{tmp_path / 'a.toml'}` is included twice" in headlines


def test_a_table_in_two_files_is_told(load, tmp_path, untranslated):
    """A table that stands once cannot be given again by another file; a format may."""
    document = load(
        event_toml=MAIN.format('"a.toml"') + DAY.format("j"),
        a_toml='format = 1\n[event]\nid = "y"\n[days]\n',
    )
    places = [(str(d.where), d.span.file, d.span.line) for d in document.faults]
    inner = str(tmp_path / "a.toml")
    assert said(document) == [
        ("SRC014", "`event` stands in two files"),
        ("SRC014", "`days` stands in two files"),
    ]
    assert places == [("event", inner, 3), ("days", inner, 4)]
    assert {str(fault.help) for fault in document.faults} == {"keep it in one of them"}
    assert untranslated(document.faults) == []


def test_a_broken_included_file_is_told_by_its_name(load, tmp_path):
    """The reader's complaint names the file that it read."""
    document = load(event_toml=MAIN.format('"a.toml"'), a_toml="[[days]\n")
    (fault,) = document.faults
    assert (fault.code, fault.span.file) == ("SRC001", str(tmp_path / "a.toml"))


def test_an_included_file_that_is_no_text_is_told_by_its_name(load, tmp_path):
    """The bytes of every file are looked at."""
    (tmp_path / "a.toml").write_bytes(b"# \xe9\n")
    event = tmp_path / "event.toml"
    event.write_text(MAIN.format('"a.toml"'))
    (fault,) = pa.load(event).faults
    assert (fault.code, fault.span.file) == ("SRC002", str(tmp_path / "a.toml"))


def test_a_text_cannot_include():
    """A text that is no file has no folder to look in."""
    document = pa.parse(MAIN.format('"a.toml"'))
    assert said(document) == [("SRC013", "a text that is no file can include none")]
    (fault,) = document.faults
    assert (str(fault.where), fault.span.line, fault.span.column) == ("include[0]", 2, 12)
