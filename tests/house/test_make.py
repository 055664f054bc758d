"""`make.py`: one line for a wrong word, the standard library alone, and a set-up that heals."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def make(tmp_path, monkeypatch):
    """Load `make.py` for a project of its own, where pip only notes what it is asked."""
    spec = importlib.util.spec_from_file_location("make_of_the_house", ROOT / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    files = [f"requirements/{level}.txt" for level in (*module.LEVELS, "author")]
    for name in ("pyproject.toml", *files):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    venv = tmp_path / ".venv"
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", venv)
    monkeypatch.setattr(module, "PYTHON", venv / "python")
    monkeypatch.setattr(module.venv, "create", lambda folder, **_: make_python(folder))
    module.asked = []
    monkeypatch.setattr(module, "pip", lambda *words: module.asked.append(words[0]))
    return module


def make_python(folder):
    """Make what a new environment is known by."""
    folder.mkdir()
    (folder / "python").touch()


@pytest.mark.parametrize("words", [["fly"], [], ["demo", "test"]], ids=["unknown", "none", "two"])
def test_a_wrong_verb_is_one_line(words):
    """A word that is no verb gives one line that names the verbs, and exit code 2."""
    command = [sys.executable, str(ROOT / "make.py"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "demo" in done.stderr


def test_needs_only_the_standard_library():
    """`make.py` imports nothing that a bare Python lacks."""
    tree = ast.parse((ROOT / "make.py").read_bytes())
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_a_finished_set_up_is_free(make):
    """A second set-up for unchanged files asks pip for nothing."""
    make.set_up("run")
    make.asked.clear()
    make.set_up("run")
    assert make.asked == []


def test_a_larger_set_up_serves_the_smaller_ones(make):
    """Who has set up for the tests need not set up for the demo, but for the proofs."""
    make.set_up("test")
    assert [make.is_ready(level) for level in ("run", "test", "proof")] == [True, True, False]


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements/run.txt"])
def test_a_changed_file_sets_up_again(make, name):
    """A change of what a set-up depends on makes it again, in the same environment."""
    make.set_up("run")
    kept = make.VENV / "kept"
    kept.touch()
    (make.ROOT / name).write_text("changed", encoding="utf-8")
    assert not make.is_ready("run")
    make.set_up("run")
    assert make.is_ready("run")
    assert kept.exists()


def test_an_interrupted_set_up_is_made_anew(make, monkeypatch):
    """What an interrupted set-up left is thrown away by the next one."""
    monkeypatch.setattr(make, "pip", lambda *_: sys.exit("interrupted"))
    with pytest.raises(SystemExit, match="interrupted"):
        make.set_up("run")
    left = make.VENV / "left"
    left.touch()
    monkeypatch.setattr(make, "pip", lambda *_: None)
    make.set_up("run")
    assert make.is_ready("run")
    assert not left.exists()


def test_another_python_starts_anew(make, monkeypatch):
    """An environment of another Python is not built upon."""
    make.set_up("run")
    left = make.VENV / "left"
    left.touch()
    monkeypatch.setattr(make.sys, "version", "4.0")
    make.set_up("run")
    assert not left.exists()
