"""The page of the plugins: what each of ours offers, with its options."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

from generate.describe import docstring, field_texts, field_types
from partenariats.interfaces.options import options_class
from partenariats.plugin.manager import Plugin
from partenariats.plugin.registry import Registry
from partenariats.toolkit import Toolkit

_INTRO: Final = """# Plugins

What the core offers comes through the same hooks as what other distributions offer. `partenariats
plugins` lists what is installed; `pip install partenariats[all]` installs everything here.
[Plugins and trust](../../explanation/plugins-and-trust.md) says what a plugin may do.

```{toctree}
:hidden:
:glob:

[a-z]*
```"""
_OPTIONS: Final = "| option | takes | by default | |\n|---|---|---|---|"


def plugins_page() -> str:
    """Return the page."""
    toolkit = Toolkit()
    ours = [p for p in toolkit.manager.plugins if p.distribution.startswith("partenariats")]
    return "\n\n".join([_INTRO, *(part for p in ours for part in _plugin(toolkit, p))]) + "\n"


def _plugin(toolkit: Toolkit, plugin: Plugin) -> Iterator[str]:
    registry = toolkit.registry
    page = f"\n\nSee [its page]({plugin.name}.md)." if plugin.name != "builtin" else ""
    yield f"## `{plugin.distribution}`{page}"
    shelves = (
        ("Exporter", registry.exporters),
        ("Importer", registry.importers),
        ("Registration back-end", registry.registration_backends),
    )
    for kind, shelf in shelves:
        for name, offer in sorted(shelf.offers.items()):
            if offer.plugin == plugin:
                yield from _offer(kind, name, offer.cls)
    codes = sorted({code for code, owner in _rules(registry) if owner == plugin})
    if codes and plugin.name == "builtin":
        yield "Rules: " + ", ".join(f"[{code}](../rules/{code}.md)" for code in codes) + "."
    elif codes:
        yield "Rules: " + ", ".join(f"`{code}`" for code in codes) + "."


def _rules(registry: Registry) -> Iterator[tuple[str, Plugin]]:
    """Give the code of every rule with its plugin: of validators, and of what importers tell."""
    for code, offer in registry.validators.offers.items():
        yield code, offer.plugin
    for offer in registry.importers.offers.values():
        yield from ((rule.code, offer.plugin) for rule in offer.cls.rules)


def _offer(kind: str, name: str, cls: type[Any]) -> Iterator[str]:
    yield f"### {kind} `{name}`"
    yield f"*{cls.summary}*"
    yield docstring(cls)
    if kind == "Exporter":
        yield f"Makes `{cls.media_type}`, `{cls.suffix}`.{_omits(cls)}"
    elif kind == "Importer":
        yield f"Reads {', '.join(f'`{suffix}`' for suffix in cls.suffixes)}."
    options = options_class(cls)
    texts, types = field_texts(options), field_types(options)
    rows = [
        f"| `{field.name}` | `{types[field.name]}` | `{field.default!r}` "
        f"| {' '.join(texts.get(field.name, '').split())} |".replace(" | None", " \\| None")
        for field in attrs.fields(options)
    ]
    yield "\n".join([_OPTIONS, *rows]) if rows else "It has no options."


def _omits(cls: type[Any]) -> str:
    if not cls.omits:
        return ""
    return f" It cannot carry {', '.join(f'`{key}`' for key in sorted(cls.omits))}."
