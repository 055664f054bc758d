"""Options of rules, as an event file sets them."""

from __future__ import annotations

import types

import attrs
import pytest

from partenariats.diagnostics.diagnostic import Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.validator import Validator
from partenariats.language.message import Message
from partenariats.plugin import hookimpl
from partenariats.testing import event_file


@attrs.frozen
class Longest:
    """Options of LNG001."""

    longest: int = 60
    """How many characters the title may have."""


class TooLong(Validator[Longest]):
    """A title is too long."""

    code = "LNG001"
    name = "too-long"
    severity = Severity.WARNING

    def check(self, timeline, context):
        """Tell the options that were given."""
        yield self.found(Where(("event",)), Message.of("{n}", n=self.options.longest))


@pytest.fixture
def checked():
    """Check a fragment with this rule, and give what is said of options, with help and place."""
    plugin = types.ModuleType("long")
    plugin.partenariats_validators = hookimpl(specname="partenariats_validators")(lambda: [TooLong])

    def check(fragment):
        report = event_file(fragment, plugin).validate().report
        return [
            (d.code, str(d.where), d.where.is_key, str(d.headline), d.help and str(d.help))
            for d in report.diagnostics
            if d.code in {"LNG001", "PLG004", "PLG005"}
        ]

    return check


def test_without_options_the_defaults_hold(checked):
    """A rule that the event says nothing of runs with its defaults."""
    assert checked("") == [("LNG001", "event", False, "60", None)]


def test_what_the_event_sets_reaches_the_rule(checked):
    """Options stand under the code of their rule."""
    assert checked("[checks.options.LNG001]\nlongest = 3\n") == [
        ("LNG001", "event", False, "3", None)
    ]


def test_options_that_do_not_fit_keep_the_rule_from_running(checked):
    """Every fault is told at its key or its value, with its help, and the rule does not run."""
    told = checked("[checks.options.LNG001]\nlongest = 'x'\nlongst = 1\n")
    where, advice = "checks.options.LNG001", "did you mean `longest`?"
    assert told == [
        ("PLG005", f"{where}.longest", False, "expected a whole number, found a text", None),
        ("PLG005", f"{where}.longst", True, "`longst` is not known here", advice),
    ]


def test_options_are_a_table(checked):
    """Something else under the code of a rule is told by the rule's name."""
    assert checked("[checks.options]\nLNG001 = 3\n") == [
        ("PLG005", "checks.options.LNG001", False, "the options of `LNG001` are a table", None)
    ]


def test_options_of_no_rule_are_told(checked):
    """A code that no rule has is told at its key, and the rule that is there runs."""
    told = checked("[checks.options.LNG01]\nlongest = 3\n")
    advice = "did you mean `LNG001`?"
    assert sorted(told) == [
        ("LNG001", "event", False, "60", None),
        ("PLG004", "checks.options.LNG01", True, "there is no rule `LNG01`", advice),
    ]


@pytest.mark.parametrize("name", ["no-break", "No_Break"])
def test_the_name_of_a_rule_is_no_code(name):
    """Who writes the name of a rule instead of its code is told the code, in good French."""
    report = event_file(f"[checks.options.{name}]\nminutes = 3\n").validate().report
    (found,) = (d for d in report.diagnostics if d.code == "PLG004")
    assert found.headline.say("fr") == f"il n'y a pas de règle `{name}`"
    assert str(found.help) == "did you mean `TIM018`?"


def test_a_rule_with_bad_options_keeps_no_other_from_running():
    """The rules behind it in the catalogue speak as ever."""
    fragment = '[checks.options.TIM017]\nminutes = "x"\n[[days]]\nid = "a"\ndate = 2022-03-25\n'
    assert event_file(fragment).validate().codes == ["PLG005", "TIM024"]
