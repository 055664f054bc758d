"""The tests mirror the sources, so that the tests of a thing are found by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "partenariats"
ROOMS = sorted(
    {test.relative_to(ROOT / "tests").parts[0] for test in ROOT.glob("tests/**/test_*.py")}
)


@pytest.mark.parametrize("room", ROOMS)
def test_what_is_tested_exists(room):
    """A folder of tests is named after a room, a file beside them after a module of the core."""
    if room == "house":
        return
    if room in {"docs", "examples"}:
        assert (ROOT / room).is_dir()
    else:
        assert (PACKAGE / room.removeprefix("test_")).exists()
