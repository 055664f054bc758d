"""The `PLC` rules: where things take place."""

from __future__ import annotations

from typing import Any

from partenariats.builtin.validators.places.accessibility import AccessibilityUnknown, NotAccessible
from partenariats.builtin.validators.places.capacity import RoomTooLarge, RoomTooSmall
from partenariats.builtin.validators.places.unknown import NoPlace
from partenariats.builtin.validators.places.venues import RoomOfAnotherVenue, VenueWithoutAddress
from partenariats.interfaces.validator import Validator

RULES: tuple[type[Validator[Any]], ...] = (
    NoPlace,
    RoomOfAnotherVenue,
    RoomTooSmall,
    RoomTooLarge,
    VenueWithoutAddress,
    AccessibilityUnknown,
    NotAccessible,
)
"""Every rule of the family, in the order of their codes."""
