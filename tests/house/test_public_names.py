"""The public API: sorted, importable, documented."""

from __future__ import annotations

import inspect

import pytest

import partenariats as pa

VERBS = {"build", "export", "import_", "load", "parse", "resolve", "validate", "write"}


def test_names_are_sorted():
    """`__all__` is sorted and names nothing twice."""
    assert list(pa.__all__) == sorted(set(pa.__all__))


def test_the_verbs_of_the_design_are_there():
    """Every verb of the design's public API, and the toolkit behind them, is public."""
    assert {*VERBS, "Toolkit"} <= set(pa.__all__)


@pytest.mark.parametrize("name", pa.__all__)
def test_every_name_is_documented(name):
    """A public name can be imported and says of itself what it is."""
    assert vars(getattr(pa, name)).get("__doc__") or inspect.getdoc(getattr(pa, name))


@pytest.mark.parametrize("name", sorted(VERBS))
def test_every_verb_is_a_toolkit_s_verb(name):
    """A module function has the same name on `Toolkit`."""
    assert callable(getattr(pa.Toolkit, name))
