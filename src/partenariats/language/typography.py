"""The spaces that French typography wants, where somebody left one."""

from __future__ import annotations

import re
from typing import Final

NO_BREAK: Final = "\u00a0"
NARROW: Final = "\u202f"

# by far the most frequent cases, without a regular expression
_PLAIN: Final = (
    (" : ", f"{NO_BREAK}: "),
    ("« ", f"«{NO_BREAK}"),
    (" »", f"{NO_BREAK}»"),
)
# what a text must hold for a rule to matter, which is found a hundred times faster than the rule
_RULES: Final = (
    ((" :",), re.compile(r"(?<=\S) (?=:(?:\s|$))"), NO_BREAK),
    (
        (" ;", " !", " ?"),
        re.compile(r"(?<=\S) (?=[;!?](?:[\s;!?»]|$)|[!?][)\]”\",…])"),
        NARROW,
    ),
    ((" h", " H"), re.compile(r"(?<=\d) (?=[hH]\b)"), NO_BREAK),
    (
        ("h ", "H "),
        re.compile(r"(?:(?<=\d[hH])|(?<=\d[\u00a0\u202f][hH])) (?=\d\d\b)"),
        NO_BREAK,
    ),
    (
        ("M. ", "Mme ", "MM. ", "Mmes ", "Mlle ", "Dr ", "Pr ", "Me "),
        # `Me` is also a pronoun, which no name follows
        re.compile(r"\b(MM?\.|Mmes?|Mlle|Dr|Pr|Me(?= [A-ZÀ-Þ])) (?=\w)"),
        rf"\1{NO_BREAK}",
    ),
)
_CODE: Final = re.compile(r"`[^`\n]+`")


def typeset(text: str, language: str) -> str:
    """Return a text in which the spaces that French wants unbroken are no-break ones.

    Before `;`, `!` and `?` it is a narrow one, before `:` and inside `« »` a full one (Lexique
    des règles typographiques en usage à l'Imprimerie nationale). No character is added or
    taken away; other languages, and code between backticks, are left alone.
    """
    if language != "fr":
        return text
    spaced = _spaced(text)
    if "`" not in text:
        return spaced
    # the two are equally long: code stands at the same place in both
    return _CODE.sub(lambda code: text[code.start() : code.end()], spaced)


def _spaced(text: str) -> str:
    for plain, unbroken in _PLAIN:
        text = text.replace(plain, unbroken)
    for signs, pattern, space in _RULES:
        for sign in signs:
            if sign in text:
                text = pattern.sub(space, text)
                break
    return text
