"""Every link between our documents leads somewhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
LINK = re.compile(r"\]\(<?([^)\s>]+)|^\[[^\]]+\]:\s+<?([^\s>]+)", re.MULTILINE)
HEADING = re.compile(r"^#+ +(.*)$", re.MULTILINE)
SCHEME = re.compile(r"[a-z][a-z+.-]*:")


def documents():
    """Give the Markdown documents of the project, tracked or about to be."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return sorted(name for name in names.split("\0") if (ROOT / name).is_file())


def anchors(document):
    """Give the anchors that a document's headings make."""
    headings = HEADING.findall(FENCE.sub("", document.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", documents())
def test_every_relative_link_resolves(name):
    """A relative link leads to a file inside the project, and its anchor to a heading."""
    text = CODE.sub("", FENCE.sub("", (ROOT / name).read_text(encoding="utf-8")))
    for target in filter(None, (one or two for one, two in LINK.findall(text))):
        if SCHEME.match(target):
            continue
        path, _, anchor = unquote(target).partition("#")
        place = (ROOT / name).parent.joinpath(path).resolve() if path else ROOT / name
        assert place.exists(), target
        assert place.is_relative_to(ROOT), target
        if anchor and place.suffix == ".md":
            assert anchor in anchors(place), target
