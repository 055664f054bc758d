"""Sessions of one theme that are held at the same time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partenariats.diagnostics.diagnostic import Diagnostic, Related, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.ids import ThemeId
from partenariats.model.sessions import PAUSES, Session, Workshop
from partenariats.model.timeline import Placed, Timeline


class ThemeInParallel(Validator[NoOptions]):
    """Sessions of one theme are held at the same time.

    ## What it says

    Two sessions or workshops of one theme are held at the same time in different places. It is
    told once for a theme, at the first. An end that nobody wrote counts for nothing.

    ## Why it matters

    Whoever comes for the theme misses one of them.

    ## Example

    ```toml
    [[themes]]
    id = "climat"
    title = "Climat"

    [[days]]
    id = "vendredi"
    date = 2022-03-25

    [[sessions]]
    id = "arbres"
    day = "vendredi"
    title = "Des arbres dans les cours d'école"
    start = "9:00"
    end = "10:00"
    themes = ["climat"]

    [[sessions]]
    id = "eau"
    day = "vendredi"
    title = "L'eau de pluie"
    start = "9:30"
    end = "10:30"
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
    id = "arbres"
    day = "vendredi"
    title = "Des arbres dans les cours d'école"
    start = "9:00"
    end = "10:00"
    themes = ["climat"]

    [[sessions]]
    id = "eau"
    day = "vendredi"
    title = "L'eau de pluie"
    start = "10:00"
    end = "11:00"
    themes = ["climat"]
    ```
    """

    code = "THM007"
    name = "theme-in-parallel"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell each theme once that has sessions at the same time."""
        for theme in timeline.ids["themes"]:
            items = timeline.by_theme.get(ThemeId(theme), ())
            pairs = list(_parallel(_shown(items))) if len(items) > 1 else []
            if pairs:
                yield self._told(theme, *pairs[0], len(pairs))

    def _told(self, theme: str, first: Placed, second: Placed, count: int) -> Diagnostic:
        names = {"theme": theme, "first": first.session.id, "second": second.session.id}
        if count == 1:
            headline = Message.of(
                "`{first}` and `{second}` are held at the same time, both on theme `{theme}`",
                **names,
            )
        else:
            headline = Message.of(
                "{count} sessions on theme `{theme}` begin while another is held, the first of "
                "them `{second}` during `{first}`",
                count=count,
                **names,
            )
        advice = Message.of("hold them one after the other, if people should hear both")
        related = (Related(Where(first.at), Message.of("the other one is here")),)
        return self.found(Where(second.at), headline, help=advice, related=related)


def _shown(items: Iterable[Placed]) -> list[Placed]:
    """Return what people choose between, in order: no pauses, no frame of workshops among them."""
    frames = {item.session.within for item in items if isinstance(item.session, Workshop)}
    chosen = [
        item
        for item in items
        if not (isinstance(item.session, Session) and item.session.kind in PAUSES)
        and item.session.id not in frames
    ]
    return sorted(chosen, key=lambda item: (item.start, _end(item), item.session.id))


def _end(item: Placed) -> int:
    """Return the written end; without one only the start is sure."""
    if item.end is None or item.end_is_inferred:
        return item.start + 1
    return item.end


def _parallel(items: Iterable[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Give each item that begins while one in another place goes on, behind that one.

    Of what began before, it is enough to know the two places in use longest. Two sessions that
    clash in one room are no choice for anybody.
    """
    longest: dict[object, tuple[int, Placed]] = {}
    for item in items:
        end = _end(item)
        place: object = item.at if item.room is None or item.room.shared else item.room.id
        for other_place, (other_end, other) in longest.items():
            if other_end > item.start and other_place != place:
                yield other, item
                break
        if place not in longest or longest[place][0] < end:
            longest[place] = end, item
        if len(longest) > 2:  # noqa: PLR2004  # another place than the item's own is one of two
            del longest[min(longest, key=lambda found: longest[found][0])]
