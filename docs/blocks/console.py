"""Run the commands of a console block and compare what they say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

ANY_LINES: Final = "…"
"""A line that stands for any lines, or for none."""
NOT_HERE: Final = ("pip install ", "python3 make.py ")
"""Commands that change the machine: the tests of the tutorials run the first of them."""

_EXIT: Final = re.compile(r"\s+# exit (\d+)$")


@attrs.frozen
class Command:
    """Hold one command of a block, its exit code and the lines that follow it."""

    words: str
    code: int
    output: tuple[str, ...]


def commands_of(source: str) -> Iterator[Command]:
    """Give the commands of a console block, each with what the page says that it prints."""
    groups: list[list[str]] = []
    for line in source.rstrip("\n").split("\n"):
        if line.startswith("$ "):
            groups.append([line.removeprefix("$ ")])
        elif groups:
            groups[-1].append(line)
        else:
            raise ValueError(f"a console block begins with `$ `, not with {line!r}")
    for words, *output in groups:
        code = _EXIT.search(words)
        while output and not output[-1]:
            output.pop()
        yield Command(_EXIT.sub("", words), int(code[1]) if code else 0, tuple(output))


def environment(language: str, programs: Path) -> dict[str, str]:
    """Return the environment of a reader who speaks a language and has our programs."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("LC_", "PARTENARIATS_", "PYTHON", "COV"))
    }
    path = os.pathsep.join((str(programs), kept.get("PATH", "")))
    region = {"en": "en_GB", "fr": "fr_FR"}[language]
    return {**kept, "PATH": path, "LANG": f"{region}.UTF-8", "COLUMNS": "80"}


def run_command(command: Command, folder: Path, env: Mapping[str, str]) -> None:
    """Run a command in a folder; raise `AssertionError` unless it does as the page says."""
    done = subprocess.run(  # noqa: S602  # our own pages say what is typed into a shell
        command.words,
        shell=True,
        cwd=folder,
        env=dict(env),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    said = f"$ {command.words}\n{done.stdout}(exit {done.returncode})"
    if done.returncode != command.code:
        raise AssertionError(f"exit {command.code} is expected:\n{said}")
    if not _fits(command.output, done.stdout):
        shown = "\n".join(command.output)
        raise AssertionError(f"the page shows\n{shown}\nand this is true:\n{said}")


def _fits(shown: tuple[str, ...], output: str) -> bool:
    parts = (r"(?:.*\n)*" if line == ANY_LINES else re.escape(line) + r"\n" for line in shown)
    return re.fullmatch("".join(parts), output.rstrip("\n") + "\n" if output else "") is not None


def programs() -> Path:
    """Return the folder of the programs of this environment."""
    return Path(sys.executable).parent
