"""Who answers for personal data, and what is said of what everybody is asked for."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.builtin.validators.registration.declared import uses_of
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.registration.personal import Controller, FieldUses
from partenariats.model.registration.settings import RegistrationSettings
from partenariats.model.timeline import Timeline


class DeclaredInPart(Validator[NoOptions]):
    """Personal data is declared in part.

    ## What it says

    Something is declared of personal data, but not who answers for it, how they are reached, or
    why and how long the name and the e-mail address are kept.

    ## Why it matters

    The notice and the record that `partenariats registration record` writes say “not declared”
    there (GDPR, articles 13 and 30).

    ## Example

    ```toml
    [registration.fields.name]
    purpose = "Imprimer les badges"
    basis = "contract"
    retention = "30 jours"

    [registration.fields.email]
    purpose = "Envoyer le programme"
    basis = "contract"
    retention = "30 jours"
    ```

    ## Use instead

    ```toml
    [registration.controller]
    name = "SNDGCT"
    contact = "contact@example.org"

    [registration.fields.name]
    purpose = "Imprimer les badges"
    basis = "contract"
    retention = "30 jours"

    [registration.fields.email]
    purpose = "Envoyer le programme"
    basis = "contract"
    retention = "30 jours"
    ```
    """

    code = "REG015"
    name = "declared-in-part"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell once what is missing, where anything is declared."""
        settings, at = timeline.event.registration, Where() / "registration"
        if not _is_begun(settings):
            return
        lacks = [
            f"controller.{key}"
            for key in ("name", "contact")
            if not (getattr(settings.controller, key) or "").strip()
        ]
        for _, name, use in uses_of(timeline.event):
            if name in {"name", "email"}:
                keys = ("purpose", "basis", "retention")
                lacks += [f"fields.{name}.{key}" for key in keys if getattr(use, key) is None]
        if lacks:
            headline = Message.of(
                "personal data is declared in part; missing: {keys}",
                keys=", ".join(f"`{key}`" for key in lacks),
            )
            yield self.found(at, headline, help=Message.of("complete `[registration]`"))


def _is_begun(settings: RegistrationSettings) -> bool:
    """Tell whether anything is declared beside the questions, which have their own rules."""
    said = (settings.fields != FieldUses(), settings.controller != Controller())
    return any(said) or bool(settings.recipients or settings.consents)
