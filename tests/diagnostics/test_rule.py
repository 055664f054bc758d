"""Pages of rules, in two languages."""

from __future__ import annotations

from partenariats.diagnostics.diagnostic import Severity
from partenariats.diagnostics.rule import Rule, paragraphs, translate_page


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
