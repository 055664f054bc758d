"""The standard tests of registration back-ends, by what they look at."""

import pytest

_ASSERTING = (
    "conditions",
    "expected",
    "isolation",
    "keeping",
    "opening",
    "orders",
    "random_run",
    "redactions",
    "stores",
)
pytest.register_assert_rewrite(*(f"{__name__}.{part}" for part in _ASSERTING))
