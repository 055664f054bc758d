"""Plugins are loaded and called one by one, and what goes wrong with one is told."""

from __future__ import annotations

import time
import types
from types import SimpleNamespace

import pytest

from partenariats.diagnostics.where import Where
from partenariats.plugin.discovery import Candidate
from partenariats.plugin.hookspecs import hookimpl
from partenariats.plugin.manager import Plugin, PluginManager, describe


@pytest.fixture
def manager():
    """Give a manager without plugins."""
    return PluginManager()


def told(manager):
    """Say each problem as code, headline and help; none of them stands in the event."""
    assert {problem.where for problem in manager.problems} <= {Where()}
    return [
        (problem.code, str(problem.headline), problem.help and str(problem.help))
        for problem in manager.problems
    ]


def raising(error):
    """Make a function that raises."""

    def function():
        raise error

    return function


def test_a_plugin_is_known_by_its_name_and_distribution(manager, candidate):
    """Plugins stand in the order in which they were loaded, under a key of their own."""
    for one in (candidate("b"), candidate("a", "")):
        manager.load(one)
    assert manager.plugins == [
        Plugin(key="b (d-b)", name="b", distribution="d-b", version="1.0", place="", seconds=0),
        Plugin(key="a (d-a)", name="a", distribution="d-a", version="", place="", seconds=0),
    ]
    assert [str(plugin) for plugin in manager.plugins] == ["d-b 1.0", "d-a"]
    assert (manager.failed, manager.problems) == ([], [])


@pytest.mark.parametrize(
    ("error", "reason"),
    [(RuntimeError("boom"), "RuntimeError: boom"), (SystemExit(3), "SystemExit: 3")],
)
def test_a_plugin_that_does_not_load_is_told_and_left_out(
    manager, candidate, untranslated, error, reason
):
    """The reason, the distribution and its version are named; the next one loads."""
    broken = candidate("broken", "0.7", load=raising(error))
    manager.load(broken)
    manager.load(candidate())
    advice = "update or uninstall it; everything else goes on without it"
    headline = f"plugin `broken` of d-broken 0.7 did not load: {reason}"
    assert told(manager) == [("PLG001", headline, advice)]
    assert (manager.failed, len(manager.plugins)) == ([broken], 1)
    assert untranslated(manager.problems) == []


def test_who_interrupts_is_obeyed(manager, candidate):
    """What is no fault of the plugin is not taken for one."""
    with pytest.raises(KeyboardInterrupt):
        manager.load(candidate(load=raising(KeyboardInterrupt())))


def test_a_hook_with_other_parameters_leaves_nothing_behind(manager, candidate):
    """A plugin that does not fit is left out whole, with the hooks of it that would."""

    def unfit(too, many):
        """Take what the hook does not give."""

    manager.load(candidate(importers=lambda: [1], exporters=unfit))
    ((code, headline, _),) = told(manager)
    assert code == "PLG001"
    assert headline.startswith("plugin `own` of d-own 1.0 did not load: PluginValidationError: ")
    assert (list(manager.call_each("partenariats_importers")), manager.plugins) == ([], [])


def test_two_plugins_of_one_name_are_both_loaded(manager, candidate):
    """A name is not a key: the distribution is part of it, and the same pair fails."""
    other = Candidate(name="own", distribution="d-other", version="", load=object)
    for one in (candidate(), other):
        manager.load(one)
    assert [plugin.key for plugin in manager.plugins] == ["own (d-own)", "own (d-other)"]


def test_a_plugin_that_is_wanted_and_missing_is_told(manager, untranslated):
    """Its name is all that is known of it."""
    manager.miss("zeta")
    assert told(manager) == [("PLG001", "no plugin called `zeta` is installed", None)]
    assert untranslated(manager.problems) == []


def test_hooks_that_do_not_exist_are_told_in_order(manager, candidate, untranslated):
    """What is named or marked like a hook must be one; what is meant is guessed where it can be."""
    plugin = SimpleNamespace(
        partenariats_zzzzzzzzzzzzzzzzzzzz=print,
        partenariats_exporter=print,
        partenariats_importers=list,
        own=hookimpl(lambda: None),
        other=print,
    )
    manager.load(candidate(load=lambda: plugin))
    said = "d-own fills a hook `{}` that does not exist"
    assert told(manager) == [
        ("PLG002", said.format("own"), None),
        (
            "PLG002",
            said.format("partenariats_exporter"),
            "did you mean `partenariats_exporters`?",
        ),
        ("PLG002", said.format("partenariats_zzzzzzzzzzzzzzzzzzzz"), None),
    ]
    assert untranslated(manager.problems) == []
    assert len(manager.plugins) == 1


def test_hooks_are_called_plugin_by_plugin(manager, candidate, untranslated):
    """Results come with their plugin, in order; one that raises is told and the rest go on."""
    manager.load(candidate("a", importers=lambda: [1]))
    manager.load(candidate("b", "2.0", importers=raising(RuntimeError("boom"))))
    manager.load(candidate("c"))
    manager.load(candidate("d", importers=lambda: [2]))
    found = [
        (plugin.name, result) for plugin, result in manager.call_each("partenariats_importers")
    ]
    assert found == [("a", [1]), ("d", [2])]
    headline = "hook `partenariats_importers` of d-b 2.0 failed: RuntimeError: boom"
    assert told(manager) == [("PLG007", headline, None)]
    assert untranslated(manager.problems) == []


def test_what_is_told_after_reaches_every_plugin(manager, candidate):
    """Arguments are handed on by name."""
    heard = []

    def hear(artifacts, programme):
        heard.append((artifacts, programme))

    manager.load(candidate(exported=hear))
    assert list(manager.call_each("partenariats_exported", artifacts=[1], programme="p")) == []
    assert heard == [([1], "p")]


def test_a_hook_with_one_result_gives_the_first(manager, candidate):
    """The last plugin that was loaded is asked first; who says nothing is passed over."""

    def quiet(exporter):
        """Say nothing."""

    manager.load(candidate("a", run_export=lambda exporter: [exporter]))
    manager.load(candidate("b", run_export=quiet))
    result = manager.call_first("partenariats_run_export", exporter="e", programme="p")
    assert result == ["e"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ValueError("two\n  lines"), "ValueError: two lines"),
        (ValueError(), "ValueError"),
        (KeyError("x"), "KeyError: 'x'"),
        (ValueError("x" * 300), "ValueError: " + "x" * 200),
    ],
)
def test_an_exception_is_described_in_one_line(error, said):
    """Kind and message stand on one line that is not too long."""
    assert describe(error) == said


def test_a_plugin_knows_its_file_and_what_loading_took(manager):
    """The place is the file of a module, else the candidate's; the time is that of loading."""

    def slowly():
        until = time.perf_counter() + 0.02
        while time.perf_counter() < until:
            pass
        module = types.ModuleType("slow")
        module.__file__ = "here/slow.py"
        return module

    for name, load in (("slow", slowly), ("quick", lambda: types.ModuleType("quick"))):
        manager.load(Candidate(name=name, distribution="d", version="", place="far", load=load))
    slow, quick = manager.plugins
    assert (slow.place, quick.place) == ("here/slow.py", "far")
    assert quick.seconds < 0.02 <= slow.seconds < 2
