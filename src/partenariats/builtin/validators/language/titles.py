"""Titles that find no room."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline


@attrs.frozen(kw_only=True)
class LongTitleOptions:
    """Say how long a title may be."""

    characters: int = 200
    """The most characters that a title has without being told."""


class LongTitle(Validator[LongTitleOptions]):
    """A title is very long.

    ## What it says

    A title has more than 200 characters. Titles of real programmes have up to 170, where one
    session gathers several items; beyond that it is mostly a description that stands in the
    wrong place.

    ## Why it matters

    Badges, calendars and timetables cut it off, and not where you would.

    ## Example

    ```toml
    [[themes]]
    id = "transition"
    title = '''
    La transition écologique des territoires, les financements que l'État et les régions lui
    consacrent, les métiers qu'elle transforme et les formations qu'elle demande, avec les
    témoignages de quatre communes'''
    ```

    ## Use instead

    ```toml
    [[themes]]
    id = "transition"
    title = "La transition écologique des territoires"
    description = '''
    Les financements que l'État et les régions lui consacrent, les métiers qu'elle transforme et
    les formations qu'elle demande, avec les témoignages de quatre communes.'''
    ```

    ## Options

    `characters` is the most characters that a title may have, 200 where it is not given.
    """

    code = "TXT009"
    name = "long-title"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every title, in each of its languages, that is longer than the options allow."""
        most = self.options.characters
        for form in timeline.forms:
            length = len(form.text.strip()) if form.key == "title" else 0
            if length > most:
                headline = Message.of(
                    "a title of {n} characters is longer than {most}", n=length, most=most
                )
                advice = Message.of("shorten it, and say the rest in a `description`")
                yield self.found(Where(form.at), headline, help=advice)
