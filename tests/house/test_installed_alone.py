"""The core, and each plugin beside it, work when they are installed as a stranger would."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGINS = sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))


@pytest.fixture
def install(environment):
    """Install a distribution into an empty environment, and give its command line."""

    def installed(distribution):
        environment.install(distribution)

        def partenariats(*words):
            done = environment.partenariats(*words)
            assert done.returncode == 0, done.stdout + done.stderr
            return done.stdout

        return partenariats

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
    files = subprocess.check_output(listed, cwd=folder, text=True).splitlines()
    wanted = {name.removeprefix("src/") for name in files if (folder / name).is_file()}
    (package,) = {name.partition("/")[0] for name in wanted}
    (wheel,) = wheels[0].glob(f"{package}-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (info,) = {name.partition("/")[0] for name in names if ".dist-info/" in name}
        licence = archive.read(f"{info}/licenses/LICENSE")
    assert {name for name in names if not name.startswith(f"{info}/")} == wanted
    assert f"{package}/py.typed" in names
    assert licence == (folder / "LICENSE").read_bytes()


def test_the_core_brings_its_translations_and_templates(wheels):
    """What is no Python is in the core's wheel too."""
    (core,) = wheels[0].glob("partenariats-*.whl")
    names = zipfile.ZipFile(core).namelist()
    endings = {name.rpartition(".")[2] for name in names if name.startswith("partenariats/")}
    assert {"mo", "toml", "typed"} <= endings
