"""Calls of hooks, shown to whoever writes a plugin."""

from __future__ import annotations

import re

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
