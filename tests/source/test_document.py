"""What a document is, and files that cannot be read at all."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import partenariats as pa
from partenariats.diagnostics.where import Span, Where
from partenariats.source.files.text import LARGEST, SourceText, decode

HEAD = 'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "Europe/Paris"\n'
MARK = "save the file as UTF-8, without a byte order mark"


def test_a_document_knows_its_name_and_its_event(tmp_path):
    """A text is called `<text>` or as one says, a file by its path as it was given."""
    file = tmp_path / "event.toml"
    file.write_text(HEAD)
    documents = [pa.parse(HEAD), pa.parse(HEAD, "e.toml"), pa.load(file), pa.load(str(file))]
    assert [document.name for document in documents] == [
        "<text>",
        "e.toml",
        str(file),
        str(file),
    ]
    assert {document.found for document in documents} == {documents[0].event}
    assert {document.faults for document in documents} == {()}


def test_a_document_with_faults_has_no_event():
    """A text that is nearly an event is none; its faults are kept in its report."""
    document = pa.parse(f"{HEAD}titel = 1\n", "e.toml")
    assert document.found is None
    with pytest.raises(pa.InvalidEventError, match=r"e\.toml: 1 error;") as caught:
        _ = document.event
    assert caught.value.report.diagnostics == document.faults
    assert caught.value.report.span(document.faults[0]) == Span("e.toml", 6, 1, 6, 6)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("no.toml", "no.toml: there is no such file"),
        ("folder", "folder: this is a folder, not a file"),
        ("a\0b", "a\0b: cannot be read: embedded null byte"),
        ("x" * 300, f"{'x' * 300}: cannot be read: File name too long"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_by_name(tmp_path, monkeypatch, path, said):
    """The reason is said in one sentence."""
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(pa.SourceError) as caught:
        pa.load(path)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("raw", "place", "headline"),
    [
        (b"\xff\xfea", (1, 1), "the file is in UTF-16, not in UTF-8"),
        (b"\xfe\xffa", (1, 1), "the file is in UTF-16, not in UTF-8"),
        (b"\xef\xbb\xbfa", (1, 1), "the file begins with a byte order mark"),
        (b"a\n\xc3\xa9\x00", (2, 2), "the file is no text: it holds null characters"),
        (b"a\xe9\n\xe9\x00", (2, 2), "the file is no text: it holds null characters"),
        (b"\n\xe9", (2, 1), "the file is not in UTF-8: the byte 0xE9 stands here"),
        (b"a\nb\xe9", (2, 2), "the file is not in UTF-8: the byte 0xE9 stands here"),
        (b"a\n\xc3\xa9\x0a\x0b\x80", (3, 2), "the file is not in UTF-8: the byte 0x80 stands here"),
    ],
)
def test_bytes_that_are_no_text_are_told(untranslated, raw, place, headline):
    """The encoding is named, and the place of the first byte that is wrong."""
    fault = decode("e.toml", raw)
    line, column = place
    assert (fault.code, fault.where, str(fault.headline)) == ("SRC002", Where(), headline)
    assert fault.span == Span("e.toml", line, column, line, column + 1)
    assert str(fault.help) == MARK
    assert untranslated([fault]) == []


def test_a_text_with_half_a_character_is_told():
    """A program may hand over what no file can hold."""
    (fault,) = pa.parse("# \ud800").faults
    assert (fault.code, fault.span.line, fault.span.column) == ("SRC002", 1, 3)


def test_a_file_has_a_largest_size(untranslated):
    """Thirty-two megabytes are taken, not one byte more."""
    assert isinstance(decode("e.toml", b"#" * LARGEST), SourceText)
    fault = decode("e.toml", b"#" * (LARGEST + 1))
    assert (fault.code, fault.where, fault.span) == (
        "SRC003",
        Where(),
        Span("e.toml", 1, 1, 1, 2),
    )
    assert str(fault.headline) == "the file is larger than 32 megabytes"
    assert untranslated([fault]) == []


def test_the_lines_of_a_file_that_is_no_text_are_shown(tmp_path):
    """What can be read of a broken file is shown around the fault."""
    file = tmp_path / "event.toml"
    file.write_bytes(b'format = 1\ntitre = "\xe9t\xe9"\n')
    report = pa.validate(pa.load(file))
    assert report.render().splitlines()[1:5] == [
        f" --> {file}:2:10",
        "  |",
        '2 | titre = "�t�"',
        "  |          ^",
    ]


def test_every_kind_of_value_is_read(event_file):
    """Values arrive as what their keys take, and no other way."""
    text = (
        'revision = { number = 2, at = 2022-03-01T12:00:00+02:00 }\nexpected = 0\n'
        '[[venues]]\nid = "v"\nname = { fr = "V", fr-CA = "W" }\nlatitude = 46\nlongitude = -0.5\n'
        'accessibility = []\n'
        '[[venues]]\nid = "w"\nname = ""\n'
        '[plugins.own]\na = [1, { b = 2022-03-01 }, [10:00:00]]\n'
    )  # fmt: skip
    event = pa.parse(HEAD + text).event
    assert event.revision.at == datetime(2022, 3, 1, 10, tzinfo=UTC)
    assert event.revision.at.utcoffset().total_seconds() == 7200
    assert (event.revision.number, event.expected) == (2, 0)
    first, second = event.venues
    assert (first.latitude, type(first.latitude), first.longitude) == (46.0, float, -0.5)
    assert (first.accessibility, second.accessibility, second.name.plain) == ((), None, "")
    assert first.name.translations == (("fr", "V"), ("fr-CA", "W"))
    assert Path(pa.parse(pa.write(event)).name) == Path("<text>")
    assert pa.parse(pa.write(event)).event == event
