"""The small parts of the kit: fragments, samples, golden files, the check of a plugin."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest
from hypothesis import given, settings

import partenariats as pa
from partenariats.testing import (
    DIFFICULT,
    assert_golden,
    check_plugin,
    event_file,
    events,
    programmes,
    sample,
)


def test_a_fragment_is_made_whole_and_checked():
    """Codes and places of what is wrong with a fragment are at hand."""
    checked = event_file("""
        [[days]]
        id = "j"
        date = 2022-03-25
        [[sessions]]
        id = "a"
        title = "A"
        day = "k"
        start = "9:00"
    """).validate()
    assert (checked.codes, checked.at("REF001")) == (["REF001"], ["sessions[0].day"])


def test_a_whole_file_is_left_as_it_is():
    """A text that says its format is no fragment."""
    text = 'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "UTC"\n'
    assert event_file(text).event.id == "x"


@pytest.mark.parametrize("name", ["", *DIFFICULT])
def test_samples_are_sound(name):
    """Every sample is a programme; what is difficult in it is not a fault."""
    assert sample(name).event.id == "example"


def test_a_sample_holds_what_it_is_named_after():
    """The thousand are a thousand, and the day without sessions is there."""
    assert len(list(sample("a thousand").sessions)) == 1000
    assert [len(list(day.sessions)) for day in sample("empty day").days] == [1, 0]


@given(events())
@settings(max_examples=40)
def test_any_event_can_be_validated(event):
    """The strategy of events makes what its types allow, and checks never raise on it."""
    pa.Toolkit(discover=False).validate(event).render()


@given(programmes())
@settings(max_examples=40)
def test_any_programme_is_one(programme):
    """The strategy of programmes makes timelines without problems."""
    assert programme.timeline.problems == ()


def test_a_golden_file_is_compared_and_written(tmp_path, monkeypatch):
    """A difference is told by its line; the switch writes the file anew."""
    file = tmp_path / "golden" / "a.txt"
    with pytest.raises(AssertionError, match="is missing"):
        assert_golden(b"one\ntwo\n", file)
    monkeypatch.setenv("PARTENARIATS_UPDATE_GOLDEN", "1")
    assert_golden(b"one\ntwo\n", file)
    monkeypatch.delenv("PARTENARIATS_UPDATE_GOLDEN")
    assert_golden(b"one\ntwo\n", file)
    with pytest.raises(AssertionError, match="from line 2 on"):
        assert_golden(b"one\nTWO\n", file)
    with pytest.raises(AssertionError, match="from line 3 on"):
        assert_golden(b"one\ntwo\nthree\n", file)


GOOD = """
    from partenariats.plugin import hookimpl

    @hookimpl
    def partenariats_exporters():
        from {package}.exporter import Made
        return [Made]
"""
EXPORTER = """
    import attrs
    from partenariats.interfaces.exporter import Exporter

    @attrs.frozen
    class Options:
        '''Choose `size`, in points.'''
        size: int = 1

    class Made(Exporter[Options]):
        name = "planted"
        def export(self, programme): return ()
"""
FAULTS = {
    "sound": ({}, ""),
    "options with a word each": (
        {"exporter": ("size: int = 1", "size: int = 1\n        '''How large.'''")},
        "",
    ),
    "another distribution": ({"distribution": "planted-things"}, "its distribution is called"),
    "another module": ({"module": "main"}, "its entry point is"),
    "another name": ({"exporter": ('name = "planted"', 'name = "other"')}, "called 'other'"),
    "a misspelt hook": (
        {"plugin": ("def partenariats_exporters", "def partenariats_exporter")},
        "there is no hook 'partenariats_exporter'",
    ),
    "another signature": ({"plugin": ("exporters()", "exporters(x=1)")}, "takes ['x']"),
    "a slow import": (
        {"plugin": ("@hookimpl", "__import__('time').sleep(0.3)\n    @hookimpl")},
        "import inside the work",
    ),
    "a private import": (
        {"exporter": ("import attrs", "import attrs\n    import partenariats.toolkit")},
        "imports partenariats.toolkit",
    ),
    "the manager": (
        {"exporter": ("import attrs", "import attrs\n    import partenariats.plugin.manager")},
        "imports partenariats.plugin.manager",
    ),
    "options without a word": (
        {"exporter": ("Choose `size`, in points.", "Choose.")},
        "says what 'size' is",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", FAULTS)
def test_a_plugin_is_checked(tmp_path, what):
    """Each thing that is wrong with a plugin is told by name; a sound one passes."""
    changes, complaint = FAULTS[what]
    package = tmp_path / "partenariats_planted"
    package.mkdir()
    module = changes.get("module", "plugin")
    (package / "__init__.py").write_text("")
    plugin = textwrap.dedent(GOOD.replace(*changes.get("plugin", ("", ""))))
    (package / f"{module}.py").write_text(plugin.format(package="partenariats_planted"))
    exporter = EXPORTER.replace(*changes.get("exporter", ("", "")))
    (package / "exporter.py").write_text(textwrap.dedent(exporter))
    info = tmp_path / "planted-1.0.dist-info"
    info.mkdir()
    name = changes.get("distribution", "partenariats-planted")
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    entry = f"[partenariats]\nplanted = partenariats_planted.{module}\n"
    (info / "entry_points.txt").write_text(entry)
    script = "from partenariats.testing import check_plugin; check_plugin('planted')"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, complaint in done.stderr) == (1 if complaint else 0, True)


BACKEND = """
    from partenariats.plugin import hookimpl

    @hookimpl
    def partenariats_registration_backends():
        from partenariats.builtin.backends.memory import MemoryBackend
        class Own(MemoryBackend):
            name = "other"
        return [Own]
"""


def test_back_ends_of_a_plugin_are_checked(tmp_path, monkeypatch):
    """The first back-end bears the name of its plugin, as other offers do."""
    package = tmp_path / "partenariats_planted"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "plugin.py").write_text(textwrap.dedent(BACKEND))
    info = tmp_path / "planted-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: partenariats-planted\nVersion: 1\n"
    )
    (info / "entry_points.txt").write_text(
        "[partenariats]\nplanted = partenariats_planted.plugin\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    told = "its first registration back-end is called 'other', not 'planted'"
    with pytest.raises(AssertionError, match=told):
        check_plugin("planted")


def test_a_plugin_that_is_not_there_is_told():
    """A name that no entry point bears is an error of its own."""
    with pytest.raises(AssertionError, match="0 entry points"):
        check_plugin("nothing-like-it")
