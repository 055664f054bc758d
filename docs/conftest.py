"""Run every code block of the pages: a test for each page, in a temporary folder of its own."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from blocks.finding import blocks_of
from blocks.running import run_page


class Blocks(pytest.Item):
    """Run the blocks of one page in order; several processes never share a page."""

    def runtest(self) -> None:
        """Run them."""
        with tempfile.TemporaryDirectory(prefix="partenariats-page-") as folder:
            run_page(self.path, Path(folder))

    def reportinfo(self) -> tuple[Path, int, str]:
        """Say which page it is."""
        return self.path, 0, f"blocks of {self.path.name}"


class Page(pytest.File):
    """Hold the blocks of one page."""

    def collect(self) -> Iterator[Blocks]:
        """Give them, where there are any."""
        if blocks_of(self.path):
            yield Blocks.from_parent(self, name="blocks")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Page | None:
    """Take every page but those that other tests run.

    These are the examples of rules, and the tutorial whose plugin must be installed.
    """
    is_elsewhere = file_path.parent.name in {"rules", "regles"}
    if file_path.suffix != ".md" or is_elsewhere or file_path.name == "first-plugin.md":
        return None
    return Page.from_parent(parent, path=file_path)
