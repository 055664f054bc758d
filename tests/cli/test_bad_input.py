"""Whatever is wrong with the input: a clear word with the place, the right code, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import partenariats as pa

HEAD = b'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "Europe/Paris"\n'
CONTENTS = {
    "not TOML": (b"Programme de la rencontre\n", "SRC001"),
    "empty": (b"", "SRC004"),
    "binary": (bytes(range(256)), "SRC002"),
    "UTF-16": ("format = 1\n".encode("utf-16"), "SRC002"),
    "a byte order mark": (b"\xef\xbb\xbf" + HEAD, "SRC002"),
    "a megabyte of [": (b"[" * 1_000_000, "SRC001"),
    "a megabyte of [a.a": (b"[" + b"a." * 500_000, "SRC001"),
    "a key of 20,000 dots": (b"a" + b".a" * 20_000 + b" = 1\n", "SRC003"),
    "duplicate ids": (HEAD + b'[[venues]]\nid = "a"\nname = "A"\n' * 2, "REF002"),
    "unknown keys": (HEAD + b"titel = 1\n", "SRC006"),
    "wrong types": (HEAD + b"edition = 'one'\n", "SRC008"),
    "an include that leaves": (b'include = ["../x.toml"]\n' + HEAD, "SRC013"),
    "a circle of includes": (b'include = ["event.toml"]\n' + HEAD, "SRC013"),
    "an unknown zone": (HEAD.replace(b"Paris", b"Niort"), "TIM010"),
    "30 February": (HEAD + b'[[days]]\nid = "a"\ndate = 2022-02-30\n', "SRC001"),
    "25:99": (HEAD + b'[[days]]\nid = "a"\ndate = 2022-02-20\nstart = "25:99"\n', "SRC009"),
}


@pytest.mark.parametrize("command", ["validate", "build"])
@pytest.mark.parametrize("what", CONTENTS)
def test_bad_content_is_one_clear_diagnostic(run, tmp_path, what, command):
    """The code, file and place are told in two seconds of work, with exit code 1 and no file."""
    content, code = CONTENTS[what]
    (tmp_path / "event.toml").write_bytes(content)
    before = os.times()
    done = run(command, "event.toml")
    after = os.times()
    took = sum(after[2:4]) - sum(before[2:4])  # what the process worked, however busy the machine
    said = done.stdout + done.stderr
    assert (done.returncode, took < 2) == (1, True)
    assert said.count("error[") == 1
    assert f"error[{code}]: " in said
    assert " --> event.toml:" in said
    assert "Traceback" not in said
    assert [path.name for path in tmp_path.iterdir()] == ["event.toml"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("missing.toml", "error: missing.toml: there is no such file\n"),
        (".", "error: .: this is a folder, not a file\n"),
        ("a\0b", "error: a\u2400b: cannot be read: embedded null byte\n"),
    ],
)
@pytest.mark.parametrize("command", ["validate", "show", "build"])
def test_what_cannot_be_read_is_one_line(run, command, path, said):
    """A missing file and a folder end with exit code 2."""
    if "\0" in path:
        from partenariats.source.document import SourceError, load

        with pytest.raises(SourceError, match="null byte"):
            load(path)
        return
    done = run(command, path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def limited(*command, cwd):
    """Run a command without root's right to read and write everywhere."""
    prefix = (
        (
            "setpriv",
            "--bounding-set=-dac_override,-dac_read_search",
            "--inh-caps=-dac_override,-dac_read_search",
        )
        if os.geteuid() == 0
        else ()
    )
    return subprocess.run(
        [*prefix, sys.executable, "-m", "partenariats", *command],
        cwd=cwd,
        env={**os.environ, "LANG": "en_GB.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_a_file_without_permission_is_one_line(tmp_path):
    """A file that may not be read ends with exit code 2."""
    file = tmp_path / "event.toml"
    file.write_bytes(HEAD)
    file.chmod(0)
    done = limited("validate", "event.toml", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        "error: event.toml: no permission to read this file\n",
    )


def test_an_included_file_without_permission_is_marked_where_it_is_named(tmp_path):
    """The event names a file that may not be read: one diagnostic at that name."""
    (tmp_path / "event.toml").write_bytes(b'include = ["a.toml"]\n' + HEAD)
    (tmp_path / "a.toml").touch()
    (tmp_path / "a.toml").chmod(0)
    done = limited("validate", "event.toml", "--format", "concise", cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[0]) == (
        1,
        "event.toml:1:12: error[SRC013] `a.toml` cannot be read: Permission denied",
    )


def test_a_read_only_output_folder_is_one_line_and_left_alone(tmp_path):
    """What may not be written ends with exit code 2, and what was there stays."""
    (tmp_path / "event.toml").write_bytes(HEAD + b'[[outputs]]\nuse = "text"\nto = "a.txt"\n')
    out = tmp_path / "build"
    out.mkdir()
    (out / "a.txt").write_text("old")
    out.chmod(0o555)
    done = limited("build", "event.toml", cwd=tmp_path)
    out.chmod(0o755)
    assert (done.returncode, done.stderr) == (
        2,
        "error: build: cannot be written: Permission denied\n",
    )
    assert {path.name: path.read_text() for path in out.iterdir()} == {"a.txt": "old"}


@pytest.mark.parametrize(
    ("content", "looks"),
    [
        (b"not json", "text"),
        (b"[" * 100_000, "TOML, as an event file is"),
        (b'{"format": 1}', "JSON"),
    ],
)
def test_an_import_of_something_else_is_refused(run, tmp_path, content, looks):
    """A content of no known format ends with exit code 2 and writes nothing."""
    (tmp_path / "x").write_bytes(content)
    done = run("import", "x", "-o", "event.toml")
    formats = ", ".join(f"`{name}`" for name in sorted(pa.Toolkit().registry.importers.offers))
    said = (
        f"error: this looks like {looks}; none of the importers takes it for its format: {formats}"
    )
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, said)
    assert "  = help: name one with `--from`" in done.stderr
    assert not (tmp_path / "event.toml").exists()


def test_an_import_with_faults_tells_them(run, tmp_path):
    """JSON of the right format with wrong values is reported, and nothing is written."""
    (tmp_path / "x.json").write_text('{"format": 1, "event": {"id": "x", "titel": "X"}}')
    done = run("import", "x.json", "-o", "event.toml")
    assert (done.returncode, done.stderr.count("error[")) == (1, 3)
    assert not (tmp_path / "event.toml").exists()


@pytest.mark.parametrize(
    "arguments",
    [[], ["validat"], ["validate"], ["validate", "a", "b"], ["show", "x", "--colour"]],
)
def test_wrong_usage_ends_with_two(run, arguments):
    """A misspelt command or option is told by usage, not by a traceback."""
    done = run(*arguments)
    assert done.returncode == 2 or (not arguments and "Usage:" in done.stderr + done.stdout)
    assert "Traceback" not in done.stderr
