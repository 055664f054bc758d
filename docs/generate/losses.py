"""The page of what each format loses: made of what the exporters declare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from partenariats.interfaces.exporter import Exporter
from partenariats.publishing.verifying import reasons
from partenariats.toolkit import Toolkit

_INTRO: Final = """# What each format loses

A format has no place for everything that an event file says. Here stands, for each exporter of
ours, what is *lost* and what comes back *changed*, key by key, with the reason: it is what the
exporters declare, and [`export --verify`](../how-to/check-an-export.md) holds them to it. A key
that is not here is carried as it is.

`sessions.KEY` speaks of workshops too, and a table alone of all that it holds; where it is only
changed, things of it come and go. `TABLE.order` is the order of its things. `people.uncredited` are
people whom no session credits and who lead no working group, `sessions.end_is_inferred` is whether
an end was written or worked out, and `texts.translations` are the other languages of texts."""
_HEAD: Final = "| key | | why |\n|---|---|---|"


def losses_page() -> str:
    """Return the page."""
    offers = Toolkit().registry.exporters.offers
    ours = {n: o.cls for n, o in offers.items() if o.plugin.distribution.startswith("partenariats")}
    sections = [part for name in sorted(ours) for part in _section(name, ours[name])]
    return "\n\n".join([_INTRO, _matrix(ours), *sections]) + "\n"


def _matrix(exporters: dict[str, type[Exporter[Any]]]) -> str:
    """Return the table of all keys and formats."""
    names = sorted(exporters)
    keys = sorted({key for cls in exporters.values() for key in reasons(cls)})
    rows = [
        f"| `{key}` | {' | '.join(_mark(exporters[name], key) for name in names)} |" for key in keys
    ]
    head = f"| key | {' | '.join(f'`{name}`' for name in names)} |\n|---{'|---' * len(names)}|"
    return "## All formats\n\n" + "\n".join([head, *rows])


def _mark(exporter: type[Exporter[Any]], key: str) -> str:
    if key in exporter.alters:
        return "changed"
    return "lost" if {key, key.partition(".")[0]} & exporter.omits else ""


def _section(name: str, exporter: type[Exporter[Any]]) -> Iterator[str]:
    yield f"## `{name}`"
    rows = [
        f"| `{key}` | {_mark(exporter, key)} | {reason} |"
        for key, reason in sorted(reasons(exporter).items())
    ]
    yield "\n".join([_HEAD, *rows]) if rows else "It carries everything."
