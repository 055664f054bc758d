"""Who gets personal data, and which consents there are."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.builtin.validators.registration.declared import uses_of
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.language.names import nearest
from partenariats.model.timeline import Timeline


class UnknownRecipient(Validator[NoOptions]):
    """A field names a recipient or a consent that is not declared.

    ## What it says

    `recipients` or `consent` of a question or a field holds an id that
    `[[registration.recipients]]` or `[[registration.consents]]` has not.

    ## Why it matters

    Nothing can be exported to such a recipient, and nobody can give such a consent; the notice
    for those who register would name neither.

    ## Example

    ```toml
    [[registration.questions]]
    id = "regime"
    text = "Suivez-vous un régime ?"
    purpose = "Préparer les repas"
    basis = "consent"
    retention = "7 jours"
    recipients = ["traitteur"]

    [[registration.questions]]
    id = "repas"
    text = "Mangerez-vous avec nous ?"
    purpose = "Compter les repas"
    basis = "contract"
    retention = "7 jours"
    recipients = ["traiteur"]

    [[registration.recipients]]
    id = "traiteur"
    title = "Le traiteur"
    ```

    ## Use instead

    ```toml
    [[registration.questions]]
    id = "regime"
    text = "Suivez-vous un régime ?"
    purpose = "Préparer les repas"
    basis = "consent"
    retention = "7 jours"
    recipients = ["traiteur"]

    [[registration.recipients]]
    id = "traiteur"
    title = "Le traiteur"
    ```
    """

    code = "REG013"
    name = "unknown-recipient"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell each id that is not declared, where it is named."""
        settings = timeline.event.registration
        recipients = [str(one.id) for one in settings.recipients]
        consents = [str(one.id) for one in settings.consents]
        for where, _, use in uses_of(timeline.event):
            for index, name in enumerate(use.recipients):
                if name not in recipients:
                    headline = Message.of("there is no recipient `{id}`", id=name[:60])
                    at = where / "recipients" / index
                    yield self.found(at, headline, help=_meant(name, recipients))
            if use.consent is not None and use.consent not in consents:
                headline = Message.of("there is no consent `{id}`", id=use.consent[:60])
                yield self.found(where / "consent", headline, help=_meant(use.consent, consents))


def _meant(name: str, known: list[str]) -> Message | None:
    close = nearest(name, known)
    return Message.of("did you mean `{name}`?", name=close) if close is not None else None


class NothingToHandOver(Validator[NoOptions]):
    """A recipient gets nothing, or a consent is for nothing.

    ## What it says

    No question or field names the recipient; or none names the consent, and it has no `purpose`.

    ## Why it matters

    The notice would name somebody who gets nothing, and people would agree to they know not what.

    ## Example

    ```toml
    [[registration.recipients]]
    id = "hotel"
    title = "L'hôtel"
    ```

    ## Use instead

    ```toml
    [registration.fields.name]
    purpose = "Réserver les chambres"
    basis = "contract"
    retention = "30 jours"
    recipients = ["hotel"]

    [[registration.recipients]]
    id = "hotel"
    title = "L'hôtel"
    ```
    """

    code = "REG014"
    name = "nothing-to-hand-over"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell each of them once."""
        event, at = timeline.event, Where() / "registration"
        uses = [use for _, _, use in uses_of(event)]
        named = {name for use in uses for name in use.recipients}
        for index, recipient in enumerate(event.registration.recipients):
            if recipient.id not in named:
                headline = Message.of("nothing is handed to the recipient `{id}`", id=recipient.id)
                advice = Message.of("name it in the `recipients` of a field, or take it out")
                yield self.found(at / "recipients" / index, headline, help=advice)
        wanted = {use.consent for use in uses}
        for index, consent in enumerate(event.registration.consents):
            if consent.id not in wanted and not event.say(consent.purpose).strip():
                headline = Message.of("the consent `{id}` is for nothing", id=consent.id)
                advice = Message.of("say what for in `purpose`, or name it in `consent` of a field")
                yield self.found(at / "consents" / index, headline, help=advice)
