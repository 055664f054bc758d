"""What is declared about personal data, in words; what is not declared is said to be so."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import attrs

from partenariats.language.dates import say_date
from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.registration.personal import Basis, Recipient
from partenariats.model.text import Text
from partenariats.registration.personal.fields import Field
from partenariats.registration.personal.retention import last_day

BASES: Final = MappingProxyType(
    {
        Basis.CONSENT: Message.of("consent (article 6.1.a)"),
        Basis.CONTRACT: Message.of("needed to take part: contract (article 6.1.b)"),
        Basis.LEGAL_OBLIGATION: Message.of("legal obligation (article 6.1.c)"),
        Basis.VITAL_INTERESTS: Message.of("vital interests (article 6.1.d)"),
        Basis.PUBLIC_TASK: Message.of("task in the public interest (article 6.1.e)"),
        Basis.LEGITIMATE_INTEREST: Message.of("legitimate interest (article 6.1.f)"),
    }
)


@attrs.frozen
class Wording:
    """Say what an event declares, in a language."""

    event: Event
    language: str

    def say(self, template: str, /, **names: str | int) -> str:
        """Return a sentence of ours."""
        return Message.of(template, **names).say(self.language)

    def text(self, text: Text | None) -> str:
        """Return what the organiser wrote on one line, or that it is not declared."""
        return self.word(self.event.say(text, self.language))

    def word(self, text: str | None) -> str:
        """Return a word of the organiser on one line, or that it is not declared."""
        return " ".join((text or "").split()) or self.say("not declared")

    def basis(self, field: Field) -> str:
        """Return what makes it lawful to keep a field."""
        basis = self.say("not declared")
        if field.use.basis is not None:
            basis = BASES[field.use.basis].say(self.language)
        if field.use.sensitive:
            return self.say("{basis}; sensitive (article 9)", basis=basis)
        return basis

    def kept_until(self, field: Field) -> str:
        """Return until when a field is kept."""
        if field.use.retention is None:
            return self.say("not declared")
        last = last_day(self.event)
        if last is None:
            return self.say("not known: the event has no days")
        return say_date(field.use.retention.end_after(last), self.language, weekday=False)

    def recipients(self, field: Field) -> str:
        """Return who gets a field besides the organiser."""
        known = {one.id: one for one in self.event.registration.recipients}
        names = [
            self.recipient(known[one]) if one in known else one for one in field.use.recipients
        ]
        return ", ".join(names) or self.say("the organiser alone")

    def recipient(self, recipient: Recipient) -> str:
        """Return the name of a recipient."""
        return self.text(recipient.title)

    def title(self, field: Field) -> str:
        """Return what a field is called."""
        return self.word(field.title(self.event, self.language))
