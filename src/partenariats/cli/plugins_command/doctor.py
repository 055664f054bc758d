"""`partenariats plugins doctor`: what is found, from where, and why something is not."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import click

from partenariats.cli.front import FAULT, Front, options
from partenariats.cli.plugins_command.listing import offers
from partenariats.diagnostics.render.plain import safe
from partenariats.language.names import nearest
from partenariats.plugin.discovery import survey, unannounced
from partenariats.plugin.known import DISTRIBUTIONS
from partenariats.plugin.registry import Shelf
from partenariats.toolkit import Toolkit


@attrs.frozen
class Finding:
    """Hold what was found of one distribution: the names it goes by, and lines about it."""

    names: frozenset[str]
    lines: tuple[str, ...]
    is_well: bool = True


@click.command("doctor")
@click.argument("name", required=False)
@options
def doctor(front: Front, name: str | None) -> None:
    """Explain which plugins are found, from where, and how fast; or why NAME is not found."""
    front.echo("looked for with {python}", python=sys.executable)
    findings = list(_findings(front, front.toolkit))
    about = [found for found in findings if name is None or name in found.names]
    for found in about:
        for line in found.lines:
            click.echo(line)
    for problem in front.toolkit.problems:
        said = problem.headline.say(front.language)
        if name is None or name in said:
            front.warn((problem,))
    if name is not None and not about:
        front.echo("nothing that is installed here is called `{name}`", name=name)
        _advise(front, name, findings)
    if name is not None and not any(found.is_well for found in about):
        sys.exit(FAULT)


def _findings(front: Front, toolkit: Toolkit) -> Iterator[Finding]:
    yield from _loaded(front, toolkit)
    for candidate in toolkit.manager.failed:
        head = safe(f"{candidate.name}  ({candidate.distribution} {candidate.version})")
        place = front.say("did not load, from {place}", place=candidate.place)
        names = frozenset({candidate.name, candidate.distribution})
        yield Finding(names, (f"{head}  {place}",), is_well=False)
    for candidate, variable in survey():
        if variable is not None:
            head = safe(f"{candidate.name}  ({candidate.distribution} {candidate.version})")
            why = front.say("left out by {variable}", variable=variable)
            names = frozenset({candidate.name, candidate.distribution})
            yield Finding(names, (f"{head}  {why}",), is_well=False)
    for distribution, groups in unannounced():
        message = "{name}: it has no entry point in the group `partenariats`, but in: {groups}"
        line = front.say(message, name=distribution, groups=", ".join(groups) or "–")
        names = frozenset({distribution, distribution.removeprefix("partenariats-")})
        yield Finding(names, (line,), is_well=False)


def _loaded(front: Front, toolkit: Toolkit) -> Iterator[Finding]:
    registry = toolkit.registry
    shelves: tuple[Shelf[Any], ...] = (
        registry.exporters,
        registry.importers,
        registry.validators,
        registry.registration_backends,
    )
    for plugin in toolkit.manager.plugins:
        head = safe(f"{plugin.name}  ({plugin})")
        loaded = front.say(
            "loaded in {time} ms, from {place}",
            time=f"{plugin.seconds * 1000:.1f}",
            place=plugin.place,
        )
        names = {plugin.name, plugin.distribution}
        clashing: set[str] = set()
        for shelf in shelves:
            names |= {o.name for o in shelf.offers.values() if o.plugin == plugin}
            clashing |= {name for name, plugins in shelf.clashes.items() if plugin in plugins}
        unusable = [front.say("not usable: {name}", name=name) for name in sorted(clashing)]
        said = [*offers(front, registry, plugin), *unusable]
        nothing = [] if said else [front.say("it offers nothing")]
        lines = (f"{head}  {loaded}", *(f"  {line}" for line in (*said, *nothing)))
        yield Finding(frozenset(names | clashing), lines, is_well=bool(said) and not clashing)


def _advise(front: Front, name: str, findings: Iterable[Finding]) -> None:
    """Say what to install, or which name may be meant."""
    close = nearest(name, [known for found in findings for known in found.names])
    if name in DISTRIBUTIONS:
        front.echo("run `pip install {name}`", name=DISTRIBUTIONS[name])
    elif close is not None:
        front.echo("did you mean `{name}`?", name=close)
    else:
        front.echo("install the distribution that offers it for the Python named above")
