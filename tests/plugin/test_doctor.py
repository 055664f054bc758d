"""`partenariats plugins doctor`: what is found, from where, and why something is not."""

from __future__ import annotations

import re

import pytest

EXPORTER = """
class Shout(Exporter[NoOptions]):
    name = "NAME"
    summary = "loud text"
    media_type = "text/plain"
    suffix = ".txt"

    def export(self, programme):
        return []

@hookimpl
def partenariats_exporters():
    return [Shout]
"""


def told(done):
    """List what is told, without times and folders, but for the line that names Python."""
    first, *lines = done.stdout.splitlines()
    assert first.startswith("looked for with ")
    return [re.sub(r"\d+\.\d ms, from .*/", "… ms, from …/", line) for line in lines]


def shout(name="shout"):
    """Give the code of a plugin that offers an exporter."""
    return EXPORTER.replace("NAME", name)


def test_a_plugin_is_told_with_its_offers_its_place_and_its_time(site, cli):
    """Name, distribution, version, time and file stand in one line, then what it offers."""
    folder = site("partenariats-shout", shout(), entry="shout", version="2.5")
    done = cli(folder, "plugins", "doctor", "shout")
    assert (done.returncode, told(done)) == (
        0,
        [
            "shout  (partenariats-shout 2.5)  loaded in … ms, from …/partenariats_shout.py",
            "  exporters: shout – loud text",
        ],
    )


def test_without_a_name_everything_is_told(site, cli):
    """The core's own plugin comes first, then the others by name."""
    done = cli(site("partenariats-shout", shout(), entry="shout"), "plugins", "doctor")
    heads = [line.split("  (")[0] for line in told(done) if not line.startswith(" ")]
    assert (done.returncode, heads) == (
        0,
        ["builtin", "ical", "programme-text", "schedule", "shout", "sql"],
    )


OF = "of partenariats-shout 1.0"
NO_ENTRY = "it has no entry point in the group `partenariats`"
UNFOUND = {
    "a plugin that does not load": (
        "raise RuntimeError('boom')",
        {},
        ["shout  (partenariats-shout 1.0)  did not load, from FOLDER"],
        [f"warning[PLG001]: plugin `shout` {OF} did not load: RuntimeError: boom"],
    ),
    "a plugin that is disabled": (
        shout(),
        {"PARTENARIATS_DISABLED_PLUGINS": "shout"},
        ["shout  (partenariats-shout 1.0)  left out by PARTENARIATS_DISABLED_PLUGINS"],
        [],
    ),
    "a plugin that is not among those wanted": (
        shout(),
        {"PARTENARIATS_PLUGINS": "ical"},
        ["shout  (partenariats-shout 1.0)  left out by PARTENARIATS_PLUGINS"],
        [],
    ),
    "a plugin that offers nothing": (
        "",
        {},
        [
            "shout  (partenariats-shout 1.0)  loaded in … ms, from …/partenariats_shout.py",
            "  it offers nothing",
        ],
        [],
    ),
}


@pytest.mark.parametrize("case", UNFOUND)
def test_why_something_is_not_found(site, cli, case):
    """The reason is told, and the command ends with 1."""
    code, env, lines, warnings = UNFOUND[case]
    folder = site("partenariats-shout", code, entry="shout")
    done = cli(folder, "plugins", "doctor", "shout", env=env)
    assert done.returncode == 1
    assert told(done) == [line.replace("FOLDER", str(folder)) for line in lines]
    assert done.stderr.splitlines() == warnings


def test_a_name_offered_twice_is_told_of_both(site, cli):
    """Each of the two plugins is told with what cannot be used of it."""
    site("partenariats-one", shout(), entry="one")
    folder = site("partenariats-two", shout(), entry="two")
    done = cli(folder, "plugins", "doctor", "shout")
    assert done.returncode == 1
    assert [line for line in told(done) if line.startswith("  ")] == ["  not usable: shout"] * 2
    assert "PLG003" in done.stderr


@pytest.mark.parametrize(
    ("group", "said"), [("", "–"), ("[partenariats.plugins]\nx = x\n", "partenariats.plugins")]
)
def test_a_distribution_that_announces_no_plugin_is_told(tmp_path, cli, group, said):
    """What is called like a plugin, or names a group that is nearly ours, is told."""
    info = tmp_path / "site" / "partenariats_mute-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: partenariats-mute\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(group)
    done = cli(tmp_path / "site", "plugins", "doctor", "mute")
    assert (done.returncode, told(done)) == (
        1,
        [f"partenariats-mute: it has no entry point in the group `partenariats`, but in: {said}"],
    )


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("markdwon", "did you mean `markdown`?"),
        ("zzzzzz", "install the distribution that offers it for the Python named above"),
    ],
)
def test_what_is_not_there_is_told_with_advice(cli, name, advice):
    """A name that nothing bears is a slip of the pen, or not installed."""
    done = cli(None, "plugins", "doctor", name)
    assert (done.returncode, told(done)) == (
        1,
        [f"nothing that is installed here is called `{name}`", advice],
    )


def test_the_doctor_speaks_french(cli):
    """Its sentences are those of the reader."""
    done = cli(None, "plugins", "doctor", "ical", "--language", "fr")
    assert done.stdout.startswith("cherché avec ")
    assert "chargé en " in done.stdout
