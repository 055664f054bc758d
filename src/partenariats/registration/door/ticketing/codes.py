"""Tickets as QR codes, by the library `segno`, whose one door this is."""

from __future__ import annotations

import io
from typing import ClassVar, Final

from partenariats.language.message import Message
from partenariats.registration.errors import RegistrationError

_MASK: Final = 4
"""Any one does for a scanner; looking for the best of the eight takes five times as long."""


class NoCodesError(RegistrationError):
    """The library that draws QR codes is not installed."""

    code: ClassVar[str] = "no-codes"


def code_of(ticket: str) -> bytes:
    """Return the QR code of a ticket as an SVG file; raise `NoCodesError`."""
    try:
        import segno
    except ImportError:
        raise NoCodesError(
            "QR codes are drawn with segno, which is not installed",
            advice=Message.of("run `pip install {name}`", name="partenariats[tickets]"),
        ) from None
    code = segno.make(ticket, micro=False, error="m", mask=_MASK)
    file = io.BytesIO()
    code.save(file, kind="svg", scale=4, xmldecl=True, svgns=True)
    return file.getvalue()
