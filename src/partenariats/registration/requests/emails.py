"""E-mail addresses: one, as a server takes it."""

from __future__ import annotations

import re
from typing import Final

from partenariats.language.message import Message
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.texts import clean, short

LONGEST_EMAIL: Final = 254
"""RFC 5321, 4.5.3.1.3."""
_LONGEST_LOCAL: Final = 64
"""RFC 5321, 4.5.3.1.1."""
_ATOM: Final = r"[\w!#$%&'*+/=?^`{|}~-]+"
_LOCAL: Final = re.compile(rf"{_ATOM}(?:\.{_ATOM})*\Z")
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN: Final = re.compile(rf"(?:{_LABEL}\.)+(?=[a-z0-9-]*[a-z]){_LABEL}\Z")
_NEWER: Final = re.compile("[ßς]")
"""Letters that Python's old IDNA takes for others."""
_WHAT: Final = Message.of("the e-mail address")
_EXAMPLE: Final = Message.of("write one address, such as `ada@example.org`")


def check_email(text: str | None) -> str | None:
    """Return an e-mail address, or nothing where none is given; raise where it is not one.

    Its domain comes back in small letters, one with accents in its readable form.
    """
    email = clean(text or "", _WHAT, LONGEST_EMAIL)
    if not email:
        return None
    local, _, domain = email.rpartition("@")
    plain = plain_domain(domain)
    if plain is not None and len(local) <= _LONGEST_LOCAL and _LOCAL.match(local):
        return f"{local}@{plain}"
    if email.count("@") > 1:
        raise InvalidRequestError(
            "`{email}` is several addresses", email=short(email), advice=_EXAMPLE
        )
    if "<" in email:
        raise InvalidRequestError(
            "`{email}` is a name and an address", email=short(email), advice=_EXAMPLE
        )
    raise InvalidRequestError("`{email}` is no e-mail address", email=short(email), advice=_EXAMPLE)


def plain_domain(domain: str) -> str | None:
    """Return a domain in small letters, `xn--` read; nothing where it can be none."""
    small = domain.lower()
    try:
        # a server knows a name with accents by its `xn--` form: both are one domain
        known = small if small.isascii() else small.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    if len(known) > LONGEST_EMAIL or not _DOMAIN.match(known):
        return None
    if small.isascii() and "xn--" not in small:
        return small
    try:
        return small if _NEWER.search(small) else known.encode("ascii").decode("idna")
    except UnicodeError:
        return small
