"""The pinned requirements: whole, hashed, and free of any registry's address."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[2]
PROJECTS = [ROOT / "pyproject.toml", *sorted(ROOT.glob("plugins/*/pyproject.toml"))]
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
EXTRAS = ("authoring", "holidays", "solver", "testing", "tickets")
FILES = pytest.mark.parametrize("name", ["run", "author", "test", "proof", "lowest"])


def entries(name):
    """Give the entries of a file of pins: what is pinned, and the words after it."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    for entry in text.replace("\\\n", " ").splitlines():
        if entry and not entry.startswith("#"):
            pin, *hashes = entry.split(" --hash", 1)
            yield (
                Requirement(pin),
                [f"--hash{word}" for word in hashes for word in word.split(" --hash")],
            )


def pins(name):
    """Give the version that a file pins for each distribution."""
    found = {}
    for requirement, _ in entries(name):
        (specifier,) = requirement.specifier
        assert specifier.operator == "=="
        found[canonicalize_name(requirement.name)] = specifier.version
    return found


def wanted():
    """Give everything that the core, its plugins and the builds of both ask for."""
    for project in PROJECTS:
        settings = tomllib.loads(project.read_text(encoding="utf-8"))
        yield from settings["project"]["dependencies"]
        yield from settings["build-system"]["requires"]


@FILES
def test_every_pin_is_hashed(name):
    """Every entry is pinned to one version and has the hashes of its files and no address."""
    for requirement, hashes in entries(name):
        assert requirement.url is None
        assert hashes, requirement
        assert all(HASH.fullmatch(word.strip()) for word in hashes), requirement


@FILES
def test_every_dependency_is_pinned(name):
    """What the core and the plugins depend on is pinned to a version that they accept."""
    pinned = pins(name)
    for requirement in map(Requirement, wanted()):
        if not requirement.name.startswith("partenariats"):
            assert requirement.specifier.contains(pinned[canonicalize_name(requirement.name)])


@FILES
def test_every_name_in_the_in_file_is_pinned(name):
    """What an `.in` file asks for stands in the file of pins beside it."""
    lines = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").splitlines()
    pinned = pins(name)
    for asked in (Requirement(line) for line in lines if line and line[0] not in "#-"):
        assert asked.specifier.contains(pinned[canonicalize_name(asked.name)]), asked


def test_the_tests_run_with_what_people_get():
    """The tests run with the very versions that `make.py demo` installs, and so do the proofs."""
    assert pins("run").items() <= pins("author").items() <= pins("test").items()
    assert pins("test").items() <= pins("proof").items()


def test_the_lowest_versions_are_those_that_are_asked_for():
    """What is proved to work is what the core, its plugins and the extras say they work with."""
    lowest = pins("lowest")
    testing = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = testing["optional-dependencies"]
    asked = [*wanted(), *(text for name in EXTRAS for text in extras[name])]
    for requirement in map(Requirement, asked):
        if not requirement.name.startswith("partenariats"):
            (least,) = (s.version for s in requirement.specifier if s.operator == ">=")
            assert Version(lowest[canonicalize_name(requirement.name)]) == Version(least)
