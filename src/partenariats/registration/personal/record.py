"""The documents that the declarations lead to: the record, the notice, the texts of consents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from partenariats.language.dates import say_date_range
from partenariats.model.event import Event
from partenariats.registration.personal.fields import fields_of
from partenariats.registration.personal.wording import Wording

_SPECIAL: Final = re.compile(r"([\\`*_\[\]<>|~&])")


def documents(event: Event, language: str) -> dict[str, str]:
    """Return each document as Markdown, by the name of its file.

    They are the record of processing (GDPR, article 30), the notice for those who register
    (article 13), and the consents as they are asked for (article 7). The same event gives the same
    bytes.
    """
    wording = Wording(event, language)
    made = {"record": _record(wording), "notice": _notice(wording), "consents": _consents(wording)}
    return {f"{name}-{language}.md": "\n".join(lines) + "\n" for name, lines in made.items()}


def _record(wording: Wording) -> Iterator[str]:
    say, event = wording.say, wording.event
    yield "# " + say("Record of processing: registration for {title}", title=_title(wording))
    yield ""
    yield from _controller(wording)
    yield "## " + say("Whose data, and what for")
    yield ""
    yield from _items(
        (
            (say("Purpose"), say("registration for the event, and its organisation")),
            (say("Persons"), say("those who register, and those who wait for a place")),
            (say("Dates"), _dates(wording)),
            (say("Transfers outside the European Union"), say("not declared")),
            (say("Security measures"), say("not declared")),
        )
    )
    yield "## " + say("What is kept")
    yield ""
    yield from _fields(wording)
    yield "## " + say("Recipients")
    yield ""
    recipients = event.registration.recipients
    if not recipients:
        yield say("the organiser alone")
        yield ""
    yield from _items((wording.recipient(one), wording.text(one.purpose)) for one in recipients)
    yield "## " + say("What is kept besides")
    yield ""
    yield say(
        "Registrations with their states and times, and a journal of changes and exports, under an "
        "id that stays when the person is erased."
    )


def _notice(wording: Wording) -> Iterator[str]:
    say = wording.say
    yield "# " + say("Your data: {title}", title=_title(wording))
    yield ""
    yield from _controller(wording)
    yield "## " + say("What we ask for, why, and for how long")
    yield ""
    yield from _fields(wording)
    required = [
        _cell(wording.text(one.text))
        for one in wording.event.registration.questions
        if one.required
    ]
    yield say("Without a name nobody can be registered.")
    if required:
        yield say("These must be answered too: {names}", names="; ".join(required))
    yield say("Everything else is free.")
    yield ""
    yield "## " + say("Your rights")
    yield ""
    contact = wording.event.registration.controller.contact
    yield say(
        "You may see what is kept of you, have it mended, erased or handed to you, restrict what "
        "is done with it, and object to it. Write to: {contact}",
        contact=_cell(wording.word(contact)),
    )
    yield ""
    yield say("You may take back a consent at any time; what was done before stays lawful.")
    yield ""
    yield say(
        "You may complain to the supervisory authority; in France, the CNIL: <https://www.cnil.fr>."
    )


def _consents(wording: Wording) -> Iterator[str]:
    say = wording.say
    yield "# " + say("Consents: {title}", title=_title(wording))
    yield ""
    asked = wording.event.registration.consents
    if not asked:
        yield say("No consent is asked for.")
        return
    yield say("Each is free, asked for on its own, and never ticked beforehand.")
    for one in asked:
        yield ""
        yield f"## {one.id}"
        yield ""
        yield f"☐ {_cell(wording.text(one.text))}"
        yield ""
        yield say("Purpose: {purpose}", purpose=_cell(wording.text(one.purpose)))


def _controller(wording: Wording) -> Iterator[str]:
    say, controller = wording.say, wording.event.registration.controller
    yield "## " + say("Who is responsible")
    yield ""
    yield from _items(
        (
            (say("Controller"), wording.word(controller.name)),
            (say("Address"), wording.word(controller.address)),
            (say("Contact"), wording.word(controller.contact)),
            (say("Data protection officer"), wording.word(controller.dpo)),
        )
    )


def _fields(wording: Wording) -> Iterator[str]:
    say = wording.say
    heads = (say("What"), say("Purpose"), say("Basis"), say("Recipients"), say("Kept until"))
    yield _row(heads)
    yield _row(["---"] * len(heads))
    for field in fields_of(wording.event):
        yield _row(
            (
                _cell(wording.title(field)),
                _cell(wording.text(field.use.purpose)),
                wording.basis(field),
                _cell(wording.recipients(field)),
                wording.kept_until(field),
            )
        )
    yield ""


def _items(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for label, value in pairs:
        yield f"- **{_cell(label)}** – {_cell(value)}"
    yield ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """Return a text that Markdown takes for itself, in one line of a table too."""
    return _SPECIAL.sub(r"\\\1", text)


def _title(wording: Wording) -> str:
    return _cell(wording.text(wording.event.title))


def _dates(wording: Wording) -> str:
    days = [day.date for day in wording.event.days]
    if not days:
        return wording.say("not declared")
    return say_date_range(min(days), max(days), wording.language)
