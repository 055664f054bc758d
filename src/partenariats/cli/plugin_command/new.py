"""`partenariats plugin new`: with copier, whose one door this is."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import click

from partenariats.cli.front import Front, options
from partenariats.errors import PartenariatsError
from partenariats.interfaces.exporter import Artifact
from partenariats.language.message import Message
from partenariats.model.ids import is_slug
from partenariats.plugin.known import DISTRIBUTIONS, FAMILIES
from partenariats.publishing.files import publish
from partenariats.version import __version__

KINDS: Final = ("exporter", "importer", "validator", "registration-backend")
LONGEST: Final = 40


class NewPluginError(PartenariatsError):
    """A plugin cannot be started like that; `advice` says what to do."""

    advice: Message | None = None


@click.command("new")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("name")
@click.option("-o", "--output", "folder", help="Folder to make; by default `partenariats-NAME`.")
@options
def new(front: Front, kind: str, name: str, folder: str | None) -> None:
    """Start a plugin that offers something called NAME, of one of these kinds."""
    _require_free(front, name)
    to = Path(folder or f"partenariats-{name}")
    if to.is_file() or (to.is_dir() and any(to.iterdir())):
        raise NewPluginError("{file}: this exists already; nothing was written", file=to)
    for written in publish(list(_render(kind, name)), to):
        front.echo("written: {file}", file=written)
    front.echo("now try it: cd {folder}, then {command}", folder=to, command=_TRY)


_TRY: Final = '`pip install --editable ".[test]"`, `pytest`'


def _require_free(front: Front, name: str) -> None:
    """Raise `NewPluginError` for a name that no plugin of a stranger can bear."""
    if not is_slug(name) or not name[0].isalpha() or len(name) > LONGEST:
        error = NewPluginError("`{name}` is no name for a plugin", name=name[:60])
        error.advice = Message.of("use small letters, figures and hyphens, as in `running-order`")
        raise error
    registry = front.toolkit.registry
    shelves = (registry.exporters, registry.importers, registry.registration_backends)
    taken = {*DISTRIBUTIONS}.union(*(shelf.offers for shelf in shelves))
    if name in taken:
        raise NewPluginError("`{name}` is the name of another plugin's offer", name=name)


def _render(kind: str, name: str) -> Iterator[Artifact]:
    """Give the files of a new plugin's distribution."""
    try:
        import copier
    except ImportError:
        error = NewPluginError("a new plugin is made with copier, which is not installed")
        error.advice = Message.of("run `pip install {name}`", name="partenariats[authoring]")
        raise error from None
    answers = {
        "kind": kind.replace("-", "_"),
        "name": name,
        "package": f"partenariats_{name.replace('-', '_')}",
        "title": name.title().replace("-", ""),
        "code": _family(name),
        "version": __version__,
    }
    template = files("partenariats.cli") / "templates" / "plugin"
    with as_file(template) as source, tempfile.TemporaryDirectory() as to:
        copier.run_copy(str(source), to, data=answers, quiet=True)
        for file in sorted(path for path in Path(to).rglob("*") if path.is_file()):
            name_below = file.relative_to(to).as_posix()
            yield Artifact(name_below, file.read_bytes(), "text/plain")


def _family(name: str) -> str:
    """Return three capital letters for the codes of a plugin's rules, which are not ours."""
    letters = "".join(filter(str.isalpha, name)).upper()
    family = f"{letters}XX"[:3]
    return f"X{family[:2]}" if family in FAMILIES else family
