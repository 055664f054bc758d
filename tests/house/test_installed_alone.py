"""The core, and each plugin beside it, work when they are installed as a stranger would."""

from __future__ import annotations

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
