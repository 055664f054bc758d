"""Spaces that nobody sees."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.builtin.validators.language.corrections import corrected
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.language.proofreading import doubled_spaces
from partenariats.model.timeline import Timeline


class DoubledSpaces(Validator[NoOptions]):
    """Two spaces follow each other in a text.

    ## What it says

    Two or more spaces stand in a row between two words of a line. Indents, spaces at the end of
    a line, tables and code are left alone. It is told once for a text.

    ## Why it matters

    It shows as a hole in print, and a search for the words does not find them.

    ## Example

    ```toml
    [[themes]]
    id = "avenir"
    title = "L'avenir  des territoires"
    ```

    ## Use instead

    ```toml
    [[themes]]
    id = "avenir"
    title = "L'avenir des territoires"
    ```
    """

    code = "TXT008"
    name = "doubled-spaces"
    severity = Severity.INFO
    corrections = staticmethod(doubled_spaces)

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every text with several spaces in a row, in any language."""
        for where, written, advice, fix in corrected(timeline, self.corrections, lambda _: True):
            headline = Message.of("several spaces in a row in `{written}`", written=written)
            yield self.found(where, headline, help=advice, fix=fix)
