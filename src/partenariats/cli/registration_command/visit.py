"""What every command of registration shares: the desk, who is at it, and how it answers."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cached_property, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar
from zoneinfo import ZoneInfo

import attrs
import click

from partenariats.cli.front import FAULT, Front, exit_code, options
from partenariats.cli.registration_command.shown.json_shapes import (
    error_shape,
    print_json,
    registration_shape,
)
from partenariats.cli.registration_command.shown.lines import Lines
from partenariats.cli.registration_command.shown.tables import print_table
from partenariats.cli.registration_command.shown.words import name_of_thing, say_state, say_time
from partenariats.diagnostics.report import InvalidEventError
from partenariats.errors import PartenariatsError
from partenariats.language.message import Message
from partenariats.model.ids import AttendeeId
from partenariats.model.registration.registrations import Registration
from partenariats.registration.capacities import outdated
from partenariats.registration.requests.emails import check_email
from partenariats.registration.requests.signature import clean_by, clean_why

if TYPE_CHECKING:
    from partenariats.registration.desk import RegistrationDesk

F = TypeVar("F", bound=Callable[..., Any])
_BY: Final = Message.of("what `--by` says")
_LOGIN: Final = Message.of("your login name")
_WHY: Final = Message.of("what `--why` says")
_NEVER: Final = datetime.min.replace(tzinfo=UTC)


@attrs.define(slots=False)
class Visit:
    """Stand at the desk of an event, for whoever typed a command."""

    front: Front
    desk: RegistrationDesk
    as_json: bool

    @cached_property
    def zone(self) -> ZoneInfo:
        """Give the event's time zone."""
        return ZoneInfo(self.desk.programme.event.timezone)

    @cached_property
    def lines(self) -> Lines:
        """Give who waits for what, counted once."""
        return Lines(self.desk.backend)

    def attendee(self, who: str) -> AttendeeId:
        """Return the id of somebody who is named by id or by e-mail address.

        An address that nobody has any more is that of whoever gave it up last.
        """
        email = check_email(who) if "@" in who else None
        if email is None:
            return AttendeeId(who)
        owner = self.desk.backend.owner(f"email:{email.casefold()}")
        return AttendeeId(owner) if owner is not None else self._former(email) or AttendeeId(who)

    def _former(self, email: str) -> AttendeeId | None:
        """Return who gave an address up last, by cancelling or by being refused."""
        found = (
            (max((item.at for item in line.registrations), default=_NEVER), line.attendee.id)
            for line in self.desk.backend.roster()
            if (line.attendee.email or "").casefold() == email.casefold()
        )
        return max(found, default=(_NEVER, None))[1]

    def name_of(self, attendee: AttendeeId) -> str:
        """Return the name of an attendee."""
        found = self.desk.backend.attendee(attendee)
        return found.name if found is not None else str(attendee)

    def warn_of_capacities(self) -> None:
        """Say on standard error where the event file declares other capacities than are kept.

        Nothing is said where none are kept at all: such a store begins with each command.
        """
        kept = self.desk.status()
        changed = outdated(self.desk.programme, kept) if kept else {}
        if changed:
            things = ", ".join(name_of_thing(self.front, key) for key in changed)
            warning = "the event file declares other capacities than are kept, for: {things}"
            said = self.front.say(warning, things=things)
            click.echo(f"{self.front.say('warning')}: {said}", err=True)
            advice = self.front.say("run `partenariats registration init`")
            click.echo(f"  = {self.front.say('help')}: {advice}", err=True)

    def place_of(self, item: Registration) -> str:
        """Say how a registration stands in a few words."""
        said = say_state(self.front, item.state)
        ahead = self.lines.ahead(item)
        if ahead is not None:
            return self.front.say("{state}, no. {number}", state=said, number=ahead + 1)
        return said

    def state_of(self, item: Registration) -> str:
        """Say how a registration stands, and until when."""
        said = self.place_of(item)
        if item.until is not None:
            until = say_time(item.until, self.zone)
            return self.front.say("{state} until {time}", state=said, time=until)
        return said

    def tell_changed(self, changed: Iterable[Registration]) -> None:
        """Say which registrations changed, and how they stand now."""
        items = list(changed)
        if self.as_json:
            shapes = [registration_shape(item, self.zone, self.lines) for item in items]
            print_json({"changed": shapes})
            return
        if not items:
            self.front.echo("nothing was to be done")
            return
        say = self.front.say
        print_table(
            (say("id"), say("name"), say("for what"), say("state")),
            (
                (
                    item.attendee,
                    self.name_of(item.attendee),
                    item.session or say("event"),
                    self.state_of(item),
                )
                for item in items
            ),
        )


def visits(command: F) -> F:
    """Give a command a `Visit` at the desk of its FILE, and `--json`; close the desk at its end."""
    return _at_the_desk(command, warns=True)


def acts(command: F) -> F:
    """Give a command that changes something a `Visit`, `--json`, and `--by` and `--why`."""
    return _signed(visits(command))


def prepares(command: F) -> F:
    """Give a command what `acts` does, without a word on capacities that it is about to set."""
    return _signed(_at_the_desk(command, warns=False))


def declares(command: F) -> F:
    """Give a command that looks at no registrations a `Visit` and `--json`: none need be kept."""
    return _at_the_desk(command, warns=False)


def _signed(command: F) -> F:
    by = click.option("--by", help="Who does this, for the journal; by default your login name.")
    return by(click.option("--why", default="", help="Why, for the journal.")(command))


def _at_the_desk(command: F, *, warns: bool) -> F:
    @click.option("--json", "as_json", is_flag=True, help="Answer in JSON, for programs.")
    @options
    @wraps(command)
    def run(
        front: Front, file: str, *, as_json: bool, by: str | None = None, **arguments: Any
    ) -> None:
        try:
            with _desk(front, file, by) as desk:
                if "why" in arguments:
                    arguments["why"] = clean_why(arguments["why"], _WHY)
                visit = Visit(front, desk, as_json)
                if warns:
                    visit.warn_of_capacities()
                command(visit, **arguments)
        except PartenariatsError as error:
            if not as_json:
                raise
            if isinstance(error, InvalidEventError):
                front.show_report(error.report)
            print_json(error_shape(error, front))
            sys.exit(exit_code(error))

    return run  # type: ignore[return-value]  # click takes the function with its options


@contextmanager
def _desk(front: Front, file: str, by: str | None) -> Generator[RegistrationDesk]:
    document = front.load(file)
    front.warn_of_plugins()
    programme = front.toolkit.resolve(document)
    who = clean_by(_login_name(), _LOGIN) if by is None else clean_by(by, _BY)
    desk = front.toolkit.registration(programme, Path(file).parent, by=who)
    with closing(desk.backend):
        yield desk


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""


def end_at_fault() -> None:
    """End a command that found what should not be."""
    sys.exit(FAULT)
