"""People as they are declared: for something, and once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from unicodedata import category

from partenariats.builtin.validators.people.credited import each_person
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.language.names import plain_name
from partenariats.model.people import Person
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.problems import Path, UnknownReference

MOST_WORDS: Final = 12
"""Words of a name that are read: nobody has more."""


class NeverCredited(Validator[NoOptions]):
    """Somebody is declared, and nothing names them.

    ## What it says

    The person has no credit in a session or a workshop, leads no working group, is a member of
    none, and has proposed no topic.

    ## Why it matters

    Either a credit was forgotten, and somebody who speaks is not in the programme; or the person
    has left it, and what is published of them should leave too.

    ## Example

    ```toml
    [[people]]
    id = "stephane-pintre"
    name = "Stéphane PINTRE"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    kind = "opening"
    title = "Ouverture"
    start = "9:30"
    ```

    ## Use instead

    ```toml
    [[people]]
    id = "stephane-pintre"
    name = "Stéphane PINTRE"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    kind = "opening"
    title = "Ouverture"
    start = "9:30"
    credits = [{ person = "stephane-pintre", role = "speaker" }]
    ```
    """

    code = "PPL001"
    name = "never-credited"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every person whom nothing names, unless a misspelt id may mean them."""
        if any(p.table == "people" for p in timeline.problems_of(UnknownReference)):
            return
        event = timeline.event
        named: set[str | None] = set(timeline.first_sessions)
        for group in event.working_groups:
            named |= {group.lead, *group.members}
        named |= {topic.proposed_by for topic in event.topics}
        for at, person in each_person(timeline):
            if person.id not in named:
                headline = Message.of("`{id}` is declared, but nothing names them", id=person.id)
                advice = Message.of("credit them in a session, or take them out of `people`")
                yield self.found(Where(at), headline, help=advice)


class PersonTwice(Validator[NoOptions]):
    """Two people bear one name.

    ## What it says

    Two ids have the same name, once capitals, accents, spaces, hyphens and full stops are set
    aside; the family name may come first, as in `MARTIN Anne`.

    ## Why it matters

    Most often it is one person written twice: each id then knows half of their sessions, and
    nobody sees that they speak in two rooms at once.

    ## Example

    ```toml
    [[people]]
    id = "jean-luc-boissieu"
    name = "Jean-Luc BOISSIEU"

    [[people]]
    id = "jl-boissieu"
    name = "Jean Luc Boissieu"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    kind = "opening"
    title = "Ouverture"
    start = "9:30"
    credits = [{ person = "jean-luc-boissieu" }]

    [[sessions]]
    id = "cloture"
    day = "vendredi"
    kind = "closing"
    title = "Propos conclusifs"
    start = "16:00"
    credits = [{ person = "jl-boissieu" }]
    ```

    ## Use instead

    ```toml
    [[people]]
    id = "jean-luc-boissieu"
    name = "Jean-Luc BOISSIEU"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    kind = "opening"
    title = "Ouverture"
    start = "9:30"
    credits = [{ person = "jean-luc-boissieu" }]

    [[sessions]]
    id = "cloture"
    day = "vendredi"
    kind = "closing"
    title = "Propos conclusifs"
    start = "16:00"
    credits = [{ person = "jean-luc-boissieu" }]
    ```
    """

    code = "PPL002"
    name = "person-twice"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every person after the first of one name."""
        firsts: dict[str, tuple[Path, Person]] = {}
        for at, person in each_person(timeline):
            ways = _ways(person.name)
            known = next((firsts[way] for way in ways if way in firsts), (at, person))
            for way in ways:
                firsts.setdefault(way, known)
            first_at, first = known
            if first is person:
                continue
            headline = Message.of(
                "`{id}` bears the name of `{first}`", id=person.id, first=first.id
            )
            advice = Message.of(
                "keep one of the two ids; for two people who bear one name, say which is which in "
                "`name`, or ignore this with a `reason`"
            )
            related = (
                Related(Where((*first_at, "name")), Message.of("the name is first given here")),
            )
            yield self.found(Where((*at, "name")), headline, help=advice, related=related)


def _ways(name: str) -> list[str]:
    """Return a name without case, accents, spaces and signs, with each of its words first."""
    words = [bare for word in name.split()[:MOST_WORDS] if (bare := _bare(plain_name(word)))]
    return ["".join(words[first:] + words[:first]) for first in range(len(words))]


def _bare(word: str) -> str:
    """Return a word without its signs; most have none."""
    return (
        word if word.isalnum() else "".join(sign for sign in word if category(sign)[0] not in "PC")
    )
