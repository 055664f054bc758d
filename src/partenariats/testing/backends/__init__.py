"""The standard tests of registration back-ends, by what they look at."""

import pytest

pytest.register_assert_rewrite(
    *(f"{__name__}.{part}" for part in ("conditions", "isolation", "keeping", "orders", "stores"))
)
