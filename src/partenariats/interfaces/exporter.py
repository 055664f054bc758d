"""What publishes a programme in some form."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Final, Generic

import attrs

from partenariats.errors import PartenariatsError
from partenariats.interfaces.options import OptionsT
from partenariats.language.message import Message
from partenariats.model.programme import Programme

PERSONAL: Final = frozenset(
    {"people.confirmed", "people.uncredited", "topics.proposed_by", "working_groups.members"}
)
"""What an event holds of persons beyond their credits, as `omits` names it.

`people.uncredited` stands for people whom no session credits and who lead no working group.
"""

SETTINGS: Final = frozenset({"checks", "editions", "outputs", "plugins", "registration"})
"""What an event file decides beside the programme, as `omits` names it."""

SECRET: Final = frozenset({"registration.codes", "registration.options"})
"""What opens registration and its back-end, as `omits` names it; no output may hold it."""


def _is(kind: type) -> Callable[[Artifact, attrs.Attribute[Any], object], None]:
    def check(_artifact: Artifact, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kind):
            message = f"{attribute.name} is {kind.__name__}, not {type(value).__name__}"
            raise TypeError(message)

    return check


@attrs.frozen
class Artifact:
    """Hold a file that an exporter made: a path below the output folder, and its bytes.

    `name` uses `/` between folders. It is replaced by the output's `to` where that names a file.
    """

    name: str = attrs.field(validator=_is(str))
    content: bytes = attrs.field(validator=_is(bytes), repr=False)
    media_type: str = attrs.field(validator=_is(str))


class ExportError(PartenariatsError):
    """An exporter could not do its work."""


class Exporter(ABC, Generic[OptionsT]):
    """Be the base of exporters; the parameter is the class of their options.

    The same programme in gives the same bytes out: no clock, no network, no files.
    """

    name: ClassVar[str]
    """What `use` calls it."""
    summary: ClassVar[str]
    """What it makes, in a few words."""
    media_type: ClassVar[str]
    """IANA media type of what it makes."""
    suffix: ClassVar[str]
    """Ending of its files, with the dot."""
    omits: ClassVar[frozenset[str]] = frozenset()
    """What its format cannot carry: keys of the event file, as `sessions.minimum`.

    `sessions.KEY` speaks of workshops too, `workshops.KEY` of what only workshops have, and a table
    alone (`topics`) of all it holds. What is not listed is taken to be carried: an exporter that
    says of persons no more than their credits lists `PERSONAL`, one that writes nothing but the
    programme lists `SETTINGS`.
    """
    alters: ClassVar[Mapping[str, Message]] = MappingProxyType({})
    """What its format carries otherwise than it was, each key with the reason, in a few words.

    Keys are those of `omits`. A table alone says that things of it come and go, or come back in
    another table, and nothing of their keys; `TABLE.id` that ids are made anew, `TABLE.order` that
    things stand in another order, `sessions.end_is_inferred` that an end which was inferred comes
    back as written, and `texts.translations` that texts are written in one language alone.
    `export --verify` tells whatever is lost or changed, and fails for what is in neither.
    """

    def __init__(self, options: OptionsT) -> None:
        self.options: OptionsT = options

    @abstractmethod
    def export(self, programme: Programme) -> Iterable[Artifact]:
        """Make the files, in the programme's language."""
        raise NotImplementedError

    def artifact(self, programme: Programme, content: str | bytes) -> Artifact:
        """Make the one file of an exporter that makes one, named after the event; text is UTF-8."""
        raw = content.encode() if isinstance(content, str) else content
        return Artifact(f"{programme.event.id}{self.suffix}", raw, self.media_type)
