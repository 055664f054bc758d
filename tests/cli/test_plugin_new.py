"""`partenariats plugin new`: what it writes, and what it refuses."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib

import pytest

KINDS = ("exporter", "importer", "validator", "registration-backend")


@pytest.mark.parametrize("kind", KINDS)
def test_a_distribution_is_written(run, tmp_path, kind):
    """Everything a distribution needs stands in one folder, under one name in every place."""
    done = run("plugin", "new", kind, "long-walk")
    folder = tmp_path / "partenariats-long-walk"
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    module = kind.replace("-", "_")
    golden = {"tests/golden/sample.txt"} if kind == "exporter" else set()
    assert (done.returncode, done.stderr) == (0, "")
    assert files == {
        ".github/workflows/tests.yml",
        ".gitignore",
        "LICENSE",
        "README.md",
        "pyproject.toml",
        "src/partenariats_long_walk/__init__.py",
        "src/partenariats_long_walk/plugin.py",
        f"src/partenariats_long_walk/{module}.py",
        "src/partenariats_long_walk/py.typed",
        "tests/test_plugin.py",
        f"tests/test_{module}.py",
        *golden,
    }
    settings = tomllib.loads((folder / "pyproject.toml").read_text())
    assert settings["project"]["name"] == "partenariats-long-walk"
    assert settings["project"]["entry-points"]["partenariats"] == {
        "long-walk": "partenariats_long_walk.plugin"
    }


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_template_is_left(run, tmp_path, kind):
    """No mark of the template, no path of this machine and no answer file is in what is written."""
    run("plugin", "new", kind, "long-walk", "-o", "here")
    for file in (tmp_path / "here").rglob("*"):
        text = file.read_text() if file.is_file() else ""
        assert ("{%" in text, "{{ " in text.replace("${{ ", ""), str(tmp_path) in text) == (
            (False,) * 3
        ), file


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Running", "`Running` is no name for a plugin"),
        ("1st", "`1st` is no name for a plugin"),
        ("../x", "`../x` is no name for a plugin"),
        ("x" * 41, f"`{'x' * 41}` is no name for a plugin"),
        ("memory", "`memory` is the name of another plugin's offer"),
        ("markdown", "`markdown` is the name of another plugin's offer"),
        ("ical", "`ical` is the name of another plugin's offer"),
    ],
)
def test_a_name_that_cannot_be_is_refused(run, tmp_path, name, told):
    """The name is told with the reason, and nothing is written."""
    done = run("plugin", "new", "exporter", name)
    assert (done.returncode, done.stderr.splitlines()[0]) == (2, f"error: {told}")
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_stays(run, tmp_path):
    """A folder with something in it, or a file, is not written to; an empty folder is."""
    full, empty = tmp_path / "full", tmp_path / "empty"
    for folder in (full, empty):
        folder.mkdir()
    (full / "mine").write_text("mine")
    for target in ("full", "full/mine"):
        done = run("plugin", "new", "exporter", "walk", "-o", target)
        told = f"error: {target}: this exists already; nothing was written\n"
        assert (done.returncode, done.stderr) == (2, told)
    assert [path.name for path in full.iterdir()] == ["mine"]
    assert run("plugin", "new", "exporter", "walk", "-o", "empty").returncode == 0


def test_the_codes_of_a_rule_are_not_ours(run, tmp_path):
    """The family of a rule comes from the plugin's name, and is never one of the core's."""
    for name, code in (("walk", "WAL001"), ("time-check", "XTI001"), ("a1", "AXX001")):
        run("plugin", "new", "validator", name)
        module = f"partenariats_{name.replace('-', '_')}/validator.py"
        written = (tmp_path / f"partenariats-{name}" / "src" / module).read_text()
        assert f'    code = "{code}"\n' in written


def test_without_copier_it_says_what_to_install(tmp_path):
    """Where the extra is not installed, the reader learns its name and nothing is written."""
    hide = "import sys; sys.modules['copier'] = None\n"
    hide += "from partenariats.cli.main import main\n"
    hide += "sys.argv = ['partenariats', 'plugin', 'new', 'exporter', 'walk']; main()"
    done = subprocess.run(
        [sys.executable, "-c", hide],
        cwd=tmp_path,
        env={**os.environ, "LANG": "en_GB.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.splitlines()) == (
        2,
        [
            "error: a new plugin is made with copier, which is not installed",
            "  = help: run `pip install partenariats[authoring]`",
        ],
    )
    assert list(tmp_path.iterdir()) == []
