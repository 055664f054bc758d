"""Names that an output may have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.interfaces.exporter import Artifact, ExportError
from partenariats.publishing.targets import place, refuse, target_key


@pytest.mark.parametrize(
    "name", ["a.ics", "a/b/c.md", "été.txt", "x" * 200, "a b.md", "conx", ".x"]
)
def test_takes_portable_names(name):
    """Relative names that every system takes are fine, accents and folders included."""
    assert refuse(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "", "/etc/passwd", "../x", "a/../../x", "a//b", "./a", "a/", "..", "C:\\x", "a\\b", "c:x",
        "CON", "con.txt", "aux", "NUL.ics", "COM1", "lpt9.md", "LPT¹", "a\u202eb", "a\nb", "a\0b",
        "a?", "a*b", 'a"b', "a<b", "a|b", "a.", "a ", "x" * 201, "x" * 300, "é" * 101, "a/CON/b",
    ],
)  # fmt: skip
def test_refuses_names_that_lead_out_or_fail_somewhere(name):
    """Ways out, reserved names, invisible characters and names too long are refused everywhere."""
    assert refuse(name) is not None


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("./P.md", "`./P.md` has a `./`: a target is written without it"),
        ("a/./b", "`a/./b` has a `./`: a target is written without it"),
        ("./../b", "`./../b` leads out of the output folder"),
        ("../b", "`../b` leads out of the output folder"),
        ("a/../b", "`a/../b` leads out of the output folder"),
        ("a//b", "`a//b` has a `/` with no name beside it"),
        ("a/", "`a/` has a `/` with no name beside it"),
        ("/b", "a target is a path below the output folder"),
    ],
)
def test_why_a_name_is_refused(name, reason):
    """The reason is the true one: a name that stays in the folder does not lead out of it."""
    assert str(refuse(name)) == reason


@given(st.text(max_size=40))
def test_a_name_that_is_taken_stays_below_its_folder(name):
    """Whatever a name is made of, if it is taken it cannot leave the folder."""
    if refuse(name) is None:
        from pathlib import Path, PureWindowsPath

        assert ".." not in Path(name).parts
        assert not PureWindowsPath(name).drive
        assert not PureWindowsPath(name).is_absolute()
        assert (Path("/out") / name).is_relative_to("/out")


def test_names_that_some_systems_take_for_one_are_one():
    """Case and the form of accents do not tell two files apart."""
    assert target_key("É.ics") == target_key("e\u0301.ICS")


def test_one_artifact_takes_the_name_it_is_given():
    """`to` names the file of an exporter that makes one."""
    made = place([Artifact("x.ics", b"", "text/calendar")], "programme.ics")
    assert [artifact.name for artifact in made] == ["programme.ics"]


def test_several_artifacts_go_into_a_folder():
    """`to` with a slash at its end is a folder; without one several files cannot share it."""
    made = [Artifact(name, b"", "text/plain") for name in ("a.txt", "b.txt")]
    assert [artifact.name for artifact in place(made, "out/")] == ["out/a.txt", "out/b.txt"]
    assert place(made, None) == tuple(made)
    with pytest.raises(ExportError, match="2 were made"):
        place(made, "out")


def test_an_exporter_cannot_name_a_file_outside():
    """A name that an exporter gives is checked like one that an organiser gives."""
    with pytest.raises(ExportError, match="leads out"):
        place([Artifact("../x", b"", "text/plain")], None)
