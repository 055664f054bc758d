"""What each plugin offers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from partenariats.cli.front import Front, options
from partenariats.diagnostics.render.plain import safe
from partenariats.plugin.manager import Plugin
from partenariats.plugin.registry import Registry, Shelf


@click.command("list")
@options
def list_plugins(front: Front) -> None:
    """List the plugins that are installed, what they offer, and what failed to load."""
    toolkit = front.toolkit
    for plugin in toolkit.manager.plugins:
        click.echo(safe(f"{plugin.name}  ({plugin})"))
        for line in offers(front, toolkit.registry, plugin):
            click.echo(f"  {line}")
    for candidate in toolkit.manager.failed:
        name = f"{candidate.name}  ({candidate.distribution} {candidate.version})"
        click.echo(safe(f"{name}  {front.say('did not load')}"))
    front.warn_of_plugins()


def offers(front: Front, registry: Registry, plugin: Plugin) -> Iterator[str]:
    """Give a line for each offer of a plugin, and one for its rules."""
    shelves: tuple[tuple[str, Shelf[Any]], ...] = (
        ("exporters", registry.exporters),
        ("importers", registry.importers),
        ("registration back-ends", registry.registration_backends),
    )
    for kind, shelf in shelves:
        for name, summary in _summaries(shelf, plugin):
            yield safe(f"{front.say(kind)}: {name} – {summary}")
    codes = sorted(
        name for name, offer in registry.validators.offers.items() if offer.plugin == plugin
    )
    if codes:
        yield safe(f"{front.say('rules')}: {', '.join(codes)}")


def _summaries(shelf: Shelf[Any], plugin: Plugin) -> Iterator[tuple[str, str]]:
    for name, offer in sorted(shelf.offers.items()):
        if offer.plugin == plugin:
            yield name, offer.cls.summary
