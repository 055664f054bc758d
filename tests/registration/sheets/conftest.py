"""Sheets for the event of `tests/registration/conftest.py`."""

from __future__ import annotations

import pytest

from partenariats.registration.sheets.faults import FaultySheetError
from partenariats.registration.sheets.reading import read_sheet


@pytest.fixture
def read(programme):
    """Read the text of a sheet for the event."""

    def read(text, columns=None, more=""):
        content = text.encode() if isinstance(text, str) else text
        return read_sheet(content, programme(more), columns)

    return read


@pytest.fixture
def faults(read):
    """Read a sheet that is at fault, and give its faults as `line:column: what`."""

    def faults(text, columns=None, more=""):
        with pytest.raises(FaultySheetError) as error:
            read(text, columns, more)
        assert all(one.why.advice is not None for one in error.value.faults)
        return [f"{one.line}:{one.column}: {one.why}" for one in error.value.faults]

    return faults
