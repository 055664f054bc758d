"""Who may register, and how many together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.registration.settings import Access, RegistrationSettings
from partenariats.model.timeline import Timeline

AT: Final = Where() / "registration"
LISTS: Final = {Access.CODE: "codes", Access.DOMAIN: "domains"}
"""What each kind of access needs."""


class AccessCannotWork(Validator[NoOptions]):
    """Who may register is said in a way that cannot work.

    ## What it says

    Access is by code or by e-mail domain, and none is given; or some are given, and access is by
    something else. A code is empty or begins or ends with a space, a domain is written with `@`
    or a space. Places are offered for a time, and there is no wait list to offer them to. Or
    nobody is allowed in a group.

    ## Why it matters

    Nobody could register, or everybody: a code that is ignored keeps nobody out.

    ## Example

    ```toml
    [registration]
    codes = ["mouette-42"]
    ```

    ## Use instead

    ```toml
    [registration]
    access = "code"
    codes = ["mouette-42"]
    ```
    """

    code = "REG006"
    name = "access-cannot-work"
    severity = Severity.WARNING

    def check(self, timeline: Timeline, context: CheckContext) -> Iterator[Diagnostic]:  # noqa: ARG002  # given to every rule
        """Tell what keeps everybody out, lets everybody in, or has no effect."""
        settings = timeline.event.registration
        yield from self._check_lists(settings)
        yield from self._check_items(settings)
        if settings.offer is not None and not settings.wait_list:
            headline = Message.of("places are offered, and nobody may wait for one")
            advice = Message.of("take `offer` out, or set `wait_list = true`")
            yield self.found(AT / "offer", headline, help=advice)
        if settings.group < 1:
            headline = Message.of("nobody can register in a group of {count}", count=settings.group)
            advice = Message.of("write 1 or more")
            yield self.found(AT / "group", headline, help=advice)

    def _check_lists(self, settings: RegistrationSettings) -> Iterator[Diagnostic]:
        needed = LISTS.get(settings.access)
        if needed is not None and not getattr(settings, needed):
            headline = Message.of(
                "nobody can register: access is `{access}`, and `{key}` is empty",
                access=settings.access.value,
                key=needed,
            )
            yield self.found(AT / "access", headline, help=Message.of("give at least one"))
            return
        for access, key in LISTS.items():
            if access is not settings.access and getattr(settings, key):
                headline = Message.of(
                    "`{key}` has no effect: access is `{access}`",
                    key=key,
                    access=settings.access.value,
                )
                advice = Message.of(
                    'write `access = "{access}"`, or take `{key}` out',
                    access=access.value,
                    key=key,
                )
                yield self.found(AT / key, headline, help=advice)

    def _check_items(self, settings: RegistrationSettings) -> Iterator[Diagnostic]:
        """Tell codes and domains that fit nothing, or that nobody needs to give."""
        # what a code is stays out of the words: reports are read by others than its holders
        for index, code in enumerate(settings.codes):
            where = AT / "codes" / index
            if not code.strip():
                headline = Message.of("an empty code lets everybody in")
                yield self.found(where, headline, help=Message.of("take it out"))
            elif code != code.strip():
                headline = Message.of("a code begins or ends with a space, and nobody can give it")
                yield self.found(where, headline, help=Message.of("take the space out"))
        for index, domain in enumerate(settings.domains):
            if not domain or "@" in domain or any(letter.isspace() for letter in domain):
                headline = Message.of("no address ends with `@{domain}`", domain=domain[:60])
                advice = Message.of("write what stands behind the `@`: `example.org`")
                yield self.found(AT / "domains" / index, headline, help=advice)
