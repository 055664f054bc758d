"""`partenariats explain`."""

from __future__ import annotations

import sys

import click

from partenariats.cli.front import UNUSABLE, Front, options
from partenariats.diagnostics.rule import code_meant, translate_page


@click.command("explain")
@click.argument("code")
@options
def command(front: Front, code: str) -> None:
    """Explain the rule CODE: what it says, why it matters, an example."""
    front.warn_of_plugins()
    rules = front.toolkit.rules
    rule = rules.get(code.upper())
    if rule is None:
        click.echo(
            f"{front.say('error')}: {front.say('there is no rule `{code}`', code=code)}", err=True
        )
        close = code_meant(code.upper(), rules)
        if close is not None:
            meant = front.say("did you mean `{name}`?", name=close)
            click.echo(f"  = {front.say('help')}: {meant}", err=True)
        sys.exit(UNUSABLE)
    click.echo(f"{rule.code} ({rule.name}), {front.say(rule.severity.value)}\n")
    click.echo(translate_page(rule.page(), front.language))
