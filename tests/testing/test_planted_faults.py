"""Every standard test fails when what it guards against is there."""

from __future__ import annotations

import itertools
import json
from contextlib import contextmanager
from types import MappingProxyType

import attrs
import pytest
from hypothesis import Phase, settings

from partenariats.builtin.exporters.json import JsonExporter
from partenariats.builtin.importers.json import JsonImporter
from partenariats.diagnostics.diagnostic import Severity
from partenariats.diagnostics.where import Where
from partenariats.interfaces.exporter import Artifact, Exporter
from partenariats.interfaces.importer import Imported, Importer, UnreadableError
from partenariats.interfaces.options import NoOptions
from partenariats.interfaces.validator import Validator
from partenariats.language.message import Message
from partenariats.testing import (
    ExporterConformance,
    ImporterConformance,
    RoundTripConformance,
    ValidatorConformance,
)
from partenariats.testing.event_file import event_file

COUNTER = itertools.count()


class Sound(Exporter[NoOptions]):
    """Write titles."""

    name = "sound"
    summary = "titles"
    media_type = "text/plain"
    suffix = ".txt"

    def export(self, programme):
        """Make one file."""
        titles = [programme.say(session.session.title) for session in programme.sessions]
        yield self.artifact(programme, "\n".join(titles))


class Quiet(Sound):
    """Write titles without what a terminal obeys."""

    def export(self, programme):
        """Make one file."""
        titles = (programme.say(session.session.title) for session in programme.sessions)
        yield self.artifact(programme, "\n".join(ascii(title) for title in titles))


class Shouting(Sound):
    """Bear a name in capitals."""

    name = "SHOUT"


class Silent(Sound):
    """Have no summary."""

    summary = " "


@attrs.define
class Loose:
    """Be options that can be changed."""

    size: int = 1


@attrs.frozen
class Needy:
    """Be options that need an argument."""

    size: int


class WithLooseOptions(Exporter[Loose]):
    """Take options that can be changed."""

    name, summary, media_type, suffix = "loose", "loose", "text/plain", ".txt"

    def export(self, programme):
        """Make nothing."""
        return ()


class WithNeedyOptions(WithLooseOptions, Exporter[Needy]):
    """Take options without defaults."""


class NeedsDays(Sound):
    """Fail for an event without days."""

    def export(self, programme):
        """Make one file named after the first day."""
        yield self.artifact(programme, str(programme.days[0]))


class Wandering(Sound):
    """Lead out of the folder."""

    def export(self, programme):
        """Make a file elsewhere."""
        yield Artifact("../x", b"", "text/plain")


class Latin(Sound):
    """Write text in another encoding."""

    def export(self, programme):
        """Make one file."""
        yield self.artifact(programme, "été".encode("latin-1"))


class Counting(Sound):
    """Write another number each time."""

    def export(self, programme):
        """Make one file."""
        yield self.artifact(programme, str(next(COUNTER)))


class Hashing(Sound):
    """Write what depends on the hash seed."""

    def export(self, programme):
        """Make one file."""
        yield self.artifact(programme, str(hash("seed")))


class Meddling(Sound):
    """Change the programme that it is given."""

    def export(self, programme):
        """Make nothing."""
        object.__setattr__(programme, "language", "xx")
        return ()


class Fastidious(Sound):
    """Fail for a title that is long."""

    def export(self, programme):
        """Make nothing."""
        if any(len(programme.say(s.session.title)) > 12 for s in programme.sessions):
            raise ValueError("too long")
        return ()


class Careless(Sound):
    """Write cells as they come."""

    media_type = "text/csv"


EXPORTERS = [
    (Shouting, "test_it_is_named_and_described"),
    (Silent, "test_it_is_named_and_described"),
    (WithLooseOptions, "test_options_are_frozen_and_have_defaults"),
    (WithNeedyOptions, "test_options_are_frozen_and_have_defaults"),
    (NeedsDays, ("test_it_takes_difficult_events", "no day")),
    (Wandering, ("test_it_takes_difficult_events", "quotes")),
    (Latin, ("test_it_takes_difficult_events", "quotes")),
    (Counting, "test_it_gives_the_same_bytes_twice"),
    (Meddling, "test_it_leaves_the_programme_as_it_was"),
    (Fastidious, "test_it_takes_any_programme"),
    (Careless, ("test_no_text_becomes_a_part", "formula")),
    (Careless, ("test_no_text_becomes_a_part", "line feed")),
    (Sound, ("test_no_text_becomes_a_part", "terminal")),
]


def run(base, attribute, cls, law):
    """Run one standard test on a class."""
    name, *arguments = (law,) if isinstance(law, str) else law
    made = type("Conformance", (base,), {attribute: cls})()
    with unshrunk(getattr(base, name)):
        getattr(made, name)(*arguments)


@contextmanager
def unshrunk(law):
    """Keep Hypothesis from looking for the smallest example of a fault that is planted."""
    attribute = "_hypothesis_internal_use_settings"
    usual = getattr(law, attribute, None)
    if usual is not None:
        setattr(law, attribute, settings(usual, phases=[Phase.generate]))
    try:
        yield
    finally:
        if usual is not None:
            setattr(law, attribute, usual)


def fails(base, attribute, cls, law):
    """Tell whether a standard test fails on a class."""
    try:
        run(base, attribute, cls, law)
    except (Exception, pytest.fail.Exception):  # noqa: BLE001  # whatever a fault raises
        return True
    return False


@pytest.mark.parametrize(("cls", "law"), EXPORTERS, ids=str)
def test_a_faulty_exporter_is_caught(cls, law):
    """The fault fails the test that is there for it, which a sound exporter passes."""
    assert fails(ExporterConformance, "exporter", cls, law)
    run(ExporterConformance, "exporter", Quiet if cls is Sound else Sound, law)


class Forgetful(JsonExporter):
    """Leave out whether a session may still be dropped, and say nothing of it."""

    def export(self, programme):
        """Make one file."""
        for artifact in super().export(programme):
            tables = json.loads(artifact.content)
            for session in tables.get("sessions", ()):
                session.pop("tentative", None)
            yield attrs.evolve(artifact, content=json.dumps(tables).encode())


class Anxious(JsonExporter):
    """Declare that rooms come and go, which they do not."""

    alters = MappingProxyType({**JsonExporter.alters, "rooms": Message.of("who knows")})


class LooseJson(JsonExporter, Exporter[Loose]):
    """Take options that can be changed."""


BOTH_WAYS = [
    (LooseJson, "test_options_are_frozen_and_have_defaults"),
    (Forgetful, ("test_what_is_lost_is_declared", "")),
    (Forgetful, "test_what_any_programme_loses_is_declared"),
    (Anxious, "test_what_is_declared_as_altered_is"),
]


class BackFromJson(RoundTripConformance):
    """Read JSON."""

    importer = JsonImporter


@pytest.mark.parametrize(("cls", "law"), BOTH_WAYS, ids=str)
def test_a_faulty_round_trip_is_caught(cls, law):
    """The fault fails the test that is there for it, which JSON passes."""
    assert fails(BackFromJson, "exporter", cls, law)
    run(BackFromJson, "exporter", JsonExporter, law)


def test_an_exporter_that_depends_on_the_process_is_caught(tmp_path, monkeypatch):
    """Bytes that follow the hash seed, or assertions, differ between two processes."""
    file = tmp_path / "planted_exporters.py"
    parts = "from partenariats.interfaces.exporter import Exporter\n"
    parts += "from partenariats.interfaces.options import NoOptions\n"
    made = {"Steady": "'x'", "Seeded": "str(hash('seed'))", "Asserting": "str(__debug__)"}
    for name, content in made.items():
        parts += (
            f"class {name}(Exporter[NoOptions]):\n    suffix = '.txt'\n"
            f"    media_type = 'text/plain'\n    def export(self, programme):\n"
            f"        yield self.artifact(programme, {content})\n"
        )
    file.write_text(parts)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    import planted_exporters

    law = "test_it_gives_the_same_bytes_in_another_process"
    run(ExporterConformance, "exporter", planted_exporters.Steady, law)
    assert fails(ExporterConformance, "exporter", planted_exporters.Seeded, law)
    law = "test_assertions_guard_nothing"
    run(ExporterConformance, "exporter", planted_exporters.Steady, law)
    assert fails(ExporterConformance, "exporter", planted_exporters.Asserting, law)


EVENT = event_file("").event


class Reader(Importer[NoOptions]):
    """Read a format of one line."""

    name = "line"
    summary = "one line"
    suffixes = (".line",)

    def recognizes(self, content):
        """Look at the beginning."""
        return content.startswith(b"LINE ") and content.isascii()

    def read(self, content):
        """Read the title after the mark."""
        from attrs import evolve

        from partenariats.diagnostics.report import Report
        from partenariats.model.text import Text

        if not self.recognizes(content):
            raise UnreadableError("this is no line")
        title = "".join(c for c in content[5:].decode("ascii") if c.isprintable())
        return Imported(evolve(EVENT, title=Text(title)), Report())


class Undotted(Reader):
    """Give a suffix without its dot."""

    suffixes = ("line",)


class Blind(Reader):
    """Recognise nothing."""

    def recognizes(self, content):
        """Say no."""
        return False


class Fickle(Reader):
    """Read another title each time."""

    def read(self, content):
        """Read a number."""
        return super().read(content[:5] + str(next(COUNTER)).encode())


class Greedy(Reader):
    """Read anything."""

    def recognizes(self, content):
        """Say yes."""
        return True

    def read(self, content):
        """Read the same always."""
        return super().read(b"LINE x") if False else Imported(EVENT, None)


class Fragile(Reader):
    """Raise what nobody expects."""

    def read(self, content):
        """Decode before looking."""
        content.decode("ascii")
        return super().read(content)


class LooseReader(Reader, Importer[Loose]):
    """Take options that can be changed."""


IMPORTERS = [
    (LooseReader, "test_options_are_frozen_and_have_defaults"),
    (Undotted, "test_it_is_named_and_described"),
    (Blind, "test_it_reads_its_own_format"),
    (Fickle, "test_it_reads_the_same_twice"),
    (Greedy, ("test_it_refuses_what_is_something_else", b"plain words")),
    (Greedy, "test_it_refuses_lookalikes"),
    (Fragile, "test_damaged_contents_raise_nothing_else"),
]


class Lines(ImporterConformance):
    """Give contents of the format of one line."""

    contents = (b"LINE one", b"LINE another one")
    lookalikes = (b"LINES",)


@pytest.mark.parametrize(("cls", "law"), IMPORTERS, ids=str)
def test_a_faulty_importer_is_caught(cls, law):
    """The fault fails the test that is there for it, which a sound importer passes."""
    assert fails(Lines, "importer", cls, law)
    run(Lines, "importer", Reader, law)


class Rule(Validator[NoOptions]):
    """A session is called X.

    ## What it says

    Its title is X.

    ## Why it matters

    It says nothing.

    ## Example

    ```toml
    [[days]]
    id = "j"
    date = 2022-03-25
    [[sessions]]
    id = "a"
    day = "j"
    title = "X"
    ```

    ## Use instead

    ```toml
    [[days]]
    id = "j"
    date = 2022-03-25
    ```
    """

    code = "TST001"
    name = "called-x"
    severity = Severity.INFO

    def check(self, timeline, context):
        """Tell sessions called X."""
        for index, session in enumerate(timeline.event.sessions):
            if session.title.plain == "X":
                yield self.found(Where(("sessions", index)), Message.of(self.says()))

    def says(self):
        """Say it."""
        return "a session is called X"


class Uncoded(Rule):
    """Have another code."""

    code = "X1"


class Unshown(Rule):
    __doc__ = Rule.__doc__

    def check(self, timeline, context):
        """Find nothing."""
        return ()


class Everywhere(Rule):
    __doc__ = Rule.__doc__

    def check(self, timeline, context):
        """Find something always."""
        yield self.found(Where(), Message.of("always"))


class Loud(Rule):
    __doc__ = Rule.__doc__

    def says(self):
        """Say it with a capital and a full stop."""
        return "A session is called X."


class Raising(Rule):
    __doc__ = Rule.__doc__

    def check(self, timeline, context):
        """Expect that there is a session."""
        return [timeline.event.sessions[0] for _ in ()] if timeline.event.sessions[0] else ()


class ByOrder(Rule):
    __doc__ = Rule.__doc__

    def check(self, timeline, context):
        """Name the first session."""
        for session in timeline.event.sessions[:1]:
            yield self.found(Where(), Message.of("first is {id}", id=session.id))


class LooseRule(Rule, Validator[Loose]):
    """Take options that can be changed."""


VALIDATORS = [
    (LooseRule, "test_options_are_frozen_and_have_defaults"),
    (Uncoded, "test_it_has_a_code_a_name_and_a_page"),
    (Unshown, "test_its_example_shows_it"),
    (Everywhere, "test_its_advice_is_free_of_it"),
    (Loud, "test_what_it_says_reads_like_the_others"),
    (Raising, "test_it_raises_on_no_event"),
    (ByOrder, "test_the_order_of_the_file_changes_nothing"),
]


@pytest.mark.parametrize(("cls", "law"), VALIDATORS, ids=str)
def test_a_faulty_rule_is_caught(cls, law):
    """The fault fails the test that is there for it, which a sound rule passes."""
    assert fails(ValidatorConformance, "validator", cls, law)
    run(ValidatorConformance, "validator", Rule, law)


@pytest.mark.parametrize(
    ("base", "planted"),
    [
        (
            ExporterConformance,
            [
                *EXPORTERS,
                (None, "test_it_gives_the_same_bytes_in_another_process"),
                (None, "test_assertions_guard_nothing"),
            ],
        ),
        (RoundTripConformance, BOTH_WAYS),
        (ImporterConformance, IMPORTERS),
        (ValidatorConformance, VALIDATORS),
    ],
)
def test_every_standard_test_has_a_planted_fault(base, planted):
    """No standard test stands here without a fault that it catches."""
    laws = {law if isinstance(law, str) else law[0] for _, law in planted}
    assert laws == {name for name in dir(base) if name.startswith("test_")}


def standard(given):
    """Say what the standard test says, in the same words."""


standard.__doc__ = ValidatorConformance.test_it_raises_on_no_event.__doc__


@pytest.mark.parametrize("own", [None, lambda _self: None, standard], ids=["gone", "mute", "copy"])
def test_a_standard_test_goes_only_for_a_reason(own):
    """To delete a standard test, or to override it without words of one's own, is refused."""
    with pytest.raises(TypeError, match="say why"):
        type("Conformance", (ValidatorConformance,), {"test_it_raises_on_no_event": own})


def test_a_standard_test_may_go_for_a_reason():
    """A docstring of one's own is the reason that is asked for."""

    def replaced(_self):
        """Events of this rule are never made at random."""

    made = type("Conformance", (ValidatorConformance,), {"test_it_raises_on_no_event": replaced})
    assert made.test_it_raises_on_no_event is replaced
