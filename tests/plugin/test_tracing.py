"""Calls of hooks, shown to whoever writes a plugin."""

from __future__ import annotations

import itertools
import re
import types

import pytest

from partenariats import Toolkit
from partenariats.builtin.exporters.text import TextExporter
from partenariats.interfaces.options import NoOptions
from partenariats.plugin import hookimpl, tracing
from partenariats.testing import sample

TRACED = {"PARTENARIATS_TRACE_PLUGINS": "1", "PARTENARIATS_DISABLED_PLUGINS": "ical"}

CODE = """
@hookimpl
def partenariats_exporters():
    raise RuntimeError("boom")
"""


def traced(done):
    """List what was traced, without the times."""
    found = [line for line in done.stderr.splitlines() if line.startswith("trace: ")]
    assert all(re.search(r" \[\d+\.\d ms\]$", line) for line in found)
    return [line.removeprefix("trace: ").rpartition(" [")[0] for line in found]


def test_each_call_is_shown_on_standard_error(cli):
    """Who was asked, with what, who answered, what, and how soon; the output stays as it is."""
    done = cli(None, "export", "event.toml", "text", env=TRACED)
    assert traced(done)[0] == (
        "partenariats_exporters() of builtin (partenariats) -> "
        "[[JsonExporter, MarkdownExporter, TextExporter]]"
    )
    assert traced(done)[-1] == (
        "partenariats_run_export(exporter=TextExporter, programme=Programme) of "
        "builtin (partenariats) -> [Artifact]"
    )
    assert done.stdout == cli(None, "export", "event.toml", "text").stdout


def test_long_lists_are_cut(cli):
    """Of a long list the first dozen items are shown."""
    done = cli(None, "plugins", env=TRACED)
    (rules,) = [line for line in traced(done) if line.startswith("partenariats_validators")]
    assert rules.count(", ") == 12
    assert rules.endswith(", …]]")


def test_a_call_that_fails_is_shown_with_its_error(site, cli):
    """What a hook raises stands where its results would stand."""
    done = cli(site("partenariats-bad", CODE), "plugins", env=TRACED)
    assert (
        "partenariats_exporters() of partenariats-bad (partenariats-bad) -> RuntimeError: boom"
    ) in traced(done)


def test_nothing_is_shown_unless_it_is_asked_for(cli):
    """Without the variable, or with another value, standard error stays empty."""
    for value in ("", "0"):
        done = cli(None, "plugins", env={"PARTENARIATS_TRACE_PLUGINS": value})
        assert done.stderr == ""


@pytest.fixture
def lines(monkeypatch, capsys):
    """Trace the calls of a toolkit in this process, and give its lines without the times."""
    monkeypatch.setenv("PARTENARIATS_TRACE_PLUGINS", "1")

    def trace(hook, answer, **arguments):
        plugin = types.ModuleType("mine")
        setattr(plugin, hook, hookimpl(specname=hook)(answer))
        manager = Toolkit([plugin], discover=False).manager
        list(manager.call_each(hook, **arguments))
        said = capsys.readouterr().err.splitlines()
        found = [re.fullmatch(r"trace: (.*) \[(\d+\.\d) ms\]", line) for line in said]
        assert all(match and float(match[2]) < 1000 for match in found)
        return [match[1] for match in found if " of mine (mine) " in match[1]]

    return trace


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        ([], "[[]]"),
        (["text", 3, 2.5, TextExporter], "[['text', 3, 2.5, TextExporter]]"),
        (("a", None), "[['a', None]]"),
        (list(range(12)), f"[{list(range(12))}]"),
        (list(range(13)), f"[[{', '.join(map(str, range(12)))}, …]]"),
        (["x" * 100], f"[['{'x' * 59}]]"),
        (object(), "[object]"),
        (TextExporter(NoOptions()), "[TextExporter]"),
    ],
    ids=["empty", "items", "tuple", "dozen", "more", "long", "object", "exporter"],
)
def test_an_answer_is_shown_in_a_few_words(lines, answer, shown):
    """Texts and numbers are shown, classes by their name, values by their class, lists in part."""
    hook = "partenariats_exporters"
    assert lines(hook, lambda: answer) == [f"{hook}() of mine (mine) -> {shown}"]


def test_an_error_is_shown_in_one_line(lines):
    """What a hook raises is shown by its class and its words, cut where they are long."""
    hook = "partenariats_exporters"

    def fail():
        raise ValueError("two\nlines " + "x" * 300)

    assert lines(hook, fail) == [f"{hook}() of mine (mine) -> ValueError: two lines {'x' * 190}"]


def test_arguments_are_shown_by_their_names(lines):
    """What a hook is asked with stands between its brackets."""
    hook = "partenariats_exported"

    def hear(artifacts, programme):
        return "ok"

    shown = lines(hook, hear, artifacts=["a"], programme=sample())
    assert shown == [f"{hook}(artifacts=['a'], programme=Programme) of mine (mine) -> ['ok']"]


def test_all_who_answer_are_named_with_the_time(monkeypatch, capsys):
    """Several plugins stand in the order of their answers; the time is in milliseconds."""
    monkeypatch.setenv("PARTENARIATS_TRACE_PLUGINS", "1")
    hook = "partenariats_exporters"
    plugins = [types.ModuleType(name) for name in ("one", "two")]
    for plugin in plugins:
        setattr(plugin, hook, hookimpl(specname=hook)(lambda: [None]))
    manager = Toolkit(plugins, discover=False).manager
    moments = itertools.count(1, 0.25)
    clock = types.SimpleNamespace(perf_counter=lambda: next(moments))
    monkeypatch.setattr(tracing, "time", clock)
    manager._hooks.hook.partenariats_exporters()  # our own calls ask one plugin each
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith(f"trace: {hook}() of two (two), one (one), builtin (partenariats) -> ")
    assert said.endswith(" [250.0 ms]")
