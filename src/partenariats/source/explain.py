"""From what the converter refused to diagnostics: with `converter`, the one door of cattrs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message
from partenariats.language.names import nearest
from partenariats.model.timeline.references import key_of
from partenariats.source.rules import MissingKey, UnknownKey, WrongType
from partenariats.source.values.unfit import Unfit


def explain(error: BaseException, where: Where) -> Iterator[Diagnostic]:
    """Give a diagnostic for every fault that structuring found below a place."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        for inner in error.exceptions:
            step = _step(inner)
            if isinstance(inner, KeyError) and isinstance(step, str):
                yield missing_key(where, step)
            else:
                yield from explain(inner, where if step is None else where / step)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield unknown_key(where, key, keys_of(error.cl))
    elif isinstance(error, Unfit):
        yield error.rule.found(where, error.headline, help=error.advice)
    else:
        headline = Message.of("this value does not fit: {reason}", reason=str(error)[:200])
        yield WrongType.found(where, headline)


def keys_of(cls: Any) -> tuple[str, ...]:
    """List the keys of the event file that a class is read from."""
    return tuple(key_of(field.name) for field in attrs.fields(cls))


def unknown_key(where: Where, key: str, known: tuple[str, ...]) -> Diagnostic:
    """Say that a table has no such key, and which one may be meant."""
    close = nearest(key, known)
    listed = Message.of("the keys are: {keys}", keys=", ".join(known))
    advice = Message.of("did you mean `{name}`?", name=close) if close else listed
    headline = Message.of("`{key}` is not known here", key=key[:60])
    return UnknownKey.found((where / key).key, headline, help=advice if known else None)


def missing_key(where: Where, key: str) -> Diagnostic:
    """Say that a table lacks a key."""
    return MissingKey.found(where, Message.of("`{key}` is missing here", key=key))


def _step(error: BaseException) -> str | int | None:
    """Return the key or the position that an error's notes say it happened at."""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return key_of(note.name)
        if isinstance(note, IterableValidationNote):
            return int(note.index)
    return None
