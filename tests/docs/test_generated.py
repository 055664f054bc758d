"""The pages that are made from the code are fresh, and lack nothing."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import click
import pytest
from generate.event_file import WORDS, Page
from generate.french import set_spaces
from generate.pages import MARK, make_pages

import partenariats as pa
from partenariats import testing
from partenariats.cli.main import COMMANDS, group
from partenariats.interfaces.options import options_class
from partenariats.model.registration.registrations import RegistrationState
from partenariats.plugin import hookspecs
from partenariats.publishing.verifying import reasons
from partenariats.registration.desk import RegistrationDesk
from partenariats.registration.errors import RegistrationError
from partenariats.registration.states import STEPS
from partenariats.source.json_schema import json_schema

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MADE = make_pages()
TOOLKIT = pa.Toolkit()
SCHEMA = json_schema({}, {}, {})


def text(name):
    """Read a page."""
    return (DOCS / name).read_text(encoding="utf-8")


def commands(name: str, command: click.Command):
    """Give a command and those below it, each with its name."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for below in command.list_commands(context):
            yield from commands(f"{name} {below}", command.get_command(context, below))


@pytest.mark.parametrize("name", MADE)
def test_a_page_is_fresh(name):
    """A page says what the code says now: `python3 make.py docs` writes it anew."""
    assert text(name) == MADE[name]


def test_no_page_is_left_over():
    """Every page that was made from the code is still made from it."""
    found = (*DOCS.rglob("*.md"), *DOCS.rglob("*.svg"))
    pages = {page.relative_to(DOCS).as_posix(): page for page in found}
    made = {name for name, page in pages.items() if page.read_text("utf-8").startswith(MARK)}
    assert made == set(MADE)


def keys(schema: dict[str, Any]):
    """Give every key that a schema names."""
    for name, value in schema.items():
        if name == "properties":
            yield from value
        if isinstance(value, dict):
            yield from keys(value)


@pytest.mark.parametrize("name", ["reference/event-file.md", "fr/reference/fichier.md"])
def test_every_key_is_on_the_page(name):
    """Every key that the schema takes is on the page of the event file."""
    assert {key for key in keys(SCHEMA) if f"`{key}`" not in text(name)} <= {
        "format", "include", "event", *SCHEMA["properties"],
    }  # fmt: skip


def test_every_word_beside_the_code_is_used():
    """What we say beside the classes is not said by them, and is on a page."""
    meanings = [meaning for table in WORDS.values() for meaning in table.values()]
    for language in ("en", "fr"):
        page = Page(language).write()
        said = [meaning[language] for meaning in meanings if language in meaning]
        assert [words for words in said if words not in page] == []


@pytest.mark.parametrize("name", sorted(TOOLKIT.rules))
def test_every_rule_has_a_page(name):
    """Every rule of what is installed has a page, in English and French."""
    own = name in pa.Toolkit(discover=False).rules
    listed = text("reference/plugins/index.md")
    assert (DOCS / "reference" / "rules" / f"{name}.md").is_file() if own else name in listed
    assert (DOCS / "fr" / "reference" / "regles" / f"{name}.md").is_file() or not own


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_on_the_page(name):
    """Every command has a section, and every option of it is there."""
    page = text("reference/command-line.md")
    command = group.get_command(click.Context(group), name)
    for title, found in commands(name, command):
        section = page.split(f"\n## {title}\n")[1].split("\n## ")[0]
        shared = page.split("\n## Every command\n")[1].split("\n## ")[0]
        options = [option for p in found.params if isinstance(p, click.Option) for option in p.opts]
        assert [option for option in options if option not in section + shared] == []


def test_every_hook_is_on_the_page():
    """Every hook has a section."""
    hooks = {name for name in vars(hookspecs) if name.startswith("partenariats_")}
    assert set(re.findall(r"^## `(\w+)`$", text("reference/hooks.md"), re.MULTILINE)) == hooks


def test_every_public_name_is_on_the_page():
    """Every name that the library or the kit for plugin authors exports has a section."""
    sections = re.findall(r"^### `(\w+)`$", text("reference/api.md"), re.MULTILINE)
    assert sections == [*pa.__all__, *testing.__all__]


@pytest.mark.parametrize(
    "name", ["explanation/registration-states.svg", "fr/guides/etats-inscription.svg"]
)
def test_every_step_of_a_registration_is_drawn(name):
    """A dot for each step, an arrow for each state that it may lead to, a head for each state."""
    drawn = ET.fromstring(text(name)).findall("{*}*")
    paths = [path.get("d", "") for path in drawn if path.tag.endswith("path")]
    assert sum(part.tag.endswith("circle") for part in drawn) == len(STEPS)
    assert sum(path.endswith("Z") for path in paths) == sum(map(len, STEPS.values()))
    assert sum(part.get("rx") == "13" for part in drawn) == len(RegistrationState) + 1


def test_every_function_of_the_desk_is_on_the_page():
    """Every function of the desk, and every error of its module, is there."""
    page = text("reference/registration.md")
    functions = [name for name, thing in vars(RegistrationDesk).items()
                 if inspect.isfunction(thing) and name[0] != "_"]  # fmt: skip
    assert [name for name in functions if f"`{name}(" not in page] == []
    known = RegistrationError.__subclasses__()
    own = [cls.__name__ for cls in known if cls.__module__ == RegistrationError.__module__]
    assert [name for name in own if f"| `{name}` |" not in page] == []


def test_every_interface_is_on_the_page():
    """Every public class and function of the interfaces has a section."""
    page = text("reference/interfaces.md")
    found = set()
    for file in sorted((ROOT / "src" / "partenariats" / "interfaces").glob("[a-z]*.py")):
        for node in ast.parse(file.read_bytes()).body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name[0] != "_":
                found.add(node.name)
    assert {name for name in found if f"### `{name}`" not in page} == set()


HEADINGS = {
    "exporters": "Exporter",
    "importers": "Importer",
    "registration_backends": "Registration back-end",
}


@pytest.mark.parametrize("kind", sorted(HEADINGS))
def test_every_offer_is_on_the_page(kind):
    """Each of ours has a section, and every option of it is there."""
    page = text("reference/plugins/index.md")
    for name, offer in getattr(TOOLKIT.registry, kind).offers.items():
        if offer.plugin.distribution.startswith("partenariats"):
            heading = f"### {HEADINGS[kind]} `{name}`\n"
            section = page.split(heading)[1].split("\n### ")[0]
            fields = [field.name for field in options_class(offer.cls).__attrs_attrs__]
            assert [field for field in fields if f"`{field}`" not in section] == []


@pytest.mark.parametrize("name", sorted(TOOLKIT.registry.exporters.offers))
def test_every_declared_loss_is_on_the_page(name):
    """Each key that an exporter of ours declares has a row in the table of all, and its reason."""
    offer = TOOLKIT.registry.exporters.offers[name]
    whole, *sections = text("reference/losses.md").split("\n## ")[1:]
    (section,) = [part for part in sections if part.startswith(f"`{name}`\n")]
    for key, reason in reasons(offer.cls).items():
        assert f"\n| `{key}` |" in whole
        assert re.search(rf"\n\| `{re.escape(key)}` \| (lost|changed) \| {reason} \|\n", section)


def test_every_environment_variable_is_on_the_page():
    """Every variable that the source names, ours or another's, is on the page."""
    strings = {
        node.value
        for file in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    pattern = re.compile(r"PARTENARIATS_[A-Z_]+|LC_[A-Z]+|LANG|NO_COLOR")
    found = {string for string in strings if pattern.fullmatch(string)}
    assert len(found) == 9
    assert [name for name in found if f"`{name}`" not in text("reference/environment.md")] == []


@pytest.mark.parametrize("page", sorted(DOCS.rglob("fr/**/*.md")), ids=lambda page: page.name)
def test_french_pages_have_french_spaces(page):
    """Spaces before `;`, `:`, `!`, `?` and inside quotes are no-break ones in French pages."""
    said = page.read_text(encoding="utf-8")
    assert said == set_spaces(said)
