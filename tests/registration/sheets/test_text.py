"""The text of a sheet, cut into rows and cells."""

from __future__ import annotations

import codecs

import pytest

from partenariats.registration.sheets import text as text_module
from partenariats.registration.sheets.faults import SheetError
from partenariats.registration.sheets.text import SheetText


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_sheet_is_read_however_it_was_saved(bom, end, separator):
    """Byte order mark, line ends and separators are those of any spreadsheet program."""
    content = end.join(separator.join(row) for row in (("nom", "courriel"), ("Zoé", "z@b.org")))
    read = SheetText.read(bom + content.encode())
    assert (read.separator, read.header.cells) == (separator, ("nom", "courriel"))
    assert [(row.cells, row.line) for row in read.rows] == [(("Zoé", "z@b.org"), 2)]


def test_a_separator_within_quotation_marks_separates_nothing():
    """The header decides, and only what stands outside its quotation marks."""
    read = SheetText.read(b'"a,b,c";name\n1;2\n')
    assert (read.separator, read.header.cells) == (";", ("a,b,c", "name"))


def test_blank_rows_are_no_rows_and_lines_are_counted_on():
    """Lines are those of the text, also behind blank rows and cells of several lines."""
    read = SheetText.read(b'\n ,\nname,note\n\n,,\n"A\nB",x\n , \nC,"y\n"\nD,z')
    assert [(row.cells, row.line) for row in (read.header, *read.rows)] == [
        (("name", "note"), 3),
        (("A\nB", "x"), 6),
        (("C", "y\n"), 9),
        (("D", "z"), 11),
    ]


@pytest.mark.parametrize(
    ("index", "at"), [(0, (2, 1)), (1, (2, 4)), (2, (3, 5)), (3, (3, 9)), (9, (3, 12))]
)
def test_a_cell_knows_where_it_begins(index, at):
    """Quotation marks, separators within them and line ends within them are counted."""
    read = SheetText.read('a,b,c,d\nAé,"x,""\nyz",  w,"",\n'.encode())
    assert read.column(read.rows[0], index) == at


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the sheet is empty"),
        (codecs.BOM_UTF8, "the sheet is empty"),
        (b"\n ;;\n", "the sheet is empty"),
        (b'\x0b\n"";" "', "the sheet is empty"),
        (b"x" * 200_000, "the row at line 1 has a cell of more than 131072 characters"),
        (b"PK\x03\x04rest", "the sheet is a workbook, not CSV"),
        (b"\xd0\xcf\x11\xe0rest", "the sheet is a workbook, not CSV"),
        ("nom\nZoé".encode("utf-16"), "the sheet is written in UTF-16, not in UTF-8"),
        (
            "nom\nAda\nZoé".encode("cp1252"),
            "the sheet is not written in UTF-8: see line 3; it may be Windows-1252",
        ),
        (b"name\nA\0", "the sheet is no text"),
        (b'name\nA\n"B', "the quotation marks of the row at line 3 do not fit together"),
        (b'name\n"A"b\n', "the quotation marks of the row at line 2 do not fit together"),
        (
            b"name\n" + b"x" * 200_000,
            "the row at line 2 has a cell of more than 131072 characters",
        ),
        (b"x" * 20_000_001, "the sheet is larger than 20 MB"),
        (b"name\n" + b"A\n" * 100_001, "the sheet has more than 100000 rows"),
    ],
)
def test_what_is_no_sheet_is_refused_by_name(content, said):
    """The error says what the file is, and what to do about it."""
    with pytest.raises(SheetError) as error:
        SheetText.read(content)
    assert str(error.value) == said
    assert error.value.advice is not None


def test_a_sheet_of_as_many_rows_as_there_may_be_is_read():
    """The limit itself is allowed."""
    assert len(SheetText.read(b"name\n" + b"A\n" * 100_000).rows) == text_module.MOST_ROWS
