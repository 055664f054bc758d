"""Every test says in one sentence what holds."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("tests/**/test_*.py"), *ROOT.glob("plugins/*/tests/**/test_*.py")])
SENTENCE = re.compile(r"[A-Z0-9`].*[.?!]", re.DOTALL)
NEXT_SENTENCE = re.compile(r"[.?!]\s+[A-Z]")


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_every_test_has_one_sentence(file):
    """The docstring of every test is one sentence."""
    tests = {
        node.name: ast.get_docstring(node) or ""
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    wrong = {
        name: text
        for name, text in tests.items()
        if not SENTENCE.fullmatch(text) or NEXT_SENTENCE.search(text)
    }
    assert wrong == {}
