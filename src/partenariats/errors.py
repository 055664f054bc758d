"""The base of every error that partenariats raises on purpose."""

from __future__ import annotations


class PartenariatsError(Exception):
    """Say what went wrong, where, and what to do, in a sentence that can be translated.

    `template` is the English sentence with `{names}` in it, `names` what stands for them.
    `str()` is the English sentence; a front end translates `template` before it fills it.
    """

    def __init__(self, template: str, /, **names: object) -> None:
        super().__init__(template, names)
        self.template: str = template
        self.names: dict[str, object] = names

    def __str__(self) -> str:
        return self.template.format(**self.names)
