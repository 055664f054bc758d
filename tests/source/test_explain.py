"""From what the converter refused to words."""

from __future__ import annotations

from partenariats.diagnostics.where import Where
from partenariats.source.explain import explain, unknown_key


def test_a_fault_of_another_kind_is_told_with_its_reason(untranslated):
    """What a class of a plugin refuses by itself is kept, its reason cut to a line's length."""
    found = list(explain(ValueError("x" * 201), Where() / "a"))
    assert [(d.code, str(d.where), str(d.headline)) for d in found] == [
        ("SRC008", "a", f"this value does not fit: {'x' * 200}")
    ]
    assert untranslated(found) == []


def test_a_table_that_takes_no_keys_lists_none():
    """There is nothing to advise where nothing is known."""
    fault = unknown_key(Where() / "options", "a", ())
    assert (str(fault.headline), fault.help) == ("`a` is not known here", None)
