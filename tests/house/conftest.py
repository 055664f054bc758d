"""Wheels of the project, and empty environments to install them in."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WHEELS = Path(sys.prefix) / "wheels"
PLUGINS = sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))
BIN = "Scripts" if os.name == "nt" else "bin"


class Environment:
    """Be an environment of Python in a folder, where nothing comes from a network."""

    def __init__(self, folder: Path, wheels: Path) -> None:
        self.folder = folder
        self.programs = folder / "venv" / BIN
        self._wheels = wheels
        venv.create(folder / "venv", with_pip=False)

    def install(self, *what: object) -> None:
        """Install distributions from the wheels alone."""
        python = self.programs / "python"
        pip = [sys.executable, "-m", "pip", "--python", python, "--isolated", "install", "--quiet"]
        local = ["--no-index", "--find-links", WHEELS, "--find-links", self._wheels]
        done = self.call(*pip, *local, "--no-build-isolation", *what)
        assert done.returncode == 0, done.stdout + done.stderr

    def call(self, *command: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run a program, free of what this environment says to Python; its messages are English."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        path = os.pathsep.join((str(self.programs), kept.get("PATH", "")))
        return subprocess.run(
            list(map(str, command)),
            cwd=cwd or self.folder,
            env={**kept, "PATH": path, "LC_ALL": "en_GB.UTF-8"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def partenariats(self, *words: object) -> subprocess.CompletedProcess[str]:
        """Run the command line that is installed here."""
        return self.call(self.programs / "partenariats", *words)


@pytest.fixture(scope="session")
def wheels(tmp_path_factory) -> Path:
    """Build the wheels of the core and of every plugin."""
    if not WHEELS.is_dir():
        pytest.skip("no wheels of the requirements: run the tests by `python3 make.py test`")
    to = tmp_path_factory.mktemp("wheels")
    for folder in (ROOT, *PLUGINS):
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(to)]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    return to


@pytest.fixture
def environment(tmp_path, wheels) -> Environment:
    """Give an empty environment, in a folder of its own."""
    return Environment(tmp_path, wheels)
