"""Pages of rules, in two languages."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Severity
from partenariats.diagnostics.rule import Rule, paragraphs, translate_page
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message


class Rare(Rule):
    """Something rare.

    ## What it says

    Two lines
    of prose.

    ## Example

    ```toml
    # Two lines
    a = 1

    b = 2
    ```
    """

    code = "TST001"
    name = "rare"
    severity = Severity.INFO


def test_paragraphs_are_the_prose_of_a_page():
    """Examples are left out; lines of a paragraph are joined."""
    assert paragraphs(Rare.page()) == [
        "Something rare.", "## What it says", "Two lines of prose.", "## Example",
    ]  # fmt: skip


def test_a_page_is_translated_but_for_its_examples():
    """Headings are in the reader's language; what is not translated stays English."""
    assert translate_page(Rare.page(), "fr") == (
        "Something rare.\n\n## Ce que cela dit\n\nTwo lines of prose.\n\n## Exemple\n\n"
        "```toml\n# Two lines\na = 1\n\nb = 2\n```\n"
    )


def test_long_paragraphs_are_folded_between_words():
    """A line has at most eighty columns, and a word with a hyphen stays whole."""
    page = f"{'x' * 39} {'y' * 40}\n{'v' * 40} {'w' * 40}\n{'a' * 30}-{'b' * 20}"
    assert translate_page(page, "en") == (
        f"{'x' * 39} {'y' * 40}\n{'v' * 40}\n{'w' * 40}\n{'a' * 30}-{'b' * 20}\n"
    )


def test_prose_is_translated():
    """A paragraph that is known is said in the reader's language."""
    assert translate_page("A check raised an error.", "fr") == "Une vérification a échoué.\n"


def test_french_is_typeset_before_it_is_folded():
    """No line begins with a mark or ends with what opens a quotation; code stays as it is."""
    page = f"Il dit « {'x' * 69} » : {'y' * 77} ! `a : b`"
    assert translate_page(page, "fr") == (
        f"Il dit\n«\u00a0{'x' * 69}\u00a0»\u00a0:\n{'y' * 77}\u202f!\n`a : b`\n"
    )
    assert translate_page("What : `a : b`", "en") == "What : `a : b`\n"


def test_a_rule_without_a_docstring_has_an_empty_page():
    """Nothing is said where nothing was written."""
    assert type("Bare", (Rule,), {"__doc__": None}).page() == ""


def test_what_a_rule_finds_bears_its_names():
    """Code, name and severity are the rule's, the rest is what was found."""
    found = Rare.found(Where(), Message.of("something"))
    assert (found.code, found.name, found.severity) == ("TST001", "rare", Severity.INFO)
    assert (found.help, found.related, found.span) == (None, (), None)
