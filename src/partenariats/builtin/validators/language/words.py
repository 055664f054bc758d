"""Languages in which we have no words of our own."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.gettext import LANGUAGES
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline


class NoWords(Validator[NoOptions]):
    """We have no words of our own in a language.

    ## What it says

    What the organiser writes is published as it is, in any language. The few words that are
    added, such as dates, "Workshop 2" or "Speaker", exist in English and French; in this language
    they come in English.

    ## Why it matters

    The programme mixes two languages.

    ## Example

    ```toml
    [[outputs]]
    use = "markdown"
    language = "de"
    ```

    ## Use instead

    ```toml
    [[outputs]]
    use = "markdown"
    language = "en"
    ```
    """

    code = "TXT001"
    name = "no-words"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell the languages of the event and of its outputs that we do not speak."""
        event = timeline.event
        asked = [(Where() / "event" / "language", event.language)]
        asked += [
            (Where() / "outputs" / index / "language", output.language)
            for index, output in enumerate(event.outputs)
            if output.language is not None
        ]
        for where, tag in asked:
            if tag.partition("-")[0].lower() not in LANGUAGES:
                headline = Message.of(
                    "our own words are in English: there are none in `{tag}`", tag=tag
                )
                advice = Message.of(
                    "choose `en` or `fr`, or ignore this with a `reason` if English words will do"
                )
                yield self.found(where, headline, help=advice)
