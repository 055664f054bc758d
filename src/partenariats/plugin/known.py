"""Names that are taken: of plugins that we publish, and of the core's families of rules."""

from __future__ import annotations

from typing import Final

DISTRIBUTIONS: Final = {
    "ical": "partenariats-ical",
    "programme-text": "partenariats-programme-text",
    "schedule": "partenariats-schedule",
    "schedule-json": "partenariats-schedule",
    "sql": "partenariats-sql",
}
"""For each thing to `use` that we publish outside the core, the distribution to install."""

FAMILIES: Final = frozenset({"SRC", "REF", "TIM", "PLC", "PPL", "THM", "REG", "TXT", "EDN", "PLG"})
"""What the codes of the core's own rules begin with."""
