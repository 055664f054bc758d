"""The verbs of the library, as a developer uses them."""

from __future__ import annotations

import pytest

import partenariats as pa

FAULTY = 'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "Europe/Niort"\n'


def test_the_example_of_the_design_runs(niort):
    """Load, validate, resolve and export are four lines."""
    document = pa.load(niort)
    assert "open questions" in pa.validate(document).render()
    artifacts = pa.export(pa.resolve(document), "ical")
    assert [artifact.name for artifact in artifacts] == ["assises-2022.ics"]


def test_an_event_made_by_a_program_goes_the_same_way(niort):
    """An event without a text is validated, resolved and exported alike."""
    document = pa.load(niort)
    assert pa.resolve(document.event) == pa.resolve(document)


def test_an_event_with_errors_is_no_programme():
    """Resolving raises the report; nothing is made of it."""
    with pytest.raises(pa.InvalidEventError) as caught:
        pa.resolve(pa.parse(FAULTY))
    assert [found.code for found in caught.value.report.diagnostics] == ["TIM010"]


def test_an_output_that_cannot_be_made_does_not_stop_a_programme():
    """A missing exporter is an error of the build, not of the event."""
    text = FAULTY.replace("Niort", "Paris") + '[[outputs]]\nuse = "nothing-like-it"\n'
    document = pa.parse(text)
    assert [found.code for found in pa.validate(document).diagnostics] == ["PLG004"]
    assert pa.resolve(document).event.id == "x"


def test_wrong_names_and_options_are_errors_of_their_own(niort):
    """A developer can tell an unknown exporter from options that do not fit."""
    programme = pa.resolve(pa.load(niort))
    with pytest.raises(pa.UnknownNameError, match="did you mean `markdown`"):
        pa.export(programme, "markdwon")
    with pytest.raises(pa.InvalidOptionsError, match="`colour` is not known here"):
        pa.export(programme, "markdown", {"colour": "red"})


def test_toolkits_are_apart(niort):
    """A toolkit without discovery has the core's own offers and nothing else."""
    alone = pa.Toolkit(discover=False)
    assert sorted(alone.registry.exporters.offers) == ["json", "markdown", "text"]
    assert "ical" in pa.Toolkit().registry.exporters.offers


def test_the_rules_of_an_importer_are_in_the_catalogue():
    """What an importer tells can be explained like every other rule."""
    from partenariats.builtin.importers.json import JsonImporter
    from partenariats.diagnostics.rule import Rule
    from partenariats.plugin import hookimpl

    class Odd(Rule):
        """Something is odd."""

        code = "ODD001"

    class OddImporter(JsonImporter):
        """Read JSON, and find it odd."""

        name = "odd"
        rules = (Odd,)

    class Plugin:
        """Offer it."""

        @hookimpl
        def partenariats_importers(self):
            """Give the importer."""
            return [OddImporter]

    rules = pa.Toolkit([Plugin()], discover=False).rules
    assert (rules["ODD001"], set(rules) - set(pa.Toolkit(discover=False).rules)) == (
        Odd,
        {"ODD001"},
    )


def test_a_plugin_can_be_any_object(niort):
    """An object with hooks is a plugin too."""
    from partenariats.plugin import hookimpl

    class Listener:
        """Listen to what is made."""

        def __init__(self):
            self.heard = []

        @hookimpl
        def partenariats_exported(self, artifacts, programme):
            """Keep the names."""
            self.heard += [artifact.name for artifact in artifacts]

    listener = Listener()
    toolkit = pa.Toolkit([listener], discover=False)
    toolkit.export(toolkit.resolve(toolkit.load(niort)), "text")
    assert listener.heard == ["assises-2022.txt"]


def test_a_listener_that_fails_is_told_and_loses_nothing(niort):
    """What was made stays made; the failure is among the problems."""
    from partenariats.plugin import hookimpl

    class Broken:
        """Fail."""

        @hookimpl
        def partenariats_exported(self, artifacts, programme):
            """Fail."""
            raise RuntimeError("boom")

    toolkit = pa.Toolkit([Broken()], discover=False)
    assert len(toolkit.export(toolkit.resolve(toolkit.load(niort)), "text")) == 1
    assert [problem.code for problem in toolkit.problems] == ["PLG007"]


def test_a_build_tells_what_it_does(niort, tmp_path):
    """Whoever waits hears of each output before it is made."""
    told = []
    built = pa.Toolkit().build(niort, tmp_path, told.append)
    assert told == ["markdown", "text", "json", "ical", "schedule", "schedule-json"]
    assert [path.name for path in built.written] == [
        "programme.md", "programme.txt", "programme.json", "programme.ics",
        "schedule.xml", "schedule.json",
    ]  # fmt: skip
    assert built.failed == ()


REGISTRATION = """
[registration]
use = "memory"
capacity = 1
wait_list = false
"""


def registering(toolkit, text=REGISTRATION, **more):
    """Give the desk of a small event."""
    head = 'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "UTC"\n'
    programme = toolkit.resolve(toolkit.parse(head + text))
    return toolkit.registration(programme, **more)


def test_registration_stands_over_the_back_end_that_the_file_names(tmp_path):
    """The desk has the event, the folder, who is at it, a clock with a zone and keys."""
    desk = registering(pa.Toolkit(discover=False), folder=tmp_path, by="me")
    assert (desk.backend.name, desk.backend.event, desk.backend.folder) == ("memory", "x", tmp_path)
    assert (desk.by, desk.now().utcoffset() is not None) == ("me", True)
    assert desk.new_key() != desk.new_key()


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        ("", "NoBackendError", "the event file names no registration back-end"),
        (
            '[registration]\nuse = "memry"\n',
            "UnknownNameError",
            "there is no registration back-end `memry`: did you mean `memory`?",
        ),
        (
            '[registration]\nuse = "memory"\noptions = { size = 1 }\n',
            "InvalidOptionsError",
            (
                "the options of `memory` do not fit:"
                " registration.options.size: `size` is not known here"
            ),
        ),
    ],
)
def test_registration_without_a_back_end_that_works_is_refused(text, error, said):
    """No back-end, an unknown one, and options that it does not take are told by name."""
    with pytest.raises(pa.PartenariatsError) as caught:
        registering(pa.Toolkit(discover=False), text)
    assert (type(caught.value).__name__, str(caught.value)) == (error, said)


def test_plugins_hear_once_of_registrations_that_changed():
    """After it is kept, and never of what was refused; one that fails is told and hides nothing."""
    from partenariats.plugin import hookimpl
    from partenariats.registration.errors import FullError
    from partenariats.registration.requests.request import Entrant, Request

    heard = []

    class Listener:
        """Keep what is told, and what the store holds by then."""

        @hookimpl
        def partenariats_registration_changed(self, registrations, programme):
            """Look into the store."""
            heard.append((programme.event.id, [item.state.value for item in registrations]))
            assert desk.backend.registrations_of(registrations[0].attendee) == registrations

    class Broken:
        """Fail."""

        @hookimpl
        def partenariats_registration_changed(self, registrations, programme):
            """Fail."""
            raise RuntimeError("boom")

    toolkit = pa.Toolkit([Broken(), Listener()], discover=False)
    desk = registering(toolkit)
    desk.init()
    heard.clear()
    desk.register(Request(entrants=(Entrant(name="Ada"),)))
    with pytest.raises(FullError):
        desk.register(Request(entrants=(Entrant(name="Bob"),)))
    assert heard == [("x", ["confirmed"])]
    assert {problem.code for problem in toolkit.problems} == {"PLG007"}
