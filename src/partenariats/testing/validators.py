"""What every rule must do: derive a class of tests from `ValidatorConformance`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Final

from attrs import evolve
from hypothesis import given, settings

from partenariats.diagnostics.diagnostic import Diagnostic, Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.exporter import Exporter
from partenariats.interfaces.options import options_class, read_options
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.model.event import Event
from partenariats.model.table import Table
from partenariats.model.timeline import Timeline
from partenariats.testing.conformance import Conformance
from partenariats.testing.event_file import event_file
from partenariats.testing.strategies import events, inherited
from partenariats.toolkit import Toolkit

_BLOCK: Final = re.compile(
    r"^## (Example|Use instead)\n\n```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL
)


@cache
def _exporters() -> Mapping[str, type[Exporter[Any]]]:
    offers = Toolkit(discover=False).registry.exporters.offers.values()
    return {offer.name: offer.cls for offer in offers}


class ValidatorConformance(Conformance):
    """Hold the tests that every rule passes; name its class in `validator`."""

    validator: ClassVar[type[Validator[Any]]]
    """The class under test."""

    def offered(self) -> type[Validator[Any]]:
        """Return the class under test."""
        return self.validator

    def check(self, event: Event) -> list[Diagnostic]:
        """Run the rule on an event, beside the core's exporters, with the options it is given."""
        context = CheckContext(exporters=_exporters())
        return list(self.made_for(event).check(Timeline.of(event), context))

    def made_for(self, event: Event) -> Validator[Any]:
        """Make the rule with the options that an event gives it, else with its own."""
        given = event.checks.options.get(self.validator.code, Table())
        assert isinstance(given, Table), "options are a table"
        options = read_options(options_class(self.validator), given, Where())
        assert not isinstance(options, tuple), options
        return self.validator(options)

    def example(self, heading: str) -> Event:
        """Read a TOML block of the rule's page."""
        blocks = dict(_BLOCK.findall(self.validator.page() + "\n"))
        assert heading in blocks, f"the page has no block under «{heading}»"
        return event_file(blocks[heading]).event

    def test_it_has_a_code_a_name_and_a_page(self) -> None:
        """Code, name and severity have their forms; the page has its sections."""
        cls = self.validator
        assert re.fullmatch(r"[A-Z]{3}\d{3}", cls.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", cls.name)
        assert isinstance(cls.severity, Severity)
        headings = re.findall(r"^## (.*)$", cls.page(), re.MULTILINE)
        assert headings[:4] == ["What it says", "Why it matters", "Example", "Use instead"]

    def test_its_example_shows_it(self) -> None:
        """The example of its page gives exactly one diagnostic, of its own code and severity."""
        found = self.check(self.example("Example"))
        assert [(d.code, d.severity) for d in found] == [
            (self.validator.code, self.validator.severity)
        ]

    def test_its_advice_is_free_of_it(self) -> None:
        """What its page says to use instead gives none."""
        assert self.check(self.example("Use instead")) == []

    def test_what_it_says_reads_like_the_others(self) -> None:
        """A headline begins in lower case or with a name, and has no final full stop."""
        for found in self.check(self.example("Example")):
            said = str(found.headline)
            assert not said.endswith(".")
            assert said[0] == "`" or not said[0].isupper()

    @given(events())
    @settings(inherited, max_examples=20)
    def test_it_raises_on_no_event(self, event: Event) -> None:
        """Whatever an event says, the rule finds or finds not, and never raises."""
        self.check(event)

    @given(events())
    @settings(inherited, max_examples=10)
    def test_the_order_of_the_file_changes_nothing(self, event: Event) -> None:
        """Sessions in another order give as many diagnostics with the same words."""
        turned = evolve(event, sessions=event.sessions[::-1])
        first, second = ([str(d.headline) for d in self.check(e)] for e in (event, turned))
        assert sorted(first) == sorted(second)
