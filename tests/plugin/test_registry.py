"""What plugins offer by name, and what cannot be offered."""

from __future__ import annotations

import pytest

from partenariats.builtin.backends.memory import MemoryBackend
from partenariats.diagnostics.diagnostic import Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.exporter import Exporter
from partenariats.interfaces.importer import Importer
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import CheckContext, Validator
from partenariats.language.message import Message
from partenariats.model.timeline import Timeline
from partenariats.plugin.checking import check
from partenariats.plugin.manager import PluginManager
from partenariats.plugin.registry import Offer, Registry, UnknownNameError


class Loud(Exporter[NoOptions]):
    """Loud text."""

    name = "loud"
    summary = "loud text"
    media_type = "text/plain"
    suffix = ".txt"

    def export(self, programme):
        """Make nothing."""
        return ()


class Louder(Loud):
    """Louder text."""


class Nameless(Loud):
    """A class whose name is no text."""

    name = 7


class Empty(Loud):
    """A class whose name is empty."""

    name = ""


class Unnamed(Exporter[NoOptions]):
    """A class without a name."""

    def export(self, programme):
        """Make nothing."""
        return ()


class Half(Exporter[NoOptions]):
    """A class that is half done."""

    name = "half"


class Reads(Importer):
    """Read something."""

    name = "reads"
    summary = "something"

    def recognizes(self, content):
        """Know nothing."""
        return False

    def read(self, content):
        """Read nothing."""
        raise ValueError


class Keeps(MemoryBackend):
    """Keep registrations somewhere."""

    name = "keeps"


class Finds(Validator):
    """Something."""

    code = "TST001"
    name = "finds"
    severity = Severity.INFO

    def check(self, timeline, context):
        """Find one thing, then crash."""
        message = Message.of("heard in {language}", language=context.language)
        yield self.found(Where(("event", "title")), message)
        raise RuntimeError("boom")


@pytest.fixture
def registry(candidate):
    """Give a function that makes a registry of plugins, each with what its hooks return."""

    def returning(given):
        return lambda: given

    def made(**plugins):
        manager = PluginManager()
        for name, hooks in plugins.items():
            functions = {hook: returning(given) for hook, given in hooks.items()}
            manager.load(candidate(name, **functions))
        return Registry(manager)

    return made


def told(registry):
    """Say each problem as code, headline and help; none of them stands in the event."""
    assert registry.registration_backends is not None  # which are asked for when they are wanted
    assert {problem.where for problem in registry.problems} <= {Where()}
    return [
        (problem.code, str(problem.headline), problem.help and str(problem.help))
        for problem in registry.problems
    ]


def test_offers_stand_on_the_shelf_of_their_kind(registry):
    """Rules are found by code, everything else by name, each with its plugin."""
    made = registry(
        a={"exporters": [Loud], "importers": (Reads,)},
        b={"validators": [Finds], "registration_backends": [Keeps]},
    )
    shelves = (made.exporters, made.importers, made.validators, made.registration_backends)
    found = [[(offer.name, offer.cls, str(offer.plugin)) for offer in shelf.offers.values()]
             for shelf in shelves]  # fmt: skip
    assert found == [
        [("loud", Loud, "d-a 1.0")],
        [("reads", Reads, "d-a 1.0")],
        [("TST001", Finds, "d-b 1.0")],
        [("keeps", Keeps, "d-b 1.0")],
    ]
    assert made.exporters.get("loud") == Offer("loud", Loud, made.exporters.offers["loud"].plugin)
    assert made.problems == []


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"a": Loud}, "dict"),
        (None, None),
        ([Half], repr(Half)[:80]),
        ([Nameless], "Nameless.name"),
        ([Empty], "Empty.name"),
        ([Unnamed], "Unnamed.name"),
        ([Reads], repr(Reads)[:80]),
        (["x" * 100], repr("x" * 100)[:80]),
    ],
)
def test_what_cannot_be_used_is_told_and_the_rest_is_used(registry, untranslated, given, what):
    """Only finished classes of the right kind, with a name, are offers; a plugin may have none."""
    made = registry(odd={"exporters": given}, whole={"exporters": [Loud]})
    said = f"d-odd 1.0 offers through `partenariats_exporters` what cannot be used: {what}"
    assert told(made) == ([("PLG006", said, None)] if what else [])
    assert list(made.exporters.offers) == ["loud"]
    assert untranslated(made.problems) == []


@pytest.mark.parametrize(
    ("hook", "cls", "said"),
    [
        ("exporters", Loud, "exporter `loud`"),
        ("importers", Reads, "importer `reads`"),
        ("validators", Finds, "rule `TST001`"),
        ("registration_backends", Keeps, "registration back-end `keeps`"),
    ],
)
def test_a_name_that_is_offered_twice_is_told(registry, untranslated, hook, cls, said):
    """Both plugins are named, and neither is used."""
    made = registry(a={hook: [cls]}, b={hook: [cls]})
    advice = "disable one of them with PARTENARIATS_DISABLED_PLUGINS"
    headline = f"{said} is offered by d-a 1.0 + d-b 1.0; neither is used"
    assert told(made) == [("PLG003", headline, advice)]
    assert getattr(made, hook).offers == {}
    assert untranslated(made.problems) == []


def test_asking_for_a_name_of_two_plugins_names_both(registry):
    """Who asks for such a name learns what to do."""
    made = registry(a={"exporters": [Loud]}, b={"exporters": [Louder]})
    with pytest.raises(UnknownNameError) as caught:
        made.exporters.get("loud")
    assert str(caught.value) == (
        "`loud` is offered twice: by d-a 1.0, d-b 1.0: "
        "disable one of them with PARTENARIATS_DISABLED_PLUGINS"
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ical", "`ical`: run `pip install partenariats-ical`"),
        ("icel", "`icel`: did you mean `ical`?"),
        ("lod", "`lod`: did you mean `loud`?"),
        ("zzz", "`zzz`: there are: aloud, loud"),
        ("z" * 70, "`" + "z" * 60 + "`: there are: aloud, loud"),
    ],
)
def test_asking_for_what_is_not_there_says_what_to_do(registry, untranslated, name, said):
    """What can be installed, what is meant, or what there is."""
    other = type("Aloud", (Loud,), {"name": "aloud"})
    with pytest.raises(UnknownNameError) as caught:
        registry(a={"exporters": [Loud, other]}).exporters.get(name)
    assert str(caught.value) == f"there is no exporter {said}"
    assert untranslated([caught.value.headline, caught.value.advice]) == []


def test_an_error_without_advice_is_one_sentence():
    """There is no colon where nothing follows."""
    headline = Message.of("no such {kind}", kind="x")
    error = UnknownNameError(headline, None)
    assert str(error) == "no such x"
    assert (error.template, error.names) == ("{headline}", {"headline": headline})


def test_a_rule_that_crashes_is_told_and_the_next_one_runs(registry, event_file, untranslated):
    """What it found before stays, and the crash names rule, plugin and reason."""
    after = type("After", (Finds,), {"code": "TST002"})
    made = registry(a={"validators": [Finds]}, b={"validators": [after]})
    timeline = Timeline.of(event_file("").event)
    context = CheckContext(language="de")
    found = [(d.code, str(d.headline), d.where) for d in check(timeline, context, made)]
    before = ("heard in de", Where(("event", "title")))
    assert found == [
        ("TST001", *before),
        ("PLG010", "rule `TST001` of d-a 1.0 crashed: RuntimeError: boom", Where()),
        ("TST002", *before),
        ("PLG010", "rule `TST002` of d-b 1.0 crashed: RuntimeError: boom", Where()),
    ]
    crashed = [d for d in check(timeline, context, made) if d.code == "PLG010"]
    assert untranslated(crashed) == []
