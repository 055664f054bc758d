"""Where names come from that no installed plugin offers."""

from __future__ import annotations

from typing import Final

DISTRIBUTIONS: Final = {"ical": "partenariats-ical"}
"""For each exporter or importer we publish outside the core, the distribution to install."""
