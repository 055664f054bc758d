"""What every command shares: its language, its toolkit, and how errors end it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import click

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.render.plain import safe
from partenariats.diagnostics.report import InvalidEventError, Report
from partenariats.errors import PartenariatsError
from partenariats.interfaces.exporter import ExportError
from partenariats.interfaces.importer import ImportCrashError
from partenariats.language.gettext import LANGUAGES, interface_language, translate
from partenariats.language.message import Message
from partenariats.registration.errors import RegistrationError

if TYPE_CHECKING:
    from partenariats.source.document import Document
    from partenariats.toolkit import Toolkit

FAULT: Final = 1
"""Exit code: the event, or what was asked of it, is at fault."""
UNUSABLE: Final = 2
"""Exit code: usage, unreadable input, unwritable output."""

F = TypeVar("F", bound=Callable[..., Any])


def options(command: F) -> F:
    """Give a command `--language` and `--plugin`, and end it with a word on any error of ours.

    The command gets a `Front` as its first argument.
    """

    @click.option(
        "--language",
        type=click.Choice(LANGUAGES),
        help="Language of messages; by default the system's, else the event's.",
    )
    @click.option(
        "--plugin",
        "plugins",
        multiple=True,
        metavar="FILE.PY",
        help="Load a plugin from a Python file as well. It runs with your rights.",
    )
    @wraps(command)
    def run(language: str | None, plugins: tuple[str, ...], **arguments: Any) -> Any:
        front = Front(language, plugins)
        try:
            return command(front, **arguments)
        except InvalidEventError as error:
            front.show_report(error.report)
            sys.exit(FAULT)
        except PartenariatsError as error:
            front.fail(error)

    return run  # type: ignore[return-value]  # click takes the function with its options


class Front:
    """Speak with whoever typed the command."""

    def __init__(self, language: str | None, plugins: tuple[str, ...] = ()) -> None:
        self._chosen = language or _system_language()
        self._plugins = plugins
        self._toolkit: Toolkit | None = None
        self.language: str = self._chosen or "en"

    @property
    def toolkit(self) -> Toolkit:
        """Give the toolkit, with the plugins named on the command line."""
        if self._toolkit is None:
            from partenariats.toolkit import Toolkit

            self._toolkit = Toolkit(self._plugins)
        return self._toolkit

    def load(self, file: str) -> Document:
        """Read an event file; where nobody chose a language, its own becomes ours."""
        from partenariats.source.document import load

        document = load(file)
        if self._chosen is None and document.found is not None:
            self.language = interface_language(document.found.language)
        elif self._chosen is None:
            self.language = "fr"
        return document

    def say(self, message: str, **names: object) -> str:
        """Return a sentence of ours in the reader's language, safe for a terminal."""
        said = {
            key: name.say(self.language) if isinstance(name, Message) else name
            for key, name in names.items()
        }
        return safe(translate(message, self.language).format(**said))

    def echo(self, message: str, **names: object) -> None:
        """Print a sentence."""
        click.echo(self.say(message, **names))

    def warn_of_plugins(self) -> None:
        """Say on standard error what is wrong with plugins."""
        self.warn(self.toolkit.problems)

    def warn(self, problems: tuple[Diagnostic, ...]) -> None:
        """Say diagnostics that belong to no event on standard error."""
        for problem in problems:
            severity = self.say(problem.severity.value)
            headline = safe(problem.headline.say(self.language))
            click.echo(f"{severity}[{problem.code}]: {headline}", err=True)

    def show_report(self, report: Report) -> None:
        """Print why no programme can be made."""
        colour = wants_colour(sys.stderr)
        click.echo(report.render("text", self.language, colour=colour), err=True, nl=False)

    def fail(self, error: PartenariatsError) -> NoReturn:
        """Say an error and end the command."""
        click.echo(f"{self.say('error')}: {self.say(error.template, **error.names)}", err=True)
        advice = getattr(error, "advice", None)
        if advice is not None:
            click.echo(f"  = {self.say('help')}: {safe(advice.say(self.language))}", err=True)
        sys.exit(exit_code(error))


def exit_code(error: PartenariatsError) -> int:
    """Return the code with which a command ends on an error."""
    if isinstance(error, ExportError | ImportCrashError | InvalidEventError | RegistrationError):
        return FAULT
    return UNUSABLE


def wants_colour(stream: Any) -> bool:
    """Tell whether a stream is a terminal whose reader did not refuse colours (no-color.org)."""
    return bool(stream.isatty()) and not os.environ.get("NO_COLOR")


def _system_language() -> str | None:
    """Return the language that the environment asks for (POSIX), or nothing where it is silent."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            tag = value.partition(".")[0]
            return None if tag in {"C", "POSIX"} else interface_language(value)
    return None
