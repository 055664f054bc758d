"""What the event's own `[[checks.ignore]]` hides, and ignores that are of no use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.diagnostics.fix import Fix, Remove
from partenariats.diagnostics.rule import Rule, code_meant
from partenariats.diagnostics.where import Where
from partenariats.language.message import Message
from partenariats.model.event import Event, Ignore
from partenariats.source.rules import BadIgnore, UnusedIgnore

_NEVER = ("SRC", "REF")


def place_of(event: Event, where: Where) -> str:
    """Return the name of a place as an ignore writes it: `sessions.diner.end`, `event.motto`.

    An item of a list is named by its id where it has one, else by its position from 1.
    """
    steps: list[str] = []
    thing: object = event
    for step in where.path:
        if isinstance(step, int):
            thing = thing[step] if isinstance(thing, Sequence) and step < len(thing) else None
            steps.append(str(getattr(thing, "id", step + 1)))
        else:
            thing = event if step == "event" else getattr(thing, step, None)
            steps.append(step)
    return ".".join(steps)


def apply_ignores(
    event: Event, found: Iterable[Diagnostic], rules: Mapping[str, type[Rule]]
) -> tuple[list[Diagnostic], int]:
    """Return what stays visible, with faults of the ignores themselves, and how much is hidden.

    `rules` are all that exist, by code.
    """
    ignores = event.checks.ignore
    if not ignores:
        return list(found), 0
    faults = dict(_faults(ignores, rules))
    usable = {i: ignores[i] for i in range(len(ignores)) if i not in faults}
    by_code: dict[str, list[int]] = {}
    for index, ignore in usable.items():
        by_code.setdefault(ignore.code, []).append(index)
    kept: list[Diagnostic] = []
    used: set[int] = set()
    hidden = 0
    for diagnostic in found:
        matching = [
            index
            for index in by_code.get(diagnostic.code, ())
            if _covers(usable[index].at, place_of(event, diagnostic.where))
        ]
        used.update(matching)
        hidden += bool(matching)
        if not matching:
            kept.append(diagnostic)
    kept += faults.values()
    kept += (_unused(index, usable[index]) for index in usable if index not in used)
    return kept, hidden


def _covers(at: str, place: str) -> bool:
    return place == at or place.startswith(f"{at}.")


def _faults(
    ignores: Iterable[Ignore], rules: Mapping[str, type[Rule]]
) -> Iterator[tuple[int, Diagnostic]]:
    for index, ignore in enumerate(ignores):
        where = Where() / "checks" / "ignore" / index
        if ignore.code.startswith(_NEVER):
            headline = Message.of("`{code}` cannot be ignored", code=ignore.code)
            advice = Message.of("mend what it says; no programme can be made before")
            yield index, BadIgnore.found(where / "code", headline, help=advice)
        elif ignore.code not in rules:
            headline = Message.of("there is no rule `{code}`", code=ignore.code[:40])
            close = code_meant(ignore.code, rules)
            meant = Message.of("did you mean `{name}`?", name=close) if close else None
            yield index, BadIgnore.found(where / "code", headline, help=meant)
        elif not ignore.reason.strip():
            yield index, BadIgnore.found(where / "reason", Message.of("an ignore needs a reason"))


def _unused(index: int, ignore: Ignore) -> Diagnostic:
    where = Where() / "checks" / "ignore" / index
    headline = Message.of(
        "nothing is found any more of `{code}` at `{at}`", code=ignore.code, at=ignore.at
    )
    advice = Message.of("take this ignore out")
    return UnusedIgnore.found(where, headline, help=advice, fix=Fix((Remove(where),)))
