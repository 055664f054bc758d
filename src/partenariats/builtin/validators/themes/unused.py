"""Themes that nothing is about, and topics that belong to none."""

from __future__ import annotations

from collections.abc import Iterator

from partenariats.builtin.validators.themes.about import sessions_and_workshops, themes_of
from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.ids import ThemeId
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.problems import UnknownReference


class ThemeWithoutSession(Validator[NoOptions]):
    """Nothing is about a theme.

    ## What it says

    The theme is declared, but no session, workshop, block or point is about it, no topic and no
    working group belongs to it, and neither does a narrower theme that is used.

    ## Why it matters

    Either its session is missing from the programme, or the theme was given up.

    ## Example

    ```toml
    [[themes]]
    id = "climat"
    title = "Climat"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    end = "10:00"
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
    id = "ouverture"
    day = "vendredi"
    title = "Ouverture"
    start = "9:30"
    end = "10:00"
    themes = ["climat"]
    ```
    """

    code = "THM002"
    name = "theme-without-session"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every theme that nothing is about, unless a misspelt id may mean it."""
        if any(p.table == "themes" for p in timeline.problems_of(UnknownReference)):
            return
        used = _used(timeline.event)
        for theme, at in timeline.ids["themes"].items():
            if theme not in used:
                headline = Message.of("nothing is about theme `{id}`", id=theme)
                advice = Message.of("name it in the `themes` of a session, or take it out")
                yield self.found(Where(at), headline, help=advice)


def _used(event: Event) -> set[ThemeId]:
    """Return the themes that something is about, and all wider ones."""
    used: set[ThemeId] = set()
    for block in event.blocks:
        used.update(themes_of(block))
    for _, session in sessions_and_workshops(event):
        used.update(themes_of(session))
    used.update(topic.theme for topic in event.topics if topic.theme is not None)
    used.update(group.theme for group in event.working_groups)
    parents = {theme.id: theme.parent for theme in event.themes}
    for theme in tuple(used):
        wider = parents.get(theme)
        while wider is not None and wider not in used:
            used.add(wider)
            wider = parents.get(wider)
    return used


class TopicWithoutTheme(Validator[NoOptions]):
    """A topic has no theme.

    ## What it says

    The event has themes, but the topic says of none that it belongs to it.

    ## Why it matters

    It is not known which working group or workshop takes the topic up.

    ## Example

    ```toml
    [[themes]]
    id = "climat"
    title = "Climat"

    [[topics]]
    id = "arbres"
    title = "Des arbres dans les cours d'école"
    ```

    ## Use instead

    ```toml
    [[themes]]
    id = "climat"
    title = "Climat"

    [[topics]]
    id = "arbres"
    title = "Des arbres dans les cours d'école"
    theme = "climat"
    ```
    """

    code = "THM005"
    name = "topic-without-theme"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every topic without a theme where the event has themes."""
        if not timeline.event.themes:
            return
        for index, topic in enumerate(timeline.event.topics):
            if topic.theme is None:
                headline = Message.of("topic `{id}` has no theme", id=topic.id)
                advice = Message.of("give it a `theme`")
                yield self.found(Where() / "topics" / index, headline, help=advice)
