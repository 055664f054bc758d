"""Run a code block as our pages mean it."""

from __future__ import annotations

import ast
import doctest
import json
import tomllib
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import Any, Final

import yaml
from sybil import Document, Region
from sybil.example import Example

from blocks.console import NOT_HERE, commands_of, environment, programs, run_command
from blocks.finding import Block, find_regions
from partenariats.testing import event_file

FOLDER: Final = "__folder__"
"""The name under which a page's namespace holds the page's temporary folder."""
OF_THE_FILE: Final = ("SRC", "REF", "TIM")
"""Families of rules whose errors no fragment of an event file on a page may have."""

_READERS: Final[dict[str, Callable[[str], object]]] = {
    ".json": json.loads,
    ".py": ast.parse,
    ".toml": tomllib.loads,
    ".yml": yaml.safe_load,
}


def run_block(example: Example) -> None:
    """Run a block of a page in the page's folder; raise `AssertionError` where it is wrong."""
    block: Block = example.parsed
    folder: Path = example.namespace[FOLDER]
    if not block.language:
        raise AssertionError("a block has no language")
    if block.is_signature:
        ast.parse(f"def {block.source.rstrip()}: ...")
    elif block.language == "diff":
        change_file(block, folder)
    elif block.file:
        write_file(block, folder)
    elif block.language == "console":
        _run_console(block, folder, language_of(Path(example.path)))
    elif block.language == "toml":
        _check_fragment(block)
    elif block.language in {"python", "pycon"}:
        _run_python(block, example.path, example.namespace, folder)
    else:
        raise AssertionError(f"nothing runs a block of {block.language!r}: give it a caption")


def run_page(page: Path, folder: Path) -> int:
    """Run every block of a page in a folder; return how many there are."""
    document = Document.parse(str(page), parse)
    document.namespace[FOLDER] = folder
    examples = list(document.examples())
    for example in examples:
        try:
            example.evaluate()
        except Exception as error:
            error.add_note(f"in the block at {page}:{example.line}")
            raise
    return len(examples)


def parse(document: Document) -> list[Region]:
    """Return the blocks of a page with what runs them, as Sybil wants them."""
    return [Region(r.start, r.end, r.parsed, run_block) for r in find_regions(document)]


def language_of(page: Path) -> str:
    """Return the language of whoever reads a page."""
    return "fr" if "/docs/fr/" in page.as_posix() or page.name.endswith(".fr.md") else "en"


def write_file(block: Block, folder: Path) -> None:
    """Write the file that a block's caption names, or add the block to its end."""
    file = folder / block.file
    before = file.read_text(encoding="utf-8") if block.is_added else ""
    text = before + block.source
    _READERS.get(file.suffix, str)(text)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def change_file(block: Block, folder: Path) -> None:
    """Exchange the lines of a file that a block of differences takes out and brings in."""
    file = folder / block.file
    lines = block.source.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] in "- ")
    new = "".join(line[1:] for line in lines if line[0] in "+ ")
    text = file.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise AssertionError(f"{block.file} has {text.count(old)} times:\n{old}")
    file.write_text(text.replace(old, new), encoding="utf-8")


def _run_console(block: Block, folder: Path, language: str) -> None:
    env = environment(language, programs())
    for command in commands_of(block.source):
        if not command.words.startswith(NOT_HERE):
            run_command(command, folder, env)


def _check_fragment(block: Block) -> None:
    report = event_file(block.source).validate().report
    codes = [d.code for d in report.diagnostics if d.severity.value == "error"]
    if any(code.startswith(OF_THE_FILE) for code in codes):
        raise AssertionError(report.render())


def _run_python(block: Block, page: str, namespace: dict[str, Any], folder: Path) -> None:
    with chdir(folder):
        if block.language == "python":
            code = compile("\n" * block.line + block.source, page, "exec", dont_inherit=True)
            exec(code, namespace)  # noqa: S102  # that is what it is for
            return
        test = doctest.DocTestParser().get_doctest(block.source, namespace, page, page, block.line)
        said: list[str] = []
        failed, _ = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(
            test, out=said.append, clear_globs=False
        )
        namespace.update(test.globs)
        if failed:
            raise AssertionError("".join(said))
