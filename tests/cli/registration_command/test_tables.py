"""Tables as they stand in a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from partenariats.cli.registration_command.shown.tables import (
    AT_ONCE,
    COLUMNS,
    _broken,
    print_table,
)


@pytest.fixture
def table(capsys):
    """Print a table and list its lines."""

    def printed(heads, rows, **asked):
        print_table(heads, rows, **asked)
        return capsys.readouterr().out.splitlines()

    return printed


def test_columns_are_as_wide_as_what_they_hold(table):
    """Wide letters count twice, numbers stand to the right, and no line ends with spaces."""
    assert table(
        ("id", "événement", "n"),
        [("p-1", "confirmée", 7), ("名前", "", 12)],
        numbers=frozenset({2}),
    ) == [
        "id    événement   n",
        "p-1   confirmée   7",
        "名前             12",
    ]  # fmt: skip


def test_lines_of_a_cell_stand_below_each_other(table):
    """What stands beside them stands at the first."""
    assert table(("id", "sessions"), [("p-1", "a\nb"), ("p-2", "c")]) == [
        "id   sessions",
        "p-1  a",
        "     b",
        "p-2  c",
    ]  # fmt: skip


def test_the_widest_column_gives_way_between_words(table):
    """Ids are never broken; a word that is wider than its column is."""
    own = "p-" + "0" * 20
    lines = table(("id", "name", "note"), [(own, "Ada " * 20, "x" * 90)])
    assert all(cell_len(line) <= COLUMNS for line in lines)
    assert lines[1].startswith(f"{own}  Ada Ada")
    assert "".join(lines).count("Ada") == 20
    assert "".join(lines).count("x") == 90


def test_an_id_that_is_wider_than_the_page_stays_whole(table):
    """The line is longer then."""
    own = "p" * 100
    assert own in table(("id", "name"), [(own, "Ada")])[1]


def test_what_could_move_the_cursor_is_shown(table):
    """Nothing that people wrote reaches the terminal as a command."""
    assert table(("id",), [("\x1b[2Jé",)])[1] == "\u241b[2Jé"


def test_heads_stand_once_above_thousands(table):
    """Rows are drawn some at a time, each of them once and in their order."""
    count = 2 * AT_ONCE + 3
    lines = table(("id",), ([str(number)] for number in range(count)))
    assert lines == ["id", *map(str, range(count))]


def test_no_rows_are_no_table(table):
    """Whoever has nothing to show says so itself."""
    assert table(("id", "name"), []) == []


@given(st.lists(st.text("aé名 \u0301", max_size=200), min_size=1, max_size=4))
def test_no_letter_is_lost(cells):
    """However cells are broken, every letter stands in its column, in order."""
    for cell in cells:
        for width in (2, 7, 40):
            parts = list(_broken([cell], width))
            assert "".join(parts).replace(" ", "") == cell.replace(" ", "")
            assert max(map(cell_len, parts), default=0) <= width
