"""Real distributions, made in a folder that a process can be given."""

from __future__ import annotations

import textwrap
from pathlib import Path
from types import ModuleType

import pytest

from partenariats.plugin.discovery import Candidate
from partenariats.plugin.hookspecs import hookimpl

PRELUDE = """
import attrs
from partenariats.plugin import hookimpl
from partenariats.interfaces.exporter import Artifact, Exporter, ExportError
from partenariats.interfaces.importer import Importer
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import Validator
from partenariats.diagnostics.diagnostic import Severity
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message
"""

FILE = """
format = 1
[event]
id = "x"
title = "Assises"
timezone = "Europe/Paris"
language = "en"
[[outputs]]
use = "markdown"
to = "x.md"
"""


@pytest.fixture
def site(tmp_path):
    """Give a function that installs a distribution with a plugin into a folder."""
    folder = tmp_path / "site"
    folder.mkdir()

    def install(name: str, code: str, *, entry: str = "", version: str = "1.0"):
        module = name.replace("-", "_")
        body = textwrap.dedent(code)
        (folder / f"{module}.py").write_text(PRELUDE + body)
        info = folder / f"{module}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
        (info / "entry_points.txt").write_text(f"[partenariats]\n{entry or name} = {module}\n")
        return folder

    return install


@pytest.fixture
def cli(run, tmp_path):
    """Run the command line with the distributions of a folder, on a small event."""
    event = tmp_path / "event.toml"
    event.write_text(FILE)

    def with_site(folder: Path | None, *arguments, more="", env=None):
        event.write_text(FILE + more)
        path = {"PYTHONPATH": str(folder)} if folder else {}
        return run(*arguments, env={**path, **(env or {})})

    return with_site


@pytest.fixture
def candidate():
    """Make a candidate that fills hooks with functions, in this process."""

    def made(name="own", version="1.0", load=None, **hooks):
        plugin = ModuleType(name)
        for hook, function in hooks.items():
            setattr(plugin, f"partenariats_{hook}", hookimpl(function))
        return Candidate(
            name=name, distribution=f"d-{name}", version=version, load=load or (lambda: plugin)
        )

    return made
