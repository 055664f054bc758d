"""Find the importer of a content, and let it read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

import attrs

from partenariats.diagnostics.where import Where
from partenariats.errors import PartenariatsError
from partenariats.interfaces.exporter import Exporter
from partenariats.interfaces.importer import ImportCrashError, Imported, Importer, UnreadableError
from partenariats.interfaces.options import InvalidOptionsError, options_class, read_options
from partenariats.language.message import Message
from partenariats.plugin.manager import describe
from partenariats.plugin.registry import Offer, Registry

T = TypeVar("T")

_LOOKS: Final = (
    (b"BEGIN:VCALENDAR", Message.of("an iCalendar file")),
    (b"%PDF", Message.of("a PDF file")),
    (b"PK\x03\x04", Message.of("an archive, as DOCX and XLSX are")),
    (b"{", Message.of("JSON")),
    (b"[[", Message.of("TOML, as an event file is")),
    (b"format", Message.of("TOML, as an event file is")),
    (b"[", Message.of("JSON")),
    (b"<!doctype html", Message.of("HTML")),
    (b"<html", Message.of("HTML")),
    (b"<", Message.of("XML")),
)
"""How contents begin, and what they are by the look of it."""


class UnrecognizedError(UnreadableError):
    """No importer takes a content for its own."""

    advice: Message = Message.of(
        "name one with `--from` to hear why it refuses this; `partenariats plugins` lists them"
    )


def recognize(registry: Registry, content: bytes) -> Offer[Importer[Any]]:
    """Return the importer that takes a content for its own; raise `UnrecognizedError`."""
    for offer in registry.importers.offers.values():
        if _takes(offer, content):
            return offer
    raise UnrecognizedError(
        "this looks like {what}; none of the importers takes it for its format: {names}",
        what=_looks_like(content),
        names=", ".join(f"`{name}`" for name in sorted(registry.importers.offers)),
    )


def reader_of(
    registry: Registry, exporter: Offer[Exporter[Any]], content: bytes
) -> Offer[Importer[Any]] | None:
    """Return the importer of an exporter's plugin that takes what it wrote for its own.

    The one of the same name comes first.
    """
    own = [o for o in registry.importers.offers.values() if o.plugin == exporter.plugin]
    own.sort(key=lambda offer: offer.name != exporter.name)
    return next((offer for offer in own if _takes(offer, content)), None)


def read(offer: Offer[Importer[Any]], content: bytes, options: Mapping[str, Any]) -> Imported:
    """Let an importer read a content.

    Raise `UnreadableError` when it is not that format, `InvalidOptionsError` for the options,
    `ImportCrashError` where the importer breaks down.
    """
    fitting = read_options(options_class(offer.cls), options, Where())
    if isinstance(fitting, tuple):
        raise InvalidOptionsError(offer.name, fitting)
    imported = _guarded(offer, offer.cls(fitting).read, content)
    return attrs.evolve(imported, importer=offer.name)


def _takes(offer: Offer[Importer[Any]], content: bytes) -> bool:
    importer = offer.cls(options_class(offer.cls)())
    return _guarded(offer, importer.recognizes, content)


def _guarded(offer: Offer[Any], work: Callable[[bytes], T], content: bytes) -> T:
    """Let an importer work on a content; raise `ImportCrashError` where it breaks down."""
    try:
        return work(content)
    except PartenariatsError:
        raise
    except Exception as error:
        raise ImportCrashError(
            "importer `{name}` of {plugin} crashed: {reason}",
            name=offer.name,
            plugin=offer.plugin,
            reason=describe(error),
        ) from error


def _looks_like(content: bytes) -> Message:
    start = content[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not start:
        return Message.of("an empty file")
    for mark, kind in _LOOKS:
        if start.startswith(mark.lower()):
            return kind
    return Message.of("text") if _is_text(content[:2000]) else Message.of("no text")


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError as error:
        return error.end == len(content) and b"\0" not in content
    return b"\0" not in content
