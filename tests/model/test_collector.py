"""Python's search for garbage while an event is made."""

from __future__ import annotations

import gc

import pytest

from partenariats.model.collector import collector_at_rest


@pytest.fixture
def collector():
    """Leave the search for garbage as it was found."""
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("on", [True, False])
def test_the_search_goes_on_as_it_was(collector, on):
    """Inside nothing is looked for; afterwards it is as it was before."""
    (gc.enable if on else gc.disable)()
    with collector_at_rest():
        assert not gc.isenabled()
    assert gc.isenabled() is on


def test_an_error_leaves_the_search_on(collector):
    """What raises inside does not stop the search for good."""
    gc.enable()
    with pytest.raises(ValueError, match="x"), collector_at_rest():
        raise ValueError("x")
    assert gc.isenabled()
