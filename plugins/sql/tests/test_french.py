"""What the plugin says of faults is there in French, and says what to do."""

from __future__ import annotations

import ast
from pathlib import Path

import partenariats_sql
from partenariats.language.gettext import translate

SOURCE = Path(partenariats_sql.__file__).parent


def calls():
    """Find every call in the source of the plugin, with the name of what is called."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
                yield name, node


def test_every_sentence_is_there_in_french():
    """No fault is told in English to a reader of French."""
    said = {
        node.args[0].value
        for name, node in calls()
        if (name == "of" or name.endswith("Error")) and node.args
        if isinstance(node.args[0], ast.Constant)
    }
    assert len(said) > 25
    assert sorted(text for text in said if translate(text, "fr") == text) == []


def test_every_error_says_what_to_do():
    """No error of the plugin is raised without an advice."""
    bare = [
        ast.unparse(node)
        for name, node in calls()
        if name.endswith("Error") and "advice" not in {word.arg for word in node.keywords}
    ]
    assert bare == []
