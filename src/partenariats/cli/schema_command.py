"""`partenariats schema`."""

from __future__ import annotations

import json
from typing import Any

import click

from partenariats.cli.front import Front, options
from partenariats.interfaces.options import options_class
from partenariats.plugin.registry import Shelf
from partenariats.source.json_schema import json_schema


@click.command("schema")
@options
def command(front: Front) -> None:
    """Print the JSON Schema of event files, with the options of the plugins installed here."""
    front.warn_of_plugins()
    registry = front.toolkit.registry
    schema = json_schema(
        _options(registry.exporters),
        _options(registry.validators),
        _options(registry.registration_backends),
    )
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))


def _options(shelf: Shelf[Any]) -> dict[str, type[Any]]:
    return {name: options_class(offer.cls) for name, offer in shelf.offers.items()}
