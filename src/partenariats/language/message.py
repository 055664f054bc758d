"""A sentence to be said later, in the language of whoever reads it."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from partenariats.language.gettext import translate

Name: TypeAlias = "str | int | Message"


@attrs.frozen
class Message:
    """Keep an English template and what stands for its `{names}` until somebody reads it.

    A name may itself be a message: it is then said in the same language.
    """

    template: str
    names: tuple[tuple[str, Name], ...] = ()

    @classmethod
    def of(cls, template: str, /, **names: Name) -> Message:
        """Make a message from a template and its names."""
        return cls(template, tuple(names.items()))

    def say(self, language: str = "en") -> str:
        """Return the sentence in `language`, in English where no translation exists."""
        said = {
            key: name.say(language) if isinstance(name, Message) else name
            for key, name in self.names
        }
        return translate(self.template, language).format(**said)

    def __str__(self) -> str:
        return self.say()
