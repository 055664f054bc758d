"""Files with names: an erasure finds them."""

from __future__ import annotations

import pytest

FILES = {
    "tickets.csv": ("tickets", "--csv", "tickets.csv"),
    "came.csv": ("attendance", "-o", "came.csv"),
    "hall.door": ("door open", "hall", "-o", "hall.door"),
}


@pytest.fixture
def write(run):
    """Write one of the files."""

    def command(file):
        name, *arguments = FILES[file]
        done = run("registration", *name.split(), "event.toml", *arguments)
        assert done.returncode == 0, done.stderr

    return command


@pytest.mark.parametrize("file", FILES)
def test_a_file_with_names_is_noted_and_goes_with_an_erasure(answer, write, people, tmp_path, file):
    """The journal keeps who got what; whoever is erased is not left in a file that we wrote."""
    (tmp_path / "presence.csv").write_text("Nom;Jeudi\nAda Exemple;x\n")
    answer("presence", "presence.csv")
    write(file)
    assert "Ada" in (tmp_path / file).read_text(encoding="utf-8")
    (noted,) = (one["exported"] for one in answer("log") if "exported" in one)
    assert (noted["file"], "name" in noted["fields"]) == (file, True)
    answer("erase", people["Ada"])
    assert not (tmp_path / file).exists()


def test_a_door_file_that_was_used_is_told(write, desk, people, tmp_path, scan):
    """What changed since is not deleted: it may hold entries that nobody merged."""
    write("hall.door")
    assert scan("door", "check-in", "hall.door", "Eva Exemple")[0] == 0
    assert "door hall" in desk("erase", people["Ada"]).stdout
    assert (tmp_path / "hall.door").exists()


def test_counts_of_an_hour_name_nobody(answer, desk, people):
    """They are no export of personal data."""
    answer("check-in", people["Ada"])
    desk("attendance", "--by-hour", "-o", "hours.csv")
    assert [one for one in answer("log") if "exported" in one] == []
