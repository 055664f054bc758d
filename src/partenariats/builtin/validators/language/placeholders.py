"""Words that keep a place for others."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.language.placeholders import find_placeholder
from partenariats.model.timeline import Timeline


class Placeholder(Validator[NoOptions]):
    """A placeholder was left in.

    ## What it says

    A text or a name holds words that keep a place for others: `TBD`, `TBA`, `TBC`, `TODO` and
    "lorem ipsum" anywhere, "lorem" at the beginning; "à compléter", "à définir", "à préciser" and
    `???` where a text, a sentence or what stands between brackets is nothing else; "à confirmer",
    "à annoncer", "à venir", "to be confirmed" and its like, `tbd` in small letters and `XXX`, which
    is a Roman number as well, where the whole text or what stands between brackets is nothing else;
    "Intervenant à préciser", "Horaire à confirmer" and the like, of what a programme names with
    every session; `[titre]` and the like in square brackets. Words of the organiser's are never
    corrected by a warning; this is one all the same, because it is not about wording: something is
    not finished.

    ## Why it matters

    It is printed three hundred times.

    ## Example

    ```toml
    [[themes]]
    id = "avenir"
    title = "Titre à venir (à préciser)"
    ```

    ## Use instead

    ```toml
    [[themes]]
    id = "avenir"
    title = "L'avenir des territoires"
    ```
    """

    code = "TXT007"
    name = "placeholder"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every text and name with a placeholder, once."""
        for form in timeline.forms:
            words = find_placeholder(form.text)
            if words is not None:
                headline = Message.of("the placeholder `{words}` was left in", words=words)
                advice = Message.of("write what it stands for, or take it out")
                yield self.found(Where(form.at), headline, help=advice)
