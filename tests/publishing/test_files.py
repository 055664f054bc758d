"""Writing so that a reader finds each file old or new, whatever happens."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import textwrap

import pytest

from partenariats.interfaces.exporter import Artifact, ExportError
from partenariats.publishing.files import (
    UnwritableError,
    append,
    cut,
    delete,
    publish,
    stale,
    write_file,
    write_pieces,
)


def artifacts(**contents):
    """Make artifacts from names and texts."""
    return [Artifact(f"{name}.txt", text.encode(), "text/plain") for name, text in contents.items()]


def listing(folder):
    """Read every file below a folder."""
    return {
        str(path.relative_to(folder)): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_everything_is_written_and_nothing_else_left(tmp_path):
    """Files replace what was there, others stay, nothing temporary remains."""
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "other.txt").write_text("other")
    written = publish(artifacts(a="A", b="B"), tmp_path)
    assert written == (tmp_path / "a.txt", tmp_path / "b.txt")
    assert listing(tmp_path) == {"a.txt": "A", "b.txt": "B", "other.txt": "other"}


def test_folders_are_made_on_the_way(tmp_path):
    """An artifact in a folder brings its folder."""
    publish([Artifact("x/y/a.txt", b"A", "text/plain")], tmp_path / "new")
    assert listing(tmp_path) == {"new/x/y/a.txt": "A"}


def test_files_have_the_usual_permissions(tmp_path):
    """What is published is as readable as any new file of the same person."""
    (tmp_path / "usual").write_text("")
    publish(artifacts(a="A"), tmp_path)
    write_file(b"B", tmp_path / "b.txt")
    modes = {(tmp_path / name).stat().st_mode for name in ("usual", "a.txt", "b.txt")}
    assert len(modes) == 1


def test_two_artifacts_of_one_name_are_refused_before_anything(tmp_path):
    """Names that differ only by case would be one file on some systems."""
    with pytest.raises(ExportError, match="two outputs"):
        publish([*artifacts(a="1"), *artifacts(A="2")], tmp_path)
    assert listing(tmp_path) == {}


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    """A folder that is a link to elsewhere stops the publication before any file is replaced."""
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    out.mkdir()
    elsewhere.mkdir()
    (out / "x").symlink_to(elsewhere)
    (out / "a.txt").write_text("old")
    with pytest.raises(ExportError, match="link leads out"):
        publish([*artifacts(a="new"), Artifact("x/b.txt", b"B", "text/plain")], out)
    assert (listing(elsewhere), (out / "a.txt").read_text()) == ({}, "old")


def test_a_link_in_the_place_of_a_file_is_replaced_not_written_through(tmp_path):
    """What a link points at keeps its content."""
    (tmp_path / "secret").write_text("secret")
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.txt").symlink_to(tmp_path / "secret")
    publish(artifacts(a="A"), out)
    assert ((tmp_path / "secret").read_text(), (out / "a.txt").read_text()) == ("secret", "A")


def test_a_folder_in_the_place_of_a_file_stops_everything(tmp_path):
    """Nothing is replaced where one of the files cannot be."""
    (tmp_path / "b.txt").mkdir()
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(UnwritableError, match="folder stands"):
        publish(artifacts(a="new", b="B"), tmp_path)
    assert listing(tmp_path) == {"a.txt": "old"}


def test_stale_lists_what_is_missing_or_differs(tmp_path):
    """A file that is as it should be is not stale."""
    made = artifacts(a="A", b="B", c="C")
    publish(made[:2], tmp_path)
    (tmp_path / "b.txt").write_text("changed")
    assert stale(made, tmp_path) == (tmp_path / "b.txt", tmp_path / "c.txt")


SCRIPT = """
    import sys
    from pathlib import Path
    from partenariats.interfaces.exporter import Artifact
    from partenariats.publishing.files import publish, write_file, UnwritableError
    folder, size, letter = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    made = [Artifact(f"{n}.txt", letter.encode() * size, "text/plain") for n in range(5)]
    try:
        publish(made, folder)
    except UnwritableError as error:
        sys.exit(f"unwritable: {error}")
"""


def start(folder, size, letter, **more):
    """Start a process that publishes five files of one letter."""
    command = [sys.executable, "-c", textwrap.dedent(SCRIPT), str(folder), str(size), letter]
    return subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", **more)


def test_a_full_disk_leaves_what_was_there(tmp_path):
    """Where the system takes no more bytes, every old file stays and the error says why."""

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    publish([Artifact(f"{n}.txt", b"old", "text/plain") for n in range(5)], tmp_path)
    process = start(tmp_path, 2000, "x", preexec_fn=limit)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, "cannot be written: File too large" in said) == (1, True)
    assert listing(tmp_path) == {f"{n}.txt": "old" for n in range(5)}


WITHOUT_OVERRIDE = (
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search",
    "--inh-caps=-dac_override,-dac_read_search",
)
"""Runs a program as root without root's right to write everywhere."""


def test_a_read_only_folder_leaves_what_was_there(tmp_path):
    """Where nothing may be written, nothing is, and the error says why."""
    publish(artifacts(a="old"), tmp_path)
    tmp_path.chmod(0o555)
    prefix = WITHOUT_OVERRIDE if os.geteuid() == 0 else ()
    command = [sys.executable, "-c", textwrap.dedent(SCRIPT), str(tmp_path), "3", "x"]
    done = subprocess.run(
        [*prefix, *command], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    tmp_path.chmod(0o755)
    assert (done.returncode, "Permission denied" in done.stderr) == (1, True)
    assert listing(tmp_path) == {"a.txt": "old"}


def test_two_at_once_leave_one_whole_result(tmp_path):
    """Of several publications at the same time the files of one stay, all of them."""
    for _ in range(5):
        running = [start(tmp_path, 300_000, letter) for letter in "abcd"]
        for process in running:
            _, said = process.communicate(timeout=60)
            assert (process.returncode, said) == (0, "")
        letters = {text[0] for text in listing(tmp_path).values()}
        assert (len(listing(tmp_path)), len(letters)) == (5, 1)


def test_a_killed_publication_leaves_whole_files(tmp_path):
    """Killed at any moment, it leaves each file old or new, and the next one clears up."""
    publish([Artifact(f"{n}.txt", b"o" * 300_000, "text/plain") for n in range(5)], tmp_path)
    for tenth in range(8):
        process = start(tmp_path, 300_000, "n")
        try:
            process.communicate(timeout=0.05 + tenth * 0.02)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        named = {k: v for k, v in listing(tmp_path).items() if "/" not in k}
        assert len(named) == 5
        assert all(text in {"o" * 300_000, "n" * 300_000} for text in named.values())
    publish(artifacts(a="A"), tmp_path)
    assert sorted(listing(tmp_path)) == ["0.txt", "1.txt", "2.txt", "3.txt", "4.txt", "a.txt"]


def test_one_file_is_written_wholly_or_not_at_all(tmp_path):
    """A single file replaces the old one; a folder in its place is an error."""
    file = tmp_path / "new" / "event.toml"
    assert write_file(b"1", file).read_bytes() == b"1"
    write_file(b"2", file)
    assert listing(tmp_path) == {"new/event.toml": "2"}
    with pytest.raises(UnwritableError, match="folder"):
        write_file(b"3", tmp_path / "new")


def test_what_fails_while_a_file_is_made_leaves_what_was_there(tmp_path):
    """Pieces come one after the other; where one does not, the old file stays, and no other."""

    def pieces():
        yield b"new"
        raise KeyError

    file = tmp_path / "a.csv"
    file.write_bytes(b"old")
    with pytest.raises(KeyError):
        write_pieces(pieces(), file)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.csv", b"old")]
    write_pieces(iter((b"n", b"ew")), file)
    assert file.read_bytes() == b"new"


def test_a_pipe_is_written_into(tmp_path):
    """What is no regular file, as a pipe or a device, gets the bytes and stays what it is."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(b"1", pipe)
    assert os.read(reader, 10) == b"1"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.parametrize("mode", [None, 0o644])
def test_a_secret_is_for_its_owner_alone(tmp_path, mode):
    """Whether it is new or stood open before; and never open while it is written."""
    file = tmp_path / "secret"
    if mode is not None:
        file.write_text("old")
        file.chmod(mode)
    write_file(b"new", file, is_secret=True)
    assert (file.read_text(), file.stat().st_mode & 0o777) == ("new", 0o600)


def test_lines_are_added_to_a_file_that_is_there(tmp_path):
    """What it held stays; one that is missing is not made."""
    file = tmp_path / "lines"
    with pytest.raises(UnwritableError):
        append(b"a\n", file)
    assert not file.exists()
    file.write_bytes(b"a\n")
    append(b"b\n", file)
    append(b"c\n", file)
    assert file.read_bytes() == b"a\nb\nc\n"
    cut(file, 4)
    assert file.read_bytes() == b"a\nb\n"
    delete(file)
    delete(file)
    assert not file.exists()


def test_what_cannot_be_cut_or_deleted_is_told(tmp_path):
    """A folder is neither."""
    for work in (delete, lambda place: cut(place, 0)):
        with pytest.raises(UnwritableError):
            work(tmp_path)
    assert tmp_path.is_dir()


def test_a_full_disk_leaves_no_half_line(tmp_path):
    """What was added in part is taken away, and the file can be added to later."""
    file = tmp_path / "lines"
    file.write_bytes(b"x" * 4090 + b"\n")
    script = textwrap.dedent("""
        import resource, signal
        from pathlib import Path
        from partenariats.publishing.files import UnwritableError, append
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        try:
            append(b"a line that is too long\\n", Path("lines"))
        except UnwritableError as error:
            print(error)
        append(b"four\\n", Path("lines"))
    """)
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, encoding="utf-8",
        check=True,
    )  # fmt: skip
    assert done.stdout.startswith("lines: cannot be written: ")
    assert file.read_bytes() == b"x" * 4090 + b"\nfour\n"
