"""Words in capitals written as the rest of the programme writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_ACRONYM: Final = 5


class Spelling:
    """Know how words are written where they are not all in capitals."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._forms: dict[str, Counter[str]] = {}
        self._acronyms: list[str] = []
        for text in texts:
            if text.isupper():
                continue
            for word in _WORD.findall(text):
                if word.isupper() and len(word) > 1:
                    self._acronyms.append(word)
                else:
                    self._forms.setdefault(word.lower(), Counter())[word] += 1

    def restore(self, text: str) -> str:
        """Return a text in capitals with small letters; any other as it is."""
        if not text.isupper():
            return text
        said = _WORD.sub(lambda found: self._form(found[0]), text)
        return said[:1].upper() + said[1:]

    def acronym_of(self, name: str) -> str | None:
        """Return the acronym of a body that the programme uses and that its initials spell."""
        initials = "".join(word[0] for word in _WORD.findall(name) if len(word) > 3).upper()  # noqa: PLR2004  # `des`, `de`, `la`
        return next((word for word in self._acronyms if word == initials and len(word) > 1), None)

    def _form(self, word: str) -> str:
        forms = self._forms.get(word.lower())
        if forms is None:
            return word.lower()
        # a capital at the start of a sentence says little: a word in small letters says more
        form, count = forms.most_common(1)[0]
        lower = forms.get(word.lower(), 0)
        return word.lower() if lower * 2 > count else form
