"""The public holidays of France, from the library `holidays`, whose one door this is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date


def french_holidays(years: Iterable[int]) -> Mapping[date, str]:
    """Give the public holidays of some years by date, with their French names.

    Give none where the library is not installed: it comes with `partenariats[holidays]`.
    """
    try:
        import holidays
    except ImportError:
        return {}
    return dict(holidays.country_holidays("FR", years=years, language="fr").items())
