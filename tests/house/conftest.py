"""Empty environments to install the project in."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

import pytest

BIN = "Scripts" if os.name == "nt" else "bin"


class Environment:
    """Be an environment of Python in a folder, where nothing comes from a network."""

    def __init__(self, folder: Path, wheels: Sequence[Path]) -> None:
        self.folder = folder
        self.programs = folder / "venv" / BIN
        self._wheels = wheels
        venv.create(folder / "venv", with_pip=False)

    def install(self, *what: object) -> None:
        """Install distributions from the wheels alone."""
        python = self.programs / "python"
        pip = [sys.executable, "-m", "pip", "--python", python, "--isolated", "install", "--quiet"]
        local = ["--no-index", *(f"--find-links={folder}" for folder in self._wheels)]
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


@pytest.fixture
def environment(tmp_path, wheels) -> Environment:
    """Give an empty environment, in a folder of its own."""
    return Environment(tmp_path, wheels)
