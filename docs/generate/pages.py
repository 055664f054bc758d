"""Every page that is made from the code."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generate.command_line import command_line_page
from generate.event_file import Page
from generate.french import set_spaces
from generate.losses import losses_page
from generate.plugins import plugins_page
from generate.python import api_page, hooks_page, interfaces_page
from generate.registration import registration_page
from generate.rules import rule_pages
from generate.states import states_drawing

MARK: Final = "<!-- made by docs/generate: change the code, then run `python3 make.py docs` -->\n\n"
"""How a page begins that nobody edits by hand."""


def make_pages() -> dict[str, str]:
    """Return the text of each page, and of each drawing, by its path below `docs`."""
    pages = {
        "reference/api.md": api_page(),
        "reference/command-line.md": command_line_page(),
        "reference/event-file.md": Page("en").write(),
        "reference/hooks.md": hooks_page(),
        "reference/interfaces.md": interfaces_page(),
        "reference/losses.md": losses_page(),
        "reference/plugins/index.md": plugins_page(),
        "reference/registration.md": registration_page(),
    }
    pages |= {f"reference/rules/{name}": text for name, text in rule_pages("en")}
    french = {"fichier.md": Page("fr").write()}
    french |= {f"regles/{name}": text for name, text in rule_pages("fr")}
    pages |= {f"fr/reference/{name}": set_spaces(text) for name, text in french.items()}
    pages["explanation/registration-states.svg"] = states_drawing("en")
    pages["fr/guides/etats-inscription.svg"] = states_drawing("fr")
    return {path: MARK + text for path, text in pages.items()}


def write_pages(folder: Path) -> None:
    """Write the pages below a folder, and take out those that are no longer made."""
    pages = make_pages()
    for file in (*folder.rglob("*.md"), *folder.rglob("*.svg")):
        is_made = file.read_text(encoding="utf-8").startswith(MARK)
        if is_made and file.relative_to(folder).as_posix() not in pages:
            file.unlink()
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
