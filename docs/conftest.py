"""Run every code block of the pages, in order, each page in a temporary folder of its own."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from blocks.running import FOLDER, parse
from sybil import Sybil
from sybil.integration.pytest import SybilItem


def _open_folder(namespace: dict[str, Any]) -> None:
    namespace[FOLDER] = Path(tempfile.mkdtemp(prefix="partenariats-page-"))


def _close_folder(namespace: dict[str, Any]) -> None:
    shutil.rmtree(namespace[FOLDER])


pytest_collect_file = Sybil(
    [parse], pattern="*.md", setup=_open_folder, teardown=_close_folder
).pytest()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the blocks of a page together where several processes run the tests."""
    for item in items:
        if isinstance(item, SybilItem):
            item.add_marker(pytest.mark.xdist_group(str(item.path)))
