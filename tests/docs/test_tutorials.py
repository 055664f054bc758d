"""The tutorials, followed to the letter by somebody who has Python and nothing else."""

from __future__ import annotations

import os
import venv
from pathlib import Path

import pytest
from blocks.console import commands_of, environment, run_command
from blocks.finding import blocks_of
from blocks.running import change_file, language_of, write_file

DOCS = Path(__file__).parents[2] / "docs"
BIN = "Scripts" if os.name == "nt" else "bin"
TUTORIALS = [
    "tutorials/first-event.md",
    "tutorials/first-plugin.md",
    "fr/tutoriels/premier-evenement.md",
]


def test_every_tutorial_is_followed():
    """There is no tutorial that this file does not name."""
    pages = [*DOCS.glob("tutorials/*.md"), *DOCS.glob("fr/tutoriels/*.md")]
    found = {page.relative_to(DOCS).as_posix() for page in pages if page.name != "index.md"}
    assert found == set(TUTORIALS)


@pytest.mark.parametrize("name", TUTORIALS)
def test_a_tutorial_can_be_followed(name, wheels, tmp_path):
    """Every command of a tutorial, installation included, says what the page shows."""
    venv.create(tmp_path / "venv", with_pip=True)
    folder = tmp_path / "work"
    folder.mkdir()
    env = environment(language_of(DOCS / name), tmp_path / "venv" / BIN) | {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_FIND_LINKS": " ".join(map(str, wheels)),
        "PIP_NO_INDEX": "1",
    }
    for block in blocks_of(DOCS / name):
        if block.language == "diff":
            change_file(block, folder)
        elif block.file:
            write_file(block, folder)
        else:
            assert block.language == "console", f"line {block.line}: nobody can follow this"
            for command in commands_of(block.source):
                run_command(command, folder, env)
