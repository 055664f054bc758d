"""What is no programme in words, or would do harm, is refused by name and at once."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

import partenariats as pa
from partenariats_programme_text.importer import ProgrammeTextImporter, ProgrammeTextOptions

HOURS = "9h30 : Accueil\n"


def archive(**parts):
    """Make a zip whose parts are as large as is said, of nothing but zeros."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, size in parts.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), b"\0" * size)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t\n", "the file is empty"),
        (b"{\\rtf1\\ansi 9h30 Accueil}", "this is RTF, which is not read"),
        (b"%PDF-1.7\n", "this is PDF, which is not read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an old Word document (DOC)"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this is binary, not a text"),
        (bytes(range(256)) * 4, "this is binary, not a text"),
        (b"A letter about nothing in particular.", "no line here begins with a date or an hour"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "this is a calendar or a card"),
        (b'<?xml version="1.0"?><schedule/>', "this is XML"),
        (b'{"9h30": "Accueil"}', "this is JSON"),
        (b'# event\nformat = 1\n[event]\nid = "x"\n', "this is an event file already"),
        (b"heure;titre;salle\n9h30;Accueil;A\n", "this is a table of values (CSV)"),
        (archive(), "this is an archive, but no DOCX"),
        (archive(xl__workbook_xml=10), "this is an archive, but no DOCX"),
        (archive(word__document_xml=10), "this DOCX is damaged"),
        (archive(word__document_xml=50 << 20), "this DOCX unpacks to more than any programme"),
        (archive(word__document_xml=9, a=99 << 20), "this DOCX unpacks to more than any programme"),
        (b"PK\x03\x04" + b"\0" * 60, "this is an archive that is damaged"),
        ((HOURS * 60_000).encode(), "this is longer than any programme: more than 50000 lines"),
        ((HOURS + "x" * (3 << 20)).encode(), "this is larger than any programme: more than 2"),
        ((HOURS + "x" * 30_000).encode(), "a line here is longer than any paragraph"),
        (("<div>" * 2000 + HOURS + "</div>" * 9).encode(), "elements are nested deeper"),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)
def test_it_is_refused_by_name_in_under_a_second(content, said):
    """It says what the file is, or which bound it passes."""
    started = time.process_time()
    with pytest.raises(pa.UnreadableError) as caught:
        pa.import_(content, "programme-text")
    assert time.process_time() - started < 1
    assert str(caught.value).startswith(said)
    assert not ProgrammeTextImporter(ProgrammeTextOptions()).recognizes(content)


@pytest.mark.parametrize(
    "part",
    ["(", "a, ", "9h ", "9-", "A B ", "Anne Roy, ", "et ", "<b", "<!--", "&#", "|", "**a", "[x](",
     "1 ", "par ", "rue ", "- ", "M. ", "Salle (", "à l'hôtel ", "\t", "« "],
)  # fmt: skip
def test_no_text_is_slow(part):
    """Long lines of the same again, in a large file, are read in a few seconds."""
    line = "9h30 : " + part * (4_000 // len(part))
    started = time.process_time()
    pa.Toolkit().import_("\n".join([line] * 3).encode(), "programme-text")
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_reads_alike(encoding, end):
    """UTF-8 and UTF-16 with and without a mark, and Windows-1252, with any end of line."""
    text = "Journée d’été\nSamedi 14 mai 2022\n9h30 – Café d’accueil\n10h – Clôture\n"
    found = pa.import_(text.replace("\n", end).encode(encoding), "programme-text")
    assert found.event == pa.import_(text.encode(), "programme-text").event
    assert [session.title.plain for session in found.event.sessions] == [
        "Café d’accueil",
        "Clôture",
    ]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"year": 1066}, "no event takes place in the year 1066"),
        ({"timezone": "Paris"}, "no time zone 'Paris': write it as `Europe/Paris`"),
    ],
)
def test_a_bad_option_is_told(options, said):
    """A year or a zone that does not exist is refused before anything is read."""
    with pytest.raises(pa.InvalidOptionsError) as caught:
        pa.Toolkit().import_(HOURS.encode(), "programme-text", options)
    assert said in str(caught.value)
