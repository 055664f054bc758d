"""Options of a plugin's offer: a frozen attrs class, named by its generic parameter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, get_args, get_origin

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.where import Where
from partenariats.errors import PartenariatsError


@attrs.frozen
class NoOptions:
    """Be the options of an offer that has none."""


class InvalidOptionsError(PartenariatsError):
    """Options do not fit what an offer takes; `diagnostics` say which and why."""

    def __init__(self, name: str, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(
            "the options of `{name}` do not fit: {reasons}",
            name=name,
            reasons="; ".join(
                f"{'.'.join(map(str, d.where.path))}: {d.headline}" for d in diagnostics
            ),
        )
        self.diagnostics: tuple[Diagnostic, ...] = diagnostics


OptionsT = TypeVar("OptionsT")


def options_class(offer: type) -> type[Any]:
    """Return the options class of an offer, read from the parameter of its generic base."""
    for cls in offer.__mro__:
        for base in getattr(cls, "__orig_bases__", ()):
            arguments = get_args(base)
            if get_origin(base) is not None and arguments and attrs.has(arguments[0]):
                found: type[Any] = arguments[0]
                return found
    return NoOptions


def read_options(
    cls: type[OptionsT], given: Mapping[str, Any], where: Where
) -> OptionsT | tuple[Diagnostic, ...]:
    """Make the options of a class from what was written, or say what is wrong below `where`."""
    from partenariats.source.converter import make_converter, thaw
    from partenariats.source.explain import explain

    plain = {key: thaw(value) for key, value in given.items()}
    try:
        return make_converter().structure(plain, cls)
    except Exception as error:  # noqa: BLE001  # cattrs raises groups of anything; `explain` sorts them
        return tuple(explain(error, where))
