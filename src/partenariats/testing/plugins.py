"""What every plugin must be, whatever it offers."""

from __future__ import annotations

import ast
import inspect
import itertools
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from partenariats.interfaces.options import options_class
from partenariats.plugin import hookspecs
from partenariats.plugin.discovery import GROUP

ROOMS: Final = ("model", "language", "diagnostics", "interfaces", "plugin", "errors")
"""What a plugin may import of partenariats; of `plugin` only `hookimpl`."""
SLOWEST: Final = 0.15
"""Seconds that importing a plugin's `plugin.py` may take beyond what Python itself does."""

_NAMED: Final = {
    "exporters": "exporter",
    "importers": "importer",
    "registration_backends": "registration back-end",
}
"""Offers whose first bears the plugin's name, by the hooks that give them."""

_TIMED: Final = """
import sys, time
from partenariats.plugin import hookimpl
started = time.perf_counter()
__import__(sys.argv[1])
print(time.perf_counter() - started)
"""


def check_plugin(name: str) -> None:
    """Fail, with everything that is wrong, unless an installed plugin is as plugins must be.

    Its names agree (entry point, distribution, package, first offer), its hooks are hooks with
    the signatures of their specifications, `plugin.py` is cheap to import, nothing private of
    partenariats is imported, and its options are documented.
    """
    points = [point for point in entry_points(group=GROUP) if point.name == name]
    if len(points) != 1:
        raise AssertionError(f"{len(points)} entry points in group {GROUP!r} are called {name!r}")
    complaints = list(_complaints(points[0]))
    if complaints:
        raise AssertionError("\n".join([f"plugin {name!r}:", *(f"- {c}" for c in complaints)]))


def _complaints(point: EntryPoint) -> Iterator[str]:
    yield from _check_names(point)
    module = point.load()
    yield from _check_hooks(module)
    yield from _check_import(point.module)
    yield from _check_private(point.module.partition(".")[0])
    for kind, what in _NAMED.items():
        offers = _offers(module, kind)
        if offers and offers[0].name != point.name:
            yield f"its first {what} is called {offers[0].name!r}, not {point.name!r}"
        for offer in offers:
            yield from _check_options(offer, offer.name)
    for rule in _offers(module, "validators"):
        yield from _check_options(rule, rule.code)


def _offers(module: Any, kind: str) -> list[Any]:
    return list(getattr(module, f"partenariats_{kind}", list)())


def _check_names(point: EntryPoint) -> Iterator[str]:
    package = f"partenariats_{point.name.replace('-', '_')}"
    distribution = point.dist.name if point.dist else "none"
    if distribution != f"partenariats-{point.name}":
        yield f"its distribution is called {distribution!r}, not 'partenariats-{point.name}'"
    if point.value != f"{package}.plugin":
        yield f"its entry point is {point.value!r}, not '{package}.plugin'"


def _check_hooks(module: Any) -> Iterator[str]:
    for name, function in vars(module).items():
        if not hasattr(function, f"{hookspecs.PROJECT}_impl"):
            continue
        specified = getattr(hookspecs, name, None)
        if specified is None:
            yield f"there is no hook {name!r}"
            continue
        wanted = list(inspect.signature(specified).parameters)
        given = list(inspect.signature(function).parameters)
        if given != wanted:
            yield f"hook {name!r} takes {given}, its specification {wanted}"


def _check_import(module: str) -> Iterator[str]:
    command = [sys.executable, "-c", _TIMED, module]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own Python
    if done.returncode != 0:
        yield f"importing {module} fails: {done.stderr.strip().splitlines()[-1]}"
    elif float(done.stdout) > SLOWEST:
        yield f"importing {module} takes {float(done.stdout):.2f} s: import inside the work"


def _check_private(package: str) -> Iterator[str]:
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for file in sorted(Path(folder).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_bytes())):
                for module in _imported(node):
                    if not _is_public(module):
                        yield f"{file.name} imports {module}, which is not for plugins"


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        if node.module == "partenariats.plugin":
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        else:
            yield node.module


def _is_public(module: str) -> bool:
    parts = module.split(".")
    if parts[0] != "partenariats":
        return True
    if len(parts) == 1 or parts[1] not in ROOMS:
        return False
    return parts[1] != "plugin" or parts[2:] == ["hookimpl"]


def _check_options(offer: type[Any], name: str) -> Iterator[str]:
    options = options_class(offer)
    if not (options.__doc__ or "").strip():
        yield f"the options of {name!r} have no docstring"
    for field in getattr(options, "__attrs_attrs__", ()):
        if field.name not in (options.__doc__ or "") and field.name not in _described(options):
            yield f"neither {options.__name__} nor a text below it says what {field.name!r} is"


def _described(cls: type) -> set[str]:
    """Return the fields of a class that have a text of their own below them."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    return {
        field.target.id
        for field, after in itertools.pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
    }
