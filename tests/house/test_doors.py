"""Each third-party library has one door, so that it can be exchanged there."""

from __future__ import annotations

import ast
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEPENDENCIES = {
    Requirement(text).name.replace("-", "_") for text in SETTINGS["project"]["dependencies"]
}
EXTRAS = SETTINGS["project"]["optional-dependencies"]
PLUGINS = sorted(ROOT.glob("plugins/*/src/*"))
IMPORTED_AS = {"python-docx": "docx"}
FOR_PLUGINS = ("model", "language", "diagnostics", "interfaces", "errors")


def extra(name):
    """Give the libraries that an extra brings."""
    return {Requirement(text).name for text in EXTRAS[name]}


def imports(file):
    """Give the name of every module that a file imports, wherever it does."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." if node.level else str(node.module)


def strangers(folder, own):
    """Give the third-party libraries that the modules of a folder import."""
    known = {*sys.stdlib_module_names, *own}
    roots = {name.split(".")[0] for file in folder.rglob("*.py") for name in imports(file)}
    return roots - known


def test_the_core_imports_what_it_declares():
    """The core imports exactly the libraries that it depends on, and never by a relative name."""
    kit = ROOT / "src" / "partenariats" / "testing"
    testing = extra("testing")
    names = ("testing", "authoring", "holidays", "solver", "tickets")
    asked = set().union(*map(extra, names))
    assert strangers(ROOT / "src", {"partenariats"}) == DEPENDENCIES | asked
    for file in (ROOT / "src").rglob("*.py"):
        if kit not in file.parents:
            assert not testing & {name.split(".")[0] for name in imports(file)}, file


def test_every_library_has_a_door():
    """Every library but attrs, whose classes are everywhere, is under a contract of imports."""
    contracts = SETTINGS["tool"]["importlinter"]["contracts"]
    doors = {name for contract in contracts for name in contract.get("forbidden_modules", ())}
    names = ("authoring", "holidays", "solver", "tickets")
    asked = set().union(*map(extra, names))
    assert doors == (DEPENDENCIES | asked) - {"attrs", "attr"}


@pytest.mark.parametrize("package", PLUGINS, ids=lambda path: path.name)
def test_a_plugin_imports_what_it_declares(package):
    """A plugin imports exactly the libraries that it asks for, other plugins never."""
    settings = tomllib.loads((package.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    asked = list(project["dependencies"])
    for more in project.get("optional-dependencies", {}).values():
        asked += more
    declared = {Requirement(text).name for text in asked}
    found = strangers(package, {package.name})
    assert found == {IMPORTED_AS.get(name, name.replace("-", "_")) for name in declared}


@pytest.mark.parametrize("package", PLUGINS, ids=lambda path: path.name)
def test_a_plugin_enters_only_the_rooms_open_to_it(package):
    """A plugin imports the nouns, the language and the interfaces, and `hookimpl` from `plugin`."""
    names = {name for file in package.rglob("*.py") for name in imports(file)}
    rooms = {name.split(".")[1] for name in names if name.startswith("partenariats.")}
    assert "partenariats" not in names
    assert {name for name in names if name.startswith("partenariats.plugin.")} == set()
    assert rooms <= {*FOR_PLUGINS, "plugin"}
