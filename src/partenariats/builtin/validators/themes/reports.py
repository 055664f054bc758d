"""Themes that are worked on, and what is reported back of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import inf
from typing import TypeAlias

from partenariats.builtin.validators.themes.about import sessions_and_workshops
from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.ids import ThemeId
from partenariats.model.sessions import AnySession, Block, Session, SessionKind, Workshop
from partenariats.model.timeline import Placed, Timeline

Reports: TypeAlias = Mapping[ThemeId | None, float]
"""When each theme is last reported on, in seconds since the epoch; under nothing, all of them."""


class ThemeWithoutReportBack(Validator[NoOptions]):
    """Nothing is reported back of the work on a theme.

    ## What it says

    A group-work session or a workshop works on the theme, and nothing of kind `report_back`
    follows: there is none, or it comes before the work, or it names other themes. A report-back
    that names no theme is about all of them.

    ## Why it matters

    Those who were in another workshop do not hear what was found.

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

    [[sessions]]
    id = "restitution"
    day = "vendredi"
    kind = "report_back"
    title = "Restitution"
    start = "15:00"
    end = "16:00"
    ```
    """

    code = "THM006"
    name = "theme-without-report-back"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every theme after whose last work nothing reports back on it."""
        worked = _worked_on(timeline)
        reports = _reports(timeline) if worked else {}
        parents = {theme.id: theme.parent for theme in timeline.event.themes}
        last = _last_reports(reports, parents) if worked else {}
        for theme, at in timeline.ids["themes"].items():
            item = worked.get(ThemeId(theme))
            if item is not None and last[ThemeId(theme)] < item.start:
                headline = Message.of("nothing reports back on theme `{id}`", id=theme)
                advice = Message.of(
                    "add a session or a point of kind `report_back` after the work, or name the "
                    "theme in one"
                )
                related = (Related(Where(item.at), Message.of("it is worked on here")),)
                yield self.found(Where(at), headline, help=advice, related=related)


def _worked_on(timeline: Timeline) -> dict[ThemeId, Placed]:
    """Return what works last on each theme: a workshop, or a group-work session.

    Of those that start together it is the last by its id.
    """
    worked: dict[ThemeId, Placed] = {}
    at_work = [
        item
        for item in timeline.placed
        if isinstance(item.session, Workshop) or item.session.kind is SessionKind.GROUP_WORK
    ]
    for item in sorted(at_work, key=lambda item: (*item.order[:2], item.session.id)):
        session = item.session
        themes = session.themes
        in_block = not isinstance(session, Workshop) or session.within is None
        if not themes and in_block and item.block is not None:
            themes = item.block.themes
        worked.update(dict.fromkeys(themes, item))
    return worked


def _reports(timeline: Timeline) -> Reports:
    """Return when each theme is last reported on; what has no time in the file comes after all."""
    reports: dict[ThemeId | None, float] = defaultdict(lambda: -inf)
    for _, session in sessions_and_workshops(timeline.event):
        placed = timeline.by_id.get(session.id)
        for theme in _reported(session):
            reports[theme] = max(reports[theme], placed.start if placed else inf)
    for block in timeline.event.blocks:
        held = timeline.by_block.get(block.id)
        for theme in _reported(block):
            reports[theme] = max(reports[theme], held[-1].start if held else inf)
    return reports


def _reported(thing: Block | AnySession) -> Iterator[ThemeId | None]:
    """Give the themes that a thing reports back on; nothing stands for all."""
    whole = isinstance(thing, Session) and thing.kind is SessionKind.REPORT_BACK
    kinds = {SessionKind.REPORT_BACK, None} if whole else {SessionKind.REPORT_BACK}
    points = [point for point in thing.points if point.kind in kinds]
    own = () if isinstance(thing, Block) else thing.themes
    named = [*own, *(point.theme for point in points if point.theme is not None)]
    if whole or points:
        yield from named
    if (whole and not named) or (
        not own and any(point.kind is not None and point.theme is None for point in points)
    ):
        yield None


def _last_reports(
    reports: Reports, parents: Mapping[ThemeId, ThemeId | None]
) -> Mapping[ThemeId | None, float]:
    """Return when each theme or a wider one is last reported on."""
    last: dict[ThemeId | None, float] = {None: reports.get(None, -inf)}
    for theme in parents:
        path: dict[ThemeId | None, float] = {}
        wider: ThemeId | None = theme
        while wider not in last and wider not in path:
            path[wider] = reports.get(wider, -inf)
            wider = parents.get(wider) if wider is not None else None
        if wider in last:
            latest = last[wider]
        else:
            # themes within each other in a circle are as wide as each other
            circle = list(path)
            around = circle[circle.index(wider) :]
            latest = max(last[None], *(path[each] for each in around))
        for each, reported in reversed(path.items()):
            latest = max(latest, reported)
            last[each] = latest
    return last
