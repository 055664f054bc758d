"""Find the code blocks of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import attrs
from sybil import Document, Region
from sybil.parsers.markdown.lexers import RawFencedCodeBlockLexer

_INFO: Final = re.compile(
    r"(?P<info>[^\n]*)$\n(?P<options>(?:[ \t]*:[\w-]+:[^\n]*\n)*)\n?", re.MULTILINE
)
_CAPTION: Final = re.compile(r"^\s*:caption:\s*(.*?)\s*$", re.MULTILINE)
_SIGNATURE: Final = re.compile(r"^\s*:class:\s*signature\s*$", re.MULTILINE)
_COMMENT: Final = re.compile(r"<!-- *([^\n]*?) *-->\n\Z")
_CODE: Final = "{code-block}"
_AT_THE_END: Final = (", at the end", ", à la fin")


@attrs.frozen
class Block:
    """Hold one code block; `file` is what its caption, or a comment just before it, names."""

    language: str
    source: str
    line: int
    file: str = ""
    is_added: bool = False
    """Whether the block is added to the file instead of replacing it."""
    is_signature: bool = False
    """Whether the block shows how something is called."""


def find_regions(document: Document) -> Iterator[Region]:
    """Give the regions of a page that are code, but for other directives than `code-block`."""
    for region in _outermost(RawFencedCodeBlockLexer(_INFO)(document)):
        info = str(region.lexemes["info"]).strip()
        if info.startswith("{") and not info.startswith(_CODE):
            continue
        line = document.text.count("\n", 0, region.start) + 1
        options = str(region.lexemes["options"] or "")
        comment = _COMMENT.search(document.text, 0, region.start)
        caption = _CAPTION.search(options) or comment
        file = caption[1] if caption else ""
        ending = next((end for end in _AT_THE_END if file.endswith(end)), "")
        yield Region(
            region.start,
            region.end,
            parsed=Block(
                language=info.removeprefix(_CODE).strip(),
                source=str(region.lexemes["source"]),
                line=line,
                file=file.removesuffix(ending),
                is_added=bool(ending),
                is_signature=_SIGNATURE.search(options) is not None,
            ),
        )


def _outermost(regions: Iterable[Region]) -> Iterator[Region]:
    """Leave out regions within another, as in a docstring that shows a block."""
    end = 0
    for region in sorted(regions, key=lambda region: region.start):
        if region.start >= end:
            end = region.end
            yield region


def blocks_of(page: Path) -> list[Block]:
    """List the code blocks of a page."""
    document = Document(page.read_text(encoding="utf-8"), str(page))
    regions = sorted(find_regions(document), key=lambda region: region.start)
    return [region.parsed for region in regions]
