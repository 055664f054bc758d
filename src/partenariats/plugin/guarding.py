"""Back-ends whose breakdowns name their plugin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from partenariats.errors import PartenariatsError
from partenariats.interfaces.registration_backend import BackendError, Committed, Declined
from partenariats.language.message import Message
from partenariats.plugin.manager import describe

if TYPE_CHECKING:
    from partenariats.interfaces.registration_backend import RegistrationBackend
    from partenariats.plugin.registry import Offer

_ANSWERS: Final = (
    "__init__", "prepare", "attendee", "registrations_of", "quotas", "owner", "door", "close",
)  # fmt: skip
_STREAMS: Final = ("waiting", "offered", "roster", "journal")


def guarded(offer: Offer[RegistrationBackend[Any]]) -> type[RegistrationBackend[Any]]:
    """Return a back-end's class as it is, but for what it raises that is no error of ours.

    That becomes a `BackendError` with the name and version of its plugin.
    """
    cls = offer.cls
    own = {name: _asked(offer, getattr(cls, name)) for name in _ANSWERS}
    own |= {name: _streamed(offer, getattr(cls, name)) for name in _STREAMS}
    own["commit"] = _committed(offer, cls.commit)
    return type(cls.__name__, (cls,), {**own, "__module__": cls.__module__, "__doc__": cls.__doc__})


def _asked(offer: Offer[RegistrationBackend[Any]], work: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(work)
    def guard(*arguments: Any, **named: Any) -> Any:
        try:
            return work(*arguments, **named)
        except PartenariatsError:
            raise
        except Exception as error:
            raise _crashed(offer, describe(error)) from error

    return guard


def _streamed(
    offer: Offer[RegistrationBackend[Any]], work: Callable[..., Iterator[Any]]
) -> Callable[..., Iterator[Any]]:
    @wraps(work)
    def guard(*arguments: Any, **named: Any) -> Iterator[Any]:
        try:
            yield from work(*arguments, **named)
        except PartenariatsError:
            raise
        except Exception as error:
            raise _crashed(offer, describe(error)) from error

    return guard


def _committed(
    offer: Offer[RegistrationBackend[Any]], work: Callable[..., Any]
) -> Callable[..., Any]:
    asked = _asked(offer, work)

    @wraps(work)
    def guard(*arguments: Any, **named: Any) -> Committed | Declined:
        outcome = asked(*arguments, **named)
        if not isinstance(outcome, Committed | Declined):
            raise _crashed(offer, f"TypeError: not an Outcome: {type(outcome).__name__}")
        return outcome

    return guard


def _crashed(offer: Offer[RegistrationBackend[Any]], reason: str) -> BackendError:
    return BackendError(
        "registration back-end `{name}` of {plugin} crashed: {reason}",
        name=offer.name,
        plugin=offer.plugin,
        reason=reason,
        advice=Message.of("look with `partenariats registration list` at what was kept"),
    )
