"""`partenariats fmt` lays files out, and says what it did."""

from __future__ import annotations

import pytest

UNTIDY = 'format=1\n[event]\nid="e"\ntitle="É"   # nom\ntimezone="Europe/Paris"\nlanguage="en"\n'
TIDY = """\
format = 1

[event]
id = "e"
title = "É" # nom
timezone = "Europe/Paris"
language = "en"
"""


@pytest.fixture
def event(tmp_path):
    """Write an untidy event."""
    file = tmp_path / "event.toml"
    file.write_text(UNTIDY, encoding="utf-8")
    return file


def test_a_file_is_put_in_order_once(run, event):
    """The first run changes the file and says so; the second finds nothing to change."""
    done = run("fmt", "event.toml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "changed: event.toml\n")
    assert event.read_text(encoding="utf-8") == TIDY
    again = run("fmt", "event.toml")
    assert (again.returncode, again.stdout) == (0, "the layout is canonical already\n")


def test_a_check_writes_nothing(run, event):
    """`--check` names the files that would change and ends with 1, else with 0."""
    done = run("fmt", "event.toml", "--check")
    assert (done.returncode, done.stdout) == (1, "would change: event.toml\n")
    assert event.read_text(encoding="utf-8") == UNTIDY
    event.write_text(TIDY, encoding="utf-8")
    assert run("fmt", "event.toml", "--check").returncode == 0


def test_a_diff_writes_nothing(run, event):
    """`--diff` shows the lines that would change and ends with 1."""
    done = run("fmt", "event.toml", "--diff")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:2] == ["--- event.toml", "+++ event.toml"]
    assert '+title = "É" # nom' in done.stdout.splitlines()
    assert event.read_text(encoding="utf-8") == UNTIDY


def test_included_files_are_put_in_order_too(run, event, tmp_path):
    """Every file of an event is laid out."""
    event.write_text('include=["more.toml"]\n' + UNTIDY, encoding="utf-8")
    (tmp_path / "more.toml").write_text('[[venues]]\nid="v"\nname="V"')
    assert run("fmt", "event.toml").stderr == "changed: event.toml\nchanged: more.toml\n"
    assert (tmp_path / "more.toml").read_text() == '[[venues]]\nid = "v"\nname = "V"\n'


def test_an_event_with_faults_is_laid_out_too(run, event):
    """What a rule would say is no matter of layout."""
    event.write_text(UNTIDY.replace('id="e"', 'id="É"\nday=1'), encoding="utf-8")
    assert run("fmt", "event.toml").returncode == 0
    assert event.read_text(encoding="utf-8") == TIDY.replace('id = "e"', 'id = "É"\nday = 1')


@pytest.mark.parametrize("content", [b"a = ", b"\xff\xfea", b"\xe9"])
def test_what_is_no_toml_is_refused(run, event, content):
    """A file that cannot be read is told like in a check, and stays as it is."""
    event.write_bytes(content)
    done = run("fmt", "event.toml")
    assert done.returncode == 1
    assert "[SRC00" in done.stderr
    assert event.read_bytes() == content


def test_a_missing_file_is_told(run):
    """There is no traceback for a name that is wrong."""
    done = run("fmt", "nothing.toml")
    assert (done.returncode, done.stderr) == (2, "error: nothing.toml: there is no such file\n")


def test_toml_that_the_layout_does_not_know_is_left_and_told(run, event):
    """A file that is read although it is not TOML 1.0 to the letter is not called canonical."""
    text = UNTIDY + '[[days]]\nid="a"\ndate=2030-03-21\nstart=09:30\n'
    event.write_text(text, encoding="utf-8")
    done = run("fmt", "event.toml")
    assert done.returncode == 2
    assert "the layout of this TOML is not known" in done.stderr
    assert event.read_text(encoding="utf-8") == text


def test_nothing_is_written_where_one_of_several_files_cannot_be_laid_out(run, event, tmp_path):
    """All files are looked at before any is changed."""
    (tmp_path / "bad.toml").write_text("a = ")
    assert run("fmt", "event.toml", "bad.toml").returncode == 1
    assert event.read_text(encoding="utf-8") == UNTIDY
