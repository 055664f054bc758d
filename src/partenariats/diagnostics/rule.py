"""What a check says, always in the same way: a code, a severity, a page."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator, Mapping
from typing import ClassVar

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.fix import Fix
from partenariats.diagnostics.where import Span, Where
from partenariats.language.gettext import translate
from partenariats.language.message import Message
from partenariats.language.names import nearest, plain_name
from partenariats.language.typography import typeset


class Rule:
    """Be the base of every rule; the docstring of a rule is its page.

    A page has a title line and the sections *What it says*, *Why it matters*, *Example*,
    *Use instead* and, where it has options, *Options*, in Markdown; its TOML blocks run as tests.
    """

    code: ClassVar[str]
    """Three letters and three digits, never reused."""
    name: ClassVar[str]
    """The rule in two or three words joined by hyphens."""
    severity: ClassVar[Severity]

    @classmethod
    def found(  # noqa: PLR0913  # a diagnostic has this many parts
        cls,
        where: Where,
        headline: Message,
        *,
        help: Message | None = None,  # noqa: A002  # the word that stands before it in a report
        related: tuple[Related, ...] = (),
        span: Span | None = None,
        fix: Fix | None = None,
    ) -> Diagnostic:
        """Make a diagnostic of this rule."""
        return Diagnostic(
            code=cls.code,
            name=cls.name,
            severity=cls.severity,
            headline=headline,
            where=where,
            span=span,
            related=related,
            help=help,
            fix=fix,
        )

    @classmethod
    def page(cls) -> str:
        """Return the rule's page in English, as Markdown."""
        return inspect.cleandoc(cls.__doc__ or "")


def code_meant(word: str, rules: Mapping[str, type[Rule]]) -> str | None:
    """Return the code that somebody may have meant: that of the rule so named, or one like it."""
    plain = plain_name(word)
    named = (code for code, rule in rules.items() if getattr(rule, "name", None) == plain)
    return next(named, None) or nearest(word, rules)


def translate_page(page: str, language: str) -> str:
    """Return a rule's page in a language, paragraph by paragraph; examples stay as they are."""
    return "\n".join(_translate_parts(page, language))


def paragraphs(page: str) -> list[str]:
    """List the paragraphs of a rule's page that are prose, each on one line."""
    return [part for part, is_prose in _parts(page) if is_prose]


def _translate_parts(page: str, language: str) -> Iterator[str]:
    for part, is_prose in _parts(page):
        if not is_prose:
            yield part
        elif part.startswith("## "):
            yield f"## {translate(part[3:], language)}"
        else:
            said = typeset(translate(part, language), language)
            yield textwrap.fill(said, 80, break_on_hyphens=False)


def _parts(page: str) -> Iterator[tuple[str, bool]]:
    """Give the parts of a page in order: paragraphs on one line, and the rest line by line."""
    in_example = False
    prose: list[str] = []
    for line in [*page.splitlines(), ""]:
        fence = line.startswith("```")
        if line and not fence and not in_example:
            prose.append(line)
            continue
        if prose:
            yield " ".join(prose), True
            prose = []
        in_example = in_example != fence
        yield line, False
