"""On what basis, and how long, answers are kept."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.registration.personal import Basis
from partenariats.model.registration.settings import Question
from partenariats.model.timeline import Timeline


class QuestionWithoutEnd(Validator[NoOptions]):
    """A question does not say on what basis, or how long, its answers are kept.

    ## What it says

    The question has no `basis`, or no `retention`.

    ## Why it matters

    Whoever keeps personal data needs a lawful basis (GDPR, article 6), and keeps it no longer than
    it serves (article 5). What has no `retention` is never erased by
    `partenariats registration purge`.

    ## Example

    ```toml
    [[registration.questions]]
    id = "telephone"
    text = "Votre numéro de téléphone ?"
    purpose = "Vous prévenir si un atelier change de salle"
    ```

    ## Use instead

    ```toml
    [[registration.questions]]
    id = "telephone"
    text = "Votre numéro de téléphone ?"
    purpose = "Vous prévenir si un atelier change de salle"
    basis = "legitimate_interest"
    retention = "7 jours"
    ```
    """

    code = "REG011"
    name = "question-without-end"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell each question once, whatever it lacks."""
        for index, question in enumerate(timeline.event.registration.questions):
            lacks = [key for key in ("basis", "retention") if getattr(question, key) is None]
            if lacks:
                headline = Message.of(
                    "the question `{id}` does not say: {keys}",
                    id=question.id,
                    keys=", ".join(f"`{key}`" for key in lacks),
                )
                advice = Message.of('such as `basis = "contract"`, `retention = "30 days"`')
                where = Where() / "registration" / "questions" / index
                yield self.found(where, headline, help=advice)


class SensitiveWithoutConsent(Validator[NoOptions]):
    """A sensitive question does not rest on consent.

    ## What it says

    The question is marked `sensitive`, and its `basis` is not `consent`, or it must be answered.

    ## Why it matters

    What people tell of their health or their faith, as a diet or a need for access may, is kept
    only if they agree to it (GDPR, article 9); and nobody agrees freely to what is required.

    ## Example

    ```toml
    [[registration.questions]]
    id = "acces"
    text = "Avez-vous besoin d'un accès particulier ?"
    purpose = "Préparer les salles"
    basis = "contract"
    retention = "7 jours"
    sensitive = true
    ```

    ## Use instead

    ```toml
    [[registration.questions]]
    id = "acces"
    text = "Avez-vous besoin d'un accès particulier ?"
    purpose = "Préparer les salles"
    basis = "consent"
    retention = "7 jours"
    sensitive = true
    ```
    """

    code = "REG012"
    name = "sensitive-without-consent"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell what is wrong with each sensitive question."""
        for index, question in enumerate(timeline.event.registration.questions):
            if question.sensitive:
                yield from self._check(question, Where() / "registration" / "questions" / index)

    def _check(self, question: Question, where: Where) -> Iterator[Diagnostic]:
        if question.basis is not Basis.CONSENT:
            headline = Message.of(
                "the question `{id}` is sensitive, and does not rest on consent", id=question.id
            )
            at = where if question.basis is None else where / "basis"
            yield self.found(at, headline, help=Message.of('write `basis = "consent"`'))
        elif question.required:
            headline = Message.of(
                "the question `{id}` rests on consent, and must be answered", id=question.id
            )
            advice = Message.of("take `required` out: consent is free")
            yield self.found(where / "required", headline, help=advice)
