"""Characters that no text of a calendar holds."""

from __future__ import annotations

import re
from typing import Final

CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""C0 and C1 controls but for the tab, and what some readers take for the end of a line."""
HARMLESS: Final = re.compile("[\t\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\U0010ffff]*\\Z")
"""The same turned round: to match what is common is faster than to search for what is rare."""
