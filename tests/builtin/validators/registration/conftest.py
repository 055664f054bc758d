"""Ways to declare registration, and to list what is told of it."""

from __future__ import annotations

import attrs
import pytest

import partenariats as pa

HEAD = """format = 1
[event]
id = "x"
title = "X"
language = "fr"
timezone = "Europe/Paris"
"""


@pytest.fixture
def told(untranslated):
    """Give a function that lists what one rule finds: where, the headline, help, related places."""

    def found(code, text, event=""):
        whole = HEAD + event + "\n" + text
        report = pa.Toolkit(discover=False).validate(pa.parse(whole, "event.toml"))
        assert "PLG010" not in [d.code for d in report.diagnostics]
        own = [d for d in report.diagnostics if d.code == code]
        assert untranslated(own) == []
        return own

    return found


@pytest.fixture
def declared():
    """Make a change of the clean event that gives its registration other values."""

    def make(**values):
        def change(event):
            return attrs.evolve(event, registration=attrs.evolve(event.registration, **values))

        return change

    return make
