"""What answers are used for."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline


class QuestionWithoutPurpose(Validator[NoOptions]):
    """A question does not say what its answers are used for.

    ## What it says

    Attendees are asked something, and `purpose` does not say why.

    ## Why it matters

    Whoever asks people about themselves tells them what for (GDPR, article 13); and an answer
    that serves nothing need not be asked for.

    ## Example

    ```toml
    [[registration.questions]]
    id = "telephone"
    text = "Votre numéro de téléphone ?"
    ```

    ## Use instead

    ```toml
    [[registration.questions]]
    id = "telephone"
    text = "Votre numéro de téléphone ?"
    purpose = "Vous prévenir si un atelier change de salle"
    ```
    """

    code = "REG004"
    name = "question-without-purpose"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every question whose purpose is missing or empty."""
        for index, question in enumerate(timeline.event.registration.questions):
            if not timeline.event.say(question.purpose).strip():
                headline = Message.of(
                    "the question `{id}` does not say what its answers are used for",
                    id=question.id,
                )
                advice = Message.of("say so in `purpose`, or do not ask")
                where = Where() / "registration" / "questions" / index
                yield self.found(where, headline, help=advice)
