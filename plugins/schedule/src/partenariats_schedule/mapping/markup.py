"""Texts without their markup."""

from __future__ import annotations

import re
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
_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")
_AROUND_END: Final = re.compile(r"[ \t]*\n[ \t]*")
_MANY_ENDS: Final = re.compile(r"\n{3,}")


def has_markup(text: str) -> bool:
    """Tell whether a text is HTML."""
    return "<" in text and _MARKUP.search(text) is not None


def plain(html: str) -> str:
    """Return what a reader of HTML sees: paragraphs, lines and the points of lists, no markup."""
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    parts: list[str] = []
    try:
        _read(etree.fromstring(f"<body>{html}</body>", parser), parts)
    except etree.XMLSyntaxError:  # larger than libxml2 takes
        return html
    text = _AROUND_END.sub("\n", "".join(parts))
    return _MANY_ENDS.sub("\n\n", text).strip()


def _read(root: Any, parts: list[str]) -> None:
    """Add what is seen of an element and all in it, without recursion: HTML nests deeply."""
    from lxml import etree

    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
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
            parts.append(_BLANKS.sub(" ", text))
