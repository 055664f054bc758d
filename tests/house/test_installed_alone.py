"""The core, and each plugin beside it, work when they are installed as a stranger would."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGINS = sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))
BIN = "Scripts" if os.name == "nt" else "bin"


def run_program(*command, cwd):
    """Run a program, free of what this environment says to Python, and return what it said."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=kept,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def install(tmp_path, wheels):
    """Install a distribution into an empty environment, from the wheels alone."""

    def installed(distribution):
        venv.create(tmp_path / "venv", with_pip=False)
        folder = tmp_path / "venv" / BIN
        pip = [sys.executable, "-m", "pip", "--python", folder / "python", "--isolated", "install"]
        local = ["--no-index", *(f"--find-links={folder}" for folder in wheels)]
        run_program(*pip, "--quiet", *local, distribution, cwd=tmp_path)
        return lambda *words: run_program(folder / "partenariats", *words, cwd=tmp_path)

    return installed


def test_the_core_alone_works(install):
    """The core without any plugin validates, shows and explains in French."""
    partenariats = install("partenariats")
    event = ROOT / "examples" / "assises_2022" / "event.toml"
    assert partenariats("--version").startswith("partenariats ")
    assert "Niort" in partenariats("export", event, "markdown", "-o", "-")
    assert partenariats("explain", "THM001", "--language", "fr") != partenariats(
        "explain", "THM001", "--language", "en"
    )


@pytest.mark.parametrize("folder", PLUGINS, ids=lambda path: path.name)
def test_a_plugin_alone_works(install, folder):
    """A plugin brings the core with it, and the core lists it."""
    name = folder.name.replace("_", "-")
    listed = install(f"partenariats-{name}")("plugins")
    assert f"partenariats-{name}" in listed
    assert "did not load" not in listed


def test_the_wheel_is_whole(wheels):
    """The core's wheel has the types' marker, the translations and the templates."""
    (core,) = wheels[0].glob("partenariats-*.whl")
    names = set(zipfile.ZipFile(core).namelist())
    source = ROOT / "src"
    data = [path for path in source.rglob("*") if path.suffix in {".mo", ".po", ".toml", ".typed"}]
    assert {path.relative_to(source).as_posix() for path in data} <= names
    assert not [name for name in names if name.startswith(("tests/", "examples/"))]
