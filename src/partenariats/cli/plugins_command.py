"""`partenariats plugins`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from partenariats.cli.front import Front, options
from partenariats.diagnostics.render.plain import safe
from partenariats.plugin.manager import Plugin
from partenariats.plugin.registry import Shelf


@click.command("plugins")
@options
def command(front: Front) -> None:
    """List the plugins that are installed, what they offer, and what failed to load."""
    toolkit = front.toolkit
    registry = toolkit.registry
    for plugin in toolkit.manager.plugins:
        click.echo(safe(f"{plugin.name}  ({plugin})"))
        for kind, shelf in (("exporters", registry.exporters), ("importers", registry.importers)):
            for name, summary in _offers(shelf, plugin):
                click.echo(safe(f"  {front.say(kind)}: {name} – {summary}"))
        codes = sorted(
            name for name, offer in registry.validators.offers.items() if offer.plugin == plugin
        )
        if codes:
            click.echo(f"  {front.say('rules')}: {', '.join(codes)}")
    for candidate in toolkit.manager.failed:
        name = f"{candidate.name}  ({candidate.distribution} {candidate.version})"
        click.echo(safe(f"{name}  {front.say('did not load')}"))
    front.warn_of_plugins()


def _offers(shelf: Shelf[Any], plugin: Plugin) -> Iterator[tuple[str, str]]:
    for name, offer in sorted(shelf.offers.items()):
        if offer.plugin == plugin:
            yield name, offer.cls.summary
