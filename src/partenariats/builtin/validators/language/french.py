"""What French typography wants."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.builtin.validators.language.corrections import corrected, is_french
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.language.proofreading import french_ordinals, french_spacing, straight_quotes
from partenariats.model.timeline import Timeline


class FrenchSpacing(Validator[NoOptions]):
    """A space that French wants is missing.

    ## What it says

    French puts a space before `:`, `;`, `!` and `?`, and inside « ». A plain space is enough: it
    becomes a no-break one on publication. Hours, addresses on the web and code between backticks
    are left alone, and so is the French of Canada, which has fewer of these spaces. It is told
    once for a text.

    ## Why it matters

    Readers see at once that nobody has proofread the programme.

    ## Example

    ```toml
    [[themes]]
    id = "avenir"
    title = "Quel avenir pour nos territoires?"
    ```

    ## Use instead

    ```toml
    [[themes]]
    id = "avenir"
    title = "Quel avenir pour nos territoires ?"
    ```
    """

    code = "TXT004"
    name = "french-spacing"
    severity = Severity.INFO
    corrections = staticmethod(french_spacing)

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every text in French without a space where it wants one."""
        for where, written, advice, fix in corrected(timeline, self.corrections, _is_spaced):
            headline = Message.of("a space is missing in `{written}`", written=written)
            yield self.found(where, headline, help=advice, fix=fix)


class FrenchOrdinal(Validator[NoOptions]):
    """An ordinal number is not written as in French.

    ## What it says

    French shortens ordinal numbers to `1er`, `1re`, `2e`, without a space; `1ère`, `2ème`,
    `3ième` and `3è` are not in use in print. It is told once for a text.

    ## Why it matters

    The dates and editions that are added on publication are written as in print, and the
    programme then has both ways.

    ## Example

    ```toml
    [[themes]]
    id = "bilan"
    title = "Bilan de la 1ère édition"
    ```

    ## Use instead

    ```toml
    [[themes]]
    id = "bilan"
    title = "Bilan de la 1re édition"
    ```
    """

    code = "TXT005"
    name = "french-ordinal"
    severity = Severity.INFO
    corrections = staticmethod(french_ordinals)

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every text in French with an ordinal number that is written otherwise."""
        for where, written, advice, fix in corrected(timeline, self.corrections, is_french):
            headline = Message.of(
                "an ordinal number is not written as in French: `{written}`", written=written
            )
            yield self.found(where, headline, help=advice, fix=fix)


class StraightQuotes(Validator[NoOptions]):
    """Straight quotes stand in a French text.

    ## What it says

    French puts a quotation or a title between « and ». The straight quotes of a keyboard are told
    where they come in pairs around words; straight apostrophes are not told. It is told once for
    a text.

    ## Why it matters

    In print, straight quotes look like a typewriter's, and beside « » like an oversight.

    ## Example

    ```toml
    [[themes]]
    id = "avenir"
    title = 'Retour sur "Agir ensemble"'
    ```

    ## Use instead

    ```toml
    [[themes]]
    id = "avenir"
    title = "Retour sur « Agir ensemble »"
    ```
    """

    code = "TXT006"
    name = "straight-quotes"
    severity = Severity.INFO
    corrections = staticmethod(straight_quotes)

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every text in French with words between straight quotes."""
        for where, written, advice, fix in corrected(
            timeline, self.corrections, is_french, together=2
        ):
            headline = Message.of("straight quotes in a French text: `{written}`", written=written)
            yield self.found(where, headline, help=advice, fix=fix)


def _is_spaced(tag: str) -> bool:
    """Tell whether a language is French that has a space before each of the high marks."""
    return is_french(tag) and tag.lower() != "fr-ca"
