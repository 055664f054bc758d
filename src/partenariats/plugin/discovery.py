"""Which plugins there are: installed ones by their entry points, one-off ones by their file."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, distributions, entry_points
from pathlib import Path
from types import ModuleType
from typing import Final

import attrs

from partenariats.errors import PartenariatsError

GROUP: Final = "partenariats"
ONLY: Final = "PARTENARIATS_PLUGINS"
DISABLED: Final = "PARTENARIATS_DISABLED_PLUGINS"


class PluginFileError(PartenariatsError):
    """A file given as a plugin cannot be used as one."""


@attrs.frozen(kw_only=True)
class Candidate:
    """Hold a plugin that was found but not yet loaded; `place` is the folder or file it is in."""

    name: str
    distribution: str
    version: str
    place: str = attrs.field(default="", eq=False)
    load: Callable[[], object] = attrs.field(eq=False, repr=False)


def installed() -> Iterator[Candidate]:
    """Give the plugins of all installed distributions that are not disabled, by name."""
    return (candidate for candidate, variable in survey() if variable is None)


def survey() -> Iterator[tuple[Candidate, str | None]]:
    """Give every installed plugin by name, with the variable that disables it where one does.

    `PARTENARIATS_PLUGINS` names the only ones wanted, `PARTENARIATS_DISABLED_PLUGINS` those
    unwanted, separated by commas, by the name of the entry point or of the distribution.
    """
    only, disabled = _names(ONLY), _names(DISABLED) or frozenset()
    found = [_candidate(point) for point in entry_points(group=GROUP)]
    for candidate in sorted(set(found), key=lambda c: (c.name, c.distribution)):
        names = {candidate.name, candidate.distribution}
        if names & disabled:
            yield candidate, DISABLED
        else:
            yield candidate, None if only is None or names & only else ONLY


def unannounced() -> Iterator[tuple[str, list[str]]]:
    """Give distributions that look like plugins but announce none, with the groups they name."""
    for distribution in distributions():
        groups = {point.group for point in distribution.entry_points}
        named = distribution.name.lower().replace("_", "-").startswith(f"{GROUP}-")
        misspelt = any(group.lower().startswith(GROUP[:-1]) for group in groups)
        if (named or misspelt) and GROUP not in groups:
            yield distribution.name, sorted(groups)


def wanted_but_missing() -> list[str]:
    """List the names in `PARTENARIATS_PLUGINS` that no installed plugin bears."""
    only = _names(ONLY)
    if not only:
        return []
    there = {
        name
        for candidate in map(_candidate, entry_points(group=GROUP))
        for name in (candidate.name, candidate.distribution)
    }
    return sorted(only - there)


def from_file(path: str | Path) -> Candidate:
    """Make a candidate of a Python file, on the word of whoever named it."""
    file = Path(path)
    if not file.is_file():
        raise PluginFileError("{file}: there is no such plugin file", file=path)
    return Candidate(
        name=file.stem,
        distribution=str(path),
        version="",
        place=str(file),
        load=lambda: _run(file),
    )


def _run(file: Path) -> ModuleType:
    name = f"partenariats_plugin_file_{file.stem}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise PluginFileError("{file}: this is no Python file", file=file)
    module = importlib.util.module_from_spec(spec)
    # the types that stand as words in a module are looked up under its name
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _candidate(point: EntryPoint) -> Candidate:
    return Candidate(
        name=point.name,
        distribution=point.dist.name if point.dist else "?",
        version=point.dist.version if point.dist else "?",
        place=str(point.dist.locate_file("")) if point.dist else "?",
        load=point.load,
    )


def _names(variable: str) -> frozenset[str] | None:
    """Return the names in an environment variable; nothing where it is not set."""
    value = os.environ.get(variable)
    if value is None:
        return None
    return frozenset(name.strip() for name in value.split(",") if name.strip())
