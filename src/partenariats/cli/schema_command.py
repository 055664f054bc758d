"""`partenariats schema`."""

from __future__ import annotations

import json

import click

from partenariats.cli.front import Front, options
from partenariats.interfaces.options import options_class
from partenariats.source.json_schema import json_schema


@click.command("schema")
@options
def command(front: Front) -> None:
    """Print the JSON Schema of event files, with the options of the plugins installed here."""
    front.warn_of_plugins()
    offers = front.toolkit.registry.exporters.offers
    schema = json_schema({name: options_class(offer.cls) for name, offer in offers.items()})
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
