"""Prose in one or several languages."""

from __future__ import annotations

from collections.abc import Mapping

import attrs


def _one_form(text: Text, _attribute: object, translations: tuple[tuple[str, str], ...]) -> None:
    if translations and text.plain:
        message = "a Text is either plain or translated, not both"
        raise ValueError(message)


@attrs.frozen
class Text:
    """Hold a text in the event's language (`plain`), or once for each language.

    `translations` pairs a language tag (BCP 47) with the text in it, sorted by tag.
    """

    plain: str = ""
    translations: tuple[tuple[str, str], ...] = attrs.field(default=(), validator=_one_form)

    @classmethod
    def in_languages(cls, forms: Mapping[str, str]) -> Text:
        """Make a text from one form for each language tag."""
        return cls(translations=tuple(sorted(forms.items())))

    def say(self, language: str, otherwise: str = "") -> str:
        """Return the form in `language`, else in `otherwise`, else the first one.

        A tag falls back on its primary subtag: `fr-CA` is served by `fr` (RFC 4647, 3.4).
        """
        if not self.translations:
            return self.plain
        forms = dict(self.translations)
        for tag in (language, language.partition("-")[0], otherwise, otherwise.partition("-")[0]):
            if tag in forms:
                return forms[tag]
        return self.translations[0][1]

    @property
    def languages(self) -> tuple[str, ...]:
        """Give the tags this text is translated into; none for a plain text."""
        return tuple(tag for tag, _ in self.translations)
