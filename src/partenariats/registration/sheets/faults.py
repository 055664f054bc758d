"""What is wrong with a sheet, and where."""

from __future__ import annotations

from typing import ClassVar

import attrs

from partenariats.registration.errors import RegistrationError


class SheetError(RegistrationError):
    """A sheet cannot be read at all."""

    code: ClassVar[str] = "unreadable-sheet"


@attrs.frozen(kw_only=True)
class SheetFault:
    """Say what is wrong with a cell; lines and columns of the text count from 1."""

    line: int
    column: int
    why: RegistrationError


class FaultySheetError(RegistrationError):
    """Some rows of a sheet cannot be registered, and none was; `faults` says all of them."""

    code: ClassVar[str] = "faulty-sheet"

    def __init__(self, faults: tuple[SheetFault, ...]) -> None:
        super().__init__("faults: {count}; nothing was registered", count=len(faults))
        self.faults: tuple[SheetFault, ...] = faults
