"""How many workshops there are, and on how many themes."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.builtin.validators.themes.about import find_block, group_work
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.ids import ThemeId
from partenariats.model.sessions import Session
from partenariats.model.timeline import Timeline


class CountsDiffer(Validator[NoOptions]):
    """There are not as many workshops as themes.

    ## What it says

    The workshops of a group-work session are more or fewer than the themes of that session, or
    of its block where it has none, and not every workshop says which theme is its own.

    ## Why it matters

    Three workshops on two themes may be meant, but readers will ask which two share a theme.

    ## Example

    ```toml
    [[themes]]
    id = "climat"
    title = "Climat"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ateliers"
    day = "vendredi"
    kind = "group_work"
    title = "Travail en ateliers"
    start = "13:30"
    end = "15:00"
    themes = ["climat"]

    [[workshops]]
    id = "atelier-1"
    within = "ateliers"

    [[workshops]]
    id = "atelier-2"
    within = "ateliers"
    ```

    ## Use instead

    ```toml
    [[themes]]
    id = "climat"
    title = "Climat"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ateliers"
    day = "vendredi"
    kind = "group_work"
    title = "Travail en ateliers"
    start = "13:30"
    end = "15:00"
    themes = ["climat"]

    [[workshops]]
    id = "atelier-1"
    within = "ateliers"
    themes = ["climat"]

    [[workshops]]
    id = "atelier-2"
    within = "ateliers"
    themes = ["climat"]
    ```
    """

    code = "THM003"
    name = "counts-differ"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell group-work sessions whose workshops and themes do not match one to one."""
        for where, session, workshops in group_work(timeline):
            if all(workshop.themes for workshop in workshops):
                continue
            said_at, themes = _themes(timeline, where, session)
            if themes and len(themes) != len(workshops):
                headline = Message.of(
                    "`{id}` has {workshops} on {themes}",
                    id=session.id,
                    workshops=_count_workshops(len(workshops)),
                    themes=_count_themes(len(themes)),
                )
                advice = Message.of("give each workshop its `themes`")
                related = (Related(said_at, Message.of("the themes are named here")),)
                yield self.found(where, headline, help=advice, related=related)


def _themes(timeline: Timeline, where: Where, session: Session) -> tuple[Where, set[ThemeId]]:
    """Return the themes of a session, else of its block, and where they are named."""
    block = None if session.themes else find_block(timeline, session.block)
    at, named = (where, session.themes) if block is None else (block[0], block[1].themes)
    return at / "themes", set(named)


def _count_workshops(number: int) -> Message:
    if number == 1:
        return Message.of("{n} workshop", n=number)
    return Message.of("{n} workshops", n=number)


def _count_themes(number: int) -> Message:
    if number == 1:
        return Message.of("{n} theme", n=number)
    return Message.of("{n} themes", n=number)
