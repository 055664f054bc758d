"""Which options are closed, and when that is too much work."""

from __future__ import annotations

import pytest

from partenariats.registration.allocating.errors import NeedsSolverError
from partenariats.registration.allocating.flow import closing
from partenariats.registration.allocating.flow.allocating import allocate


def test_few_cases_are_enough_in_ordinary_times(crowd):
    """With thirty options, several of them short of people, a few dozen ways are looked at."""
    found = allocate(crowd(1_000, 30, slack=1.4, minimum=20))
    assert len(found.certificate.cases) < 40


def test_a_case_says_what_it_decides(crowd):
    """No case closes and holds the same option, and that of the solution closes what is closed."""
    found = allocate(crowd(100, 10, slack=1.5, minimum=9))
    cases = found.certificate.cases
    assert not any(case.closed & case.held for case in cases)
    assert any(case.closed <= found.closed and not case.held & found.closed for case in cases)


def test_too_many_ways_are_given_up_by_name(crowd, monkeypatch):
    """Beyond so many people times cases it says that the solver is for this."""
    monkeypatch.setattr(closing, "WORK", 100)
    monkeypatch.setattr(closing, "LEAST_CASES", 2)
    with pytest.raises(NeedsSolverError) as caught:
        allocate(crowd(100, 10, slack=1.5, minimum=9))
    assert caught.value.names == {"count": 2}
