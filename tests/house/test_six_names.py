"""A plugin bears one name in six places."""

from __future__ import annotations

import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from partenariats.plugin.known import DISTRIBUTIONS

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))
EACH = pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
HOOKS = ("exporters", "importers", "validators", "registration_backends")


def project(folder):
    """Give what a distribution says of itself."""
    return tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def offers(plugin):
    """Give the names of what a plugin offers for `use`."""
    hooks = [getattr(plugin, f"partenariats_{kind}", None) for kind in HOOKS]
    return {cls.name for hook in hooks if hook for cls in hook() if hasattr(cls, "summary")}


@EACH
def test_the_name_is_the_same_in_six_places(folder):
    """Folder, distribution, package, entry point, `use` and page bear the plugin's name."""
    package, name = f"partenariats_{folder.name}", folder.name.replace("_", "-")
    assert project(folder)["name"] == f"partenariats-{name}"
    assert (folder / "src" / package / "plugin.py").is_file()
    assert project(folder)["entry-points"]["partenariats"] == {name: f"{package}.plugin"}
    assert name in offers(import_module(f"{package}.plugin"))
    assert (ROOT / "docs" / "reference" / "plugins" / f"{name}.md").is_file()


@EACH
def test_further_offers_are_variants_of_the_name(folder):
    """What a plugin offers bears its name, or its name with a variant."""
    name = folder.name.replace("_", "-")
    found = offers(import_module(f"partenariats_{folder.name}.plugin"))
    assert {offer for offer in found if offer != name and not offer.startswith(f"{name}-")} == set()


@EACH
def test_unknown_names_lead_to_the_plugin(folder):
    """Whoever uses an offer of a plugin that is not installed is told the distribution."""
    found = offers(import_module(f"partenariats_{folder.name}.plugin"))
    assert {DISTRIBUTIONS.get(offer) for offer in found} == {project(folder)["name"]}


def test_all_means_every_plugin():
    """`pip install partenariats[all]` names every plugin of this repository."""
    assert project(ROOT)["optional-dependencies"]["all"] == [
        project(folder)["name"] for folder in FOLDERS
    ]


def test_every_page_belongs_to_a_plugin():
    """There is no page about a plugin that does not exist."""
    pages = {page.stem for page in ROOT.glob("docs/reference/plugins/*.md")} - {"index"}
    assert pages <= {folder.name.replace("_", "-") for folder in FOLDERS}
