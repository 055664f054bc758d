"""The text of a sheet, cut into rows and cells that know where they stand."""

from __future__ import annotations

import codecs
import csv
import io
from typing import Final

import attrs

from partenariats.language.message import Message
from partenariats.registration.sheets.faults import SheetError

LARGEST: Final = 20_000_000
"""Bytes of a sheet."""
MOST_ROWS: Final = 100_000
SEPARATORS: Final = (",", ";", "\t")
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How XLSX, ODS and old XLS begin."""
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE: Final = Message.of("save it as “CSV UTF-8” in the spreadsheet program")


@attrs.frozen
class Row:
    """Hold the cells of one row, and the lines of the text it stands in, from 1."""

    cells: tuple[str, ...]
    line: int
    last: int


@attrs.frozen(kw_only=True)
class SheetText:
    """Hold the header and the rows that are not blank."""

    lines: tuple[str, ...]
    separator: str
    header: Row
    rows: tuple[Row, ...]

    @classmethod
    def read(cls, content: bytes) -> SheetText:
        """Cut a CSV file into rows; raise `SheetError` where it is none.

        Cells are separated by commas, semicolons or tabs, whichever cuts the header finest.
        """
        lines = tuple(io.StringIO(_decode(content), newline=""))
        header = next((line for line in lines if any(map(str.isalnum, line))), "".join(lines))
        separator = max(SEPARATORS, key="".join(header.split('"')[::2]).count)
        rows = _rows(lines, separator)
        if not rows:
            raise SheetError("the sheet is empty", advice=_HEADER)
        return cls(lines=lines, separator=separator, header=rows[0], rows=tuple(rows[1:]))

    def column(self, row: Row, index: int) -> tuple[int, int]:
        """Return the line and the column of the text, from 1, where a cell begins."""
        line, column, seen, is_quoted = row.line, 1, 0, False
        for character in "".join(self.lines[row.line - 1 : row.last]).rstrip("\r\n"):
            if seen == index:
                break
            is_quoted ^= character == '"'
            seen += character == self.separator and not is_quoted
            column += 1
            if character == "\n":
                line, column = line + 1, 1
        return line, column


def _rows(lines: tuple[str, ...], separator: str) -> list[Row]:
    """Return the rows that hold something, each with its lines."""
    reader = csv.reader(lines, delimiter=separator, strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(tuple(cells), line, reader.line_num))
            if len(rows) > MOST_ROWS + 1:
                raise SheetError(
                    "the sheet has more than {most} rows", most=MOST_ROWS, advice=_SPLIT
                )
            line = reader.line_num + 1
    except csv.Error as error:
        if "limit" in str(error):
            raise SheetError(
                "the row at line {line} has a cell of more than {most} characters",
                line=line,
                most=csv.field_size_limit(),
                advice=Message.of("write it shorter; a quotation mark may lack its partner"),
            ) from None
        raise SheetError(
            "the quotation marks of the row at line {line} do not fit together",
            line=line,
            advice=Message.of('write a quotation mark within a cell twice, as in `"say ""hi"""`'),
        ) from None
    return rows


def _decode(content: bytes) -> str:
    if len(content) > LARGEST:
        raise SheetError(
            "the sheet is larger than {most} MB", most=LARGEST // 1_000_000, advice=_SPLIT
        )
    if content.startswith(_WORKBOOKS):
        raise SheetError("the sheet is a workbook, not CSV", advice=_SAVE)
    if content.startswith(_UTF16):
        raise SheetError("the sheet is written in UTF-16, not in UTF-8", advice=_SAVE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetError(
            "the sheet is not written in UTF-8: see line {line}; it may be Windows-1252",
            line=content.count(b"\n", 0, error.start) + 1,
            advice=_SAVE,
        ) from None
    if "\0" in text:
        raise SheetError("the sheet is no text", advice=_SAVE)
    return text


_HEADER: Final = Message.of("begin it with a row that names its columns, such as `name,email`")
_SPLIT: Final = Message.of("split it into several sheets")
