"""Which plugins are found, and under which names they are wanted or not."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from partenariats.plugin import discovery
from partenariats.plugin.discovery import Candidate, PluginFileError

OURS = "ical,programme-text,schedule,sql"
"""The plugins of this repository, which are installed beside those of a test."""


@pytest.fixture
def installed(site, monkeypatch):
    """Install two distributions, and list those found besides the ones of this environment."""
    monkeypatch.delenv("PARTENARIATS_PLUGINS", raising=False)
    monkeypatch.setenv("PARTENARIATS_DISABLED_PLUGINS", OURS)
    site("partenariats-zeta", "SOUND = 'zeta'", entry="alpha", version="2.1")
    monkeypatch.syspath_prepend(site("partenariats-beta", "SOUND = 'beta'", entry="beta"))
    site("partenariats-alpha", "SOUND = 'alpha'", entry="alpha")
    return discovery.installed


def found(name, distribution, version="1.0"):
    """Make the candidate that should be found; candidates compare without their loader."""
    return Candidate(name=name, distribution=distribution, version=version, load=list)


ALPHA = found("alpha", "partenariats-alpha")
ZETA = found("alpha", "partenariats-zeta", "2.1")
BETA = found("beta", "partenariats-beta")


def test_all_are_found_in_the_order_of_their_names(installed):
    """Plugins come by name, those of one name by distribution, with their versions."""
    assert list(installed()) == [ALPHA, ZETA, BETA]


def test_a_candidate_loads_its_module(installed):
    """What an entry point names is imported only when it is asked for."""
    assert [candidate.load().SOUND for candidate in installed()] == ["alpha", "zeta", "beta"]


@pytest.mark.parametrize(
    ("wanted", "candidates"),
    [
        ("beta", [BETA]),
        (" alpha ,, partenariats-beta", [ALPHA, ZETA, BETA]),
        ("partenariats-zeta", [ZETA]),
        ("", []),
        (" , ", []),
        ("alpha,ical", [ALPHA, ZETA]),
    ],
)
def test_only_those_that_are_named_are_wanted(installed, monkeypatch, wanted, candidates):
    """Names of entry points and distributions count; an empty list wants none."""
    monkeypatch.setenv("PARTENARIATS_PLUGINS", wanted)
    assert list(installed()) == candidates


@pytest.mark.parametrize(
    ("unwanted", "candidates"),
    [(f"{OURS}, alpha", [BETA]), (f"{OURS},partenariats-alpha", [ZETA, BETA])],
)
def test_those_that_are_disabled_are_left_out(installed, monkeypatch, unwanted, candidates):
    """A name of an entry point disables every plugin that bears it, a distribution its own."""
    monkeypatch.setenv("PARTENARIATS_DISABLED_PLUGINS", unwanted)
    assert list(installed()) == candidates


@pytest.mark.parametrize(
    ("wanted", "missing"),
    [(None, []), ("", []), ("zz, beta, partenariats-zeta, aa", ["aa", "zz"])],
)
def test_what_is_wanted_and_not_there_is_known(installed, monkeypatch, wanted, missing):
    """A name that no plugin bears is missed; without a list nothing is."""
    if wanted is not None:
        monkeypatch.setenv("PARTENARIATS_PLUGINS", wanted)
    assert discovery.wanted_but_missing() == missing


def test_an_entry_point_without_a_distribution_is_still_a_candidate():
    """What nothing is known of is called `?`."""
    point = EntryPoint("own", "own_module", discovery.GROUP)
    assert discovery._candidate(point) == found("own", "?", "?")


def test_a_file_is_a_candidate_under_its_name(tmp_path):
    """A file of Python is loaded as a module of its own, and bears no version."""
    file = tmp_path / "own.py"
    file.write_text("SOUND = 'own'")
    candidate = discovery.from_file(str(file))
    assert candidate == found("own", str(file), "")
    module = candidate.load()
    assert (module.SOUND, module.__name__) == ("own", "partenariats_plugin_file_own")


def test_a_file_that_is_no_plugin_is_refused(tmp_path):
    """A file that is missing or is no Python is told by its name, in the reader's language."""
    missing, text = tmp_path / "no.py", tmp_path / "own.txt"
    text.write_text("SOUND = 'own'")
    with pytest.raises(PluginFileError) as caught:
        discovery.from_file(missing)
    assert str(caught.value) == f"{missing}: there is no such plugin file"
    with pytest.raises(PluginFileError) as caught:
        discovery.from_file(text).load()
    assert str(caught.value) == f"{text}: this is no Python file"


def test_a_candidate_knows_where_it_is(installed, tmp_path):
    """An installed plugin is in the folder of its distribution, a file is where it is."""
    places = {str(candidate.place).rstrip("/") for candidate in installed()}
    assert places == {str(tmp_path / "site")}
    file = tmp_path / "own.py"
    file.write_text("")
    assert discovery.from_file(file).place == str(file)


def test_every_plugin_is_surveyed_with_what_disables_it(installed, monkeypatch):
    """Those that are left out come too, with the name of the variable that does it."""
    monkeypatch.setenv("PARTENARIATS_PLUGINS", "alpha")
    monkeypatch.setenv("PARTENARIATS_DISABLED_PLUGINS", f"partenariats-zeta, {OURS}")
    names = {"partenariats-zeta", "partenariats-beta", "partenariats-alpha"}
    assert [
        (candidate, variable)
        for candidate, variable in discovery.survey()
        if candidate.distribution in names
    ] == [
        (ALPHA, None),
        (ZETA, "PARTENARIATS_DISABLED_PLUGINS"),
        (BETA, "PARTENARIATS_PLUGINS"),
    ]


@pytest.mark.parametrize(
    ("name", "groups", "told"),
    [
        ("partenariats-mute", "", []),
        ("Partenariats_Mute", "", []),
        ("mute", "[partenariat]\nx = x\n", ["partenariat"]),
        ("mute", "[Partenariats.x]\nx = x\n[a]\nx = x\n", ["Partenariats.x", "a"]),
        ("partenariats-mute", "[partenariats]\nx = x\n", None),
        ("mute", "[console_scripts]\nx = x\n", None),
        ("mute", "[pytest11]\nx = x\n[partenaria]\nx = x\n", None),
    ],
)
def test_what_looks_like_a_plugin_and_announces_none_is_found(
    tmp_path, monkeypatch, name, groups, told
):
    """A name or a group that is nearly ours counts, in any case, unless our group is there."""
    info = tmp_path / "mute-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(groups)
    monkeypatch.syspath_prepend(str(tmp_path))
    found = [groups for found, groups in discovery.unannounced() if found == name]
    assert found == ([] if told is None else [told])


def test_a_plugin_file_can_be_looked_up_while_it_runs(tmp_path):
    """The module stands under its name, where types that are written as words are looked for."""
    file = tmp_path / "mine.py"
    file.write_text("import sys\nSELF = sys.modules[__name__]\n")
    module = discovery.from_file(file).load()
    assert module.SELF is module


def test_an_entry_point_of_nobody_has_no_place(monkeypatch):
    """What no distribution announces is said to come from nowhere."""
    point = EntryPoint("lone", "math", discovery.GROUP)
    monkeypatch.setattr(discovery, "entry_points", lambda **_: [point])
    monkeypatch.delenv("PARTENARIATS_PLUGINS", raising=False)
    (candidate,) = discovery.installed()
    assert (candidate.name, candidate.distribution) == ("lone", "?")
    assert (candidate.version, candidate.place) == ("?", "?")
