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
WHEELS = Path(sys.prefix) / "wheels"
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


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    """Build the wheels of the core and of every plugin."""
    if not WHEELS.is_dir():
        pytest.skip("no wheels of the requirements: run the tests by `python3 make.py test`")
    to = tmp_path_factory.mktemp("wheels")
    for folder in (ROOT, *PLUGINS):
        run_program(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", to, cwd=folder)
    return to


@pytest.fixture
def install(tmp_path, wheels):
    """Install a distribution into an empty environment, from the wheels alone."""

    def installed(distribution):
        venv.create(tmp_path / "venv", with_pip=False)
        folder = tmp_path / "venv" / BIN
        pip = [sys.executable, "-m", "pip", "--python", folder / "python", "--isolated", "install"]
        local = ["--no-index", "--find-links", WHEELS, "--find-links", wheels]
        run_program(*pip, "--quiet", *local, distribution, cwd=tmp_path)
        return lambda *words: run_program(folder / "partenariats", *words, cwd=tmp_path)

    return installed


def test_the_core_alone_works(install):
    """The core without any plugin validates, shows and explains in French."""
    partenariats = install("partenariats")
    event = ROOT / "examples" / "assises_2022" / "event.toml"
    assert partenariats("--version").startswith("partenariats ")
    assert partenariats("--help").startswith("Usage: partenariats ")
    assert "Niort" in partenariats("export", event, "markdown", "-o", "-")
    assert partenariats("explain", "THM001", "--language", "fr") != partenariats(
        "explain", "THM001", "--language", "en"
    )


@pytest.mark.parametrize("folder", PLUGINS, ids=lambda path: path.name)
def test_a_plugin_alone_works(install, folder):
    """A plugin brings the core with it, and the core lists it."""
    name = folder.name.replace("_", "-")
    partenariats = install(f"partenariats-{name}")
    assert partenariats("--help").startswith("Usage: partenariats ")
    listed = partenariats("plugins")
    assert f"partenariats-{name}" in listed
    assert "did not load" not in listed


def test_everything_together_works(install):
    """The core with `all` brings every plugin of ours, and they get on."""
    partenariats = install("partenariats[all]")
    assert partenariats("--help").startswith("Usage: partenariats ")
    listed = partenariats("plugins")
    names = [f"partenariats-{folder.name.replace('_', '-')}" for folder in PLUGINS]
    assert [name for name in names if f"({name} " in listed] == names
    assert "did not load" not in listed


@pytest.mark.parametrize("folder", [ROOT, *PLUGINS], ids=lambda path: path.name)
def test_a_wheel_is_whole(wheels, folder):
    """A wheel holds the package as it is in the tree, its licence, and nothing else."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "src"]
    files = run_program(*listed, cwd=folder).splitlines()
    wanted = {name.removeprefix("src/") for name in files if (folder / name).is_file()}
    (package,) = {name.partition("/")[0] for name in wanted}
    (wheel,) = wheels.glob(f"{package}-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (info,) = {name.partition("/")[0] for name in names if ".dist-info/" in name}
        licence = archive.read(f"{info}/licenses/LICENSE")
    assert {name for name in names if not name.startswith(f"{info}/")} == wanted
    assert f"{package}/py.typed" in names
    assert licence == (folder / "LICENSE").read_bytes()


def test_the_core_brings_its_translations_and_templates(wheels):
    """What is no Python is in the core's wheel too."""
    (core,) = wheels.glob("partenariats-*.whl")
    names = zipfile.ZipFile(core).namelist()
    endings = {name.rpartition(".")[2] for name in names if name.startswith("partenariats/")}
    assert {"mo", "toml", "typed"} <= endings
