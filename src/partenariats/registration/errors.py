"""Why a desk does not do what it was asked for."""

from __future__ import annotations

from typing import ClassVar

from partenariats.errors import PartenariatsError
from partenariats.language.message import Message


class RegistrationError(PartenariatsError):
    """A request was refused, and nothing was changed; `advice` says what to do."""

    code: ClassVar[str] = "refused"
    """Its name for programs."""

    def __init__(
        self,
        template: str,
        /,
        *,
        advice: Message | None = None,
        about: str | None = None,
        **names: object,
    ) -> None:
        super().__init__(template, **names)
        self.advice: Message | None = advice
        self.about: str | None = about
        """The field of an entrant that is at fault: `email`, `answers.diet`."""


class ClosedError(RegistrationError):
    """Registration is not open now."""

    code = "closed"


class NotAdmittedError(RegistrationError):
    """Whoever asks may not register: a code or an address is missing or wrong."""

    code = "not-admitted"


class FullError(RegistrationError):
    """There is no place left, and nobody may wait for one."""

    code = "full"


class UnknownSessionError(RegistrationError):
    """The event has no such session, or none that people register for."""

    code = "unknown-session"


class UnknownAttendeeError(RegistrationError):
    """Nobody of this id is registered."""

    code = "unknown-attendee"


class UnknownRecipientError(RegistrationError):
    """Nothing is declared to be handed to this recipient."""

    code = "unknown-recipient"


class EmailTakenError(RegistrationError):
    """Somebody is registered with this e-mail address."""

    code = "email-taken"


class KeyReusedError(RegistrationError):
    """The key of the request was used for another one."""

    code = "key-reused"


class InvalidRequestError(RegistrationError):
    """What was written about an attendee cannot be taken."""

    code = "invalid-request"


class WrongStateError(RegistrationError):
    """A registration does not stand where this step starts."""

    code = "wrong-state"


class ChangedError(RegistrationError):
    """Somebody else changed it since it was read."""

    code = "changed"


class BusyError(RegistrationError):
    """Others changed the same things again and again; nothing was done."""

    code = "busy"
