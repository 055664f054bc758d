"""Texts without their markup."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

_MARKUP: Final = re.compile(
    r"</?(?:a|b|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|script|small|span"
    r"|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_PARAGRAPHS: Final = frozenset(
    {"blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul"}
)
_LINES: Final = frozenset({"br", "dd", "dt", "li", "tr"})
_UNSEEN: Final = frozenset({"head", "script", "style", "template", "title"})
_BLANKS: Final = re.compile(r" {2,}")


def has_markup(text: str) -> bool:
    """Tell whether a text is HTML."""
    return "<" in text and _MARKUP.search(text) is not None


@cache
def _parser() -> Any:
    import lxml.etree

    return lxml.etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)


def plain(html: str) -> str:
    """Return what a reader of HTML sees: paragraphs, lines and the points of lists, no markup.

    What cannot be read whole is returned as it is.
    """
    import lxml.etree

    parser = _parser()
    try:
        root = lxml.etree.fromstring(f"<body>{html}</body>", parser)
    except lxml.etree.XMLSyntaxError:
        return html
    if parser.error_log.filter_from_fatals():  # nested so deeply that libxml2 left some of it out
        return html
    parts: list[str] = []
    _read(root, parts)
    text = "\n".join(line.strip(" ") for line in "".join(parts).split("\n"))
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip()


def _read(root: Any, parts: list[str]) -> None:
    """Add what is seen of an element and all in it, without recursion: HTML nests deeply."""
    import lxml.etree

    hidden = 0
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            hidden += tag in _UNSEEN
            if tag in _PARAGRAPHS:
                parts.append("\n\n")
            elif tag in _LINES:
                parts.append("\n- " if tag == "li" else "\n")
            text = element.text
        else:
            hidden -= tag in _UNSEEN
            if tag in _PARAGRAPHS:
                parts.append("\n\n")
            text = element.tail
        if text and not hidden:
            if not text.isprintable():
                text = text.replace("\n", " ").replace("\t", " ")
            parts.append(_BLANKS.sub(" ", text) if "  " in text else text)
