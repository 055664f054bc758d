"""Texts that not every reader can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.event import Event
from partenariats.model.text import Text
from partenariats.model.timeline import Timeline
from partenariats.model.timeline.texts import NAMES


class MissingTranslation(Validator[NoOptions]):
    """A translation is missing.

    ## What it says

    A text is given once for each language, and one of the event's `languages` is not among them,
    or has no words. Where the event says no `languages`, they are its own and those of its
    outputs. British English is served by English, the French of Canada by French.

    ## Why it matters

    The programme in that language says this text in another.

    ## Example

    ```toml
    format = 1

    [event]
    id = "assises"
    title = { fr = "Assises" }
    language = "fr"
    languages = ["fr", "en"]
    timezone = "Europe/Paris"
    ```

    ## Use instead

    ```toml
    format = 1

    [event]
    id = "assises"
    title = { fr = "Assises", en = "Conference" }
    language = "fr"
    languages = ["fr", "en"]
    timezone = "Europe/Paris"
    ```
    """

    code = "TXT002"
    name = "missing-translation"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell every translated text in which a language is missing, naming all that are."""
        event = timeline.event
        wanted = _published(event)
        for at, _, text in timeline.texts:
            if isinstance(text, str) or not text.translations:
                continue
            given = {tag.lower() for tag, said in text.translations if said.strip()}
            missing = [tag for tag in wanted if not _serves(given, tag)]
            if missing:
                tags = ", ".join(f"`{tag}`" for tag in missing)
                headline = Message.of("the translation into {tags} is missing", tags=tags)
                yield self.found(Where(at), headline, help=Message.of("add the text in it"))


class OneLanguageOnly(Validator[NoOptions]):
    """Texts are in one language, the programme in several.

    ## What it says

    The event is published in several languages, and some of its texts are written in its own
    alone. Names are not counted: they are the same in every language; nor are the texts of
    sessions that have a `language` of their own. It is told once for the event.

    ## Why it matters

    The programme in the other languages has titles that its readers may not understand.

    ## Example

    ```toml
    format = 1

    [event]
    id = "assises"
    title = "Assises"
    language = "fr"
    languages = ["fr", "en"]
    timezone = "Europe/Paris"
    ```

    ## Use instead

    ```toml
    format = 1

    [event]
    id = "assises"
    title = { fr = "Assises", en = "Conference" }
    language = "fr"
    languages = ["fr", "en"]
    timezone = "Europe/Paris"
    ```
    """

    code = "TXT003"
    name = "one-language-only"
    severity = Severity.INFO

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell how many texts are written in the event's language alone, where it has others."""
        event = timeline.event
        others = {
            tag: where
            for tag, where in _published(event).items()
            if not _serves({event.language.lower()}, tag)
        }
        if not others:
            return
        spoken = {
            (table, index)
            for table, things in (("sessions", event.sessions), ("workshops", event.workshops))
            for index, thing in enumerate(things)
            if thing.language
        }
        number = sum(
            isinstance(text, Text)
            and key not in NAMES
            and bool(text.plain.strip())
            and at[:2] not in spoken
            for at, key, text in timeline.texts
        )
        if number == 0:
            return
        if number == 1:
            headline = Message.of("one text is in `{tag}` only", tag=event.language)
        else:
            headline = Message.of("{n} texts are in `{tag}` only", n=number, tag=event.language)
        advice = Message.of(
            'write them as `{{ {own} = "…", {other} = "…" }}`',
            own=event.language,
            other=next(iter(others)),
        )
        yield self.found(next(iter(others.values())), headline, help=advice)


def _published(event: Event) -> Mapping[str, Where]:
    """Give every language that the programme is published in, once, and where that is said."""
    if event.languages:
        said = [(tag, Where() / "event" / "languages") for tag in event.languages]
    else:
        said = [(event.language, Where() / "event" / "language")]
        said += [
            (output.language, Where() / "outputs" / index / "language")
            for index, output in enumerate(event.outputs)
            if output.language is not None
        ]
    first = {tag.lower(): (tag, where) for tag, where in reversed(said)}
    return {tag: where for tag, where in said if first[tag.lower()] == (tag, where)}


def _serves(given: set[str], tag: str) -> bool:
    """Tell whether a language is among those given in small letters, which no tag depends on.

    `fr-CA` is served by `fr` (RFC 4647, 3.4).
    """
    low = tag.lower()
    return low in given or low.partition("-")[0] in given
