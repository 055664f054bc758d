"""The layers name every room; `lint-imports`, which `make.py test` runs, checks what they say."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "partenariats"
ORDER = [
    "cli | testing",
    "api",
    "toolkit",
    "builtin",
    "plugin",
    "publishing | registration",
    "interfaces",
    "source",
    "diagnostics",
    "model",
    "language",
    "errors",
    "version",
]


def layers():
    """Give the contract of the layers."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (found,) = (contract for contract in contracts if contract["type"] == "layers")
    return found


def test_every_room_is_in_the_contract():
    """Every room and module of the package stands in the layers, and nothing else does."""
    modules = {path.stem for path in PACKAGE.glob("*.py")}
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    named = {room.strip() for layer in layers()["layers"] for room in layer.split("|")}
    assert named | {"__init__", "__main__"} == modules | rooms


def test_the_layers_are_in_the_order_of_the_design():
    """The layers are exhaustive and in the order that the design gives."""
    assert layers()["exhaustive"] is True
    assert layers()["layers"] == ORDER
