"""The proportions of the house: small modules, small functions, folders that fit in the eye."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted([*ROOT.glob("src/**/*.py"), *ROOT.glob("plugins/*/src/**/*.py")])
LINES = {module: len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES}
NAMED = pytest.mark.parametrize("module", MODULES, ids=lambda m: m.relative_to(ROOT).as_posix())


@NAMED
def test_no_module_is_over_400_lines(module):
    """No module has more than 400 lines."""
    assert LINES[module] <= 400


def test_most_modules_are_small():
    """The median module has at most 100 lines, and nine in ten have under 250."""
    assert median(LINES.values()) <= 100
    assert sum(lines < 250 for lines in LINES.values()) >= 0.9 * len(LINES)


@NAMED
def test_no_function_is_over_40_lines(module):
    """No function has more than 40 lines, its docstring included."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(ast.parse(module.read_bytes()))
        if isinstance(node, functions) and node.end_lineno - node.lineno >= 40
    }
    assert long == {}


def test_no_folder_is_crowded():
    """No folder has more than 12 modules besides its `__init__`, but for the one of commands."""
    found = Counter(module.parent for module in MODULES if module.name != "__init__.py")
    crowded = {str(folder): count for folder, count in found.items() if count > 12}
    assert crowded.keys() <= {str(ROOT / "src" / "partenariats" / "cli")}
