"""Plugins of other distributions, installed for real, whole and broken."""

from __future__ import annotations

import json

import pytest

EXPORTER = """
class Shout(Exporter[NoOptions]):
    name = "shout"
    summary = "loud text"
    media_type = "text/plain"
    suffix = ".txt"

    def export(self, programme):
        yield self.artifact(programme, programme.say(programme.event.title).upper())

@hookimpl
def partenariats_exporters():
    return [Shout]
"""


def codes(done):
    """List the codes of a report in JSON."""
    return [found["code"] for found in json.loads(done.stdout)["diagnostics"]]


def test_an_installed_exporter_is_used(site, cli):
    """A distribution that offers an exporter is found by its entry point and used."""
    done = cli(site("partenariats-shout", EXPORTER), "export", "event.toml", "shout")
    assert (done.returncode, done.stdout, done.stderr) == (0, "ASSISES", "")


def test_plugins_are_listed_with_their_distribution_and_version(site, cli):
    """`plugins` says what is installed, from where, and what it offers."""
    done = cli(site("partenariats-shout", EXPORTER, version="2.5"), "plugins")
    lines = done.stdout.splitlines()
    at = lines.index("partenariats-shout  (partenariats-shout 2.5)")
    assert lines[at + 1] == "  exporters: shout – loud text"
    assert lines[0].startswith("builtin  (partenariats ")


BROKEN = {
    "at import": ("raise RuntimeError('boom')", "PLG001", "RuntimeError: boom"),
    "by leaving": ("import sys; sys.exit(3)", "PLG001", "SystemExit: 3"),
    "with bad syntax": ("def (", "PLG001", "SyntaxError"),
    "in a signature": (
        "@hookimpl\ndef partenariats_exporters(too, many): return []",
        "PLG001",
        "PluginValidationError",
    ),
    "in a hook": (
        "@hookimpl\ndef partenariats_exporters(): raise RuntimeError('boom')",
        "PLG007",
        "RuntimeError: boom",
    ),
    "with a misspelt hook": (
        "@hookimpl\ndef partenariats_exporter(): return []",
        "PLG002",
        "partenariats_exporter",
    ),
    "with a bag of functions": (
        "@hookimpl\ndef partenariats_exporters(): return [print]",
        "PLG006",
        "built-in function print",
    ),
    "with a generator": (
        "@hookimpl\ndef partenariats_exporters(): yield None",
        "PLG006",
        "generator",
    ),
    "with a class half done": (
        """
class A(Exporter[NoOptions]):
    name = "a"
@hookimpl
def partenariats_exporters(): return [A]
""",
        "PLG006",
        "A",
    ),
    "with a class without a name": (
        """
class A(Exporter[NoOptions]):
    def export(self, programme): return ()
@hookimpl
def partenariats_exporters(): return [A]
""",
        "PLG006",
        "A.name",
    ),
}


@pytest.mark.parametrize("how", BROKEN)
def test_a_broken_plugin_is_a_warning_and_the_rest_works(site, cli, how):
    """Whatever one plugin does wrong is told by name, and every other one goes on."""
    code, rule, reason = BROKEN[how]
    site("partenariats-broken", code)
    folder = site("partenariats-shout", EXPORTER)
    done = cli(folder, "validate", "event.toml", "--format", "json")
    (found,) = json.loads(done.stdout)["diagnostics"]
    assert (done.returncode, found["code"], found["severity"]) == (0, rule, "warning")
    assert "partenariats-broken" in found["message"]
    assert reason in found["message"]
    assert cli(folder, "validate", "event.toml", "--strict").returncode == 1
    built = cli(folder, "export", "event.toml", "shout")
    assert (built.returncode, built.stdout) == (0, "ASSISES")
    assert f"warning[{rule}]" in built.stderr
    assert "Traceback" not in built.stderr


def test_two_plugins_of_one_name_are_both_named(site, cli):
    """A name offered twice is unusable, both distributions are named, the rest works."""
    site("partenariats-shout", EXPORTER)
    folder = site("partenariats-shout-too", EXPORTER, entry="shout", version="3.0")
    more = '[[outputs]]\nuse = "shout"\n'
    done = cli(folder, "validate", "event.toml", "--format", "json", more=more)
    told = {d["code"]: d["message"] for d in json.loads(done.stdout)["diagnostics"]}
    assert (done.returncode, sorted(told)) == (1, ["PLG003", "PLG004"])
    for distribution in ("partenariats-shout 1.0", "partenariats-shout-too 3.0"):
        assert distribution in told["PLG003"]
        assert distribution in told["PLG004"]
    assert cli(folder, "export", "event.toml", "markdown").returncode == 0
    assert cli(folder, "export", "event.toml", "shout").returncode == 2


@pytest.mark.parametrize("name", ["shout", "partenariats-shout-too"])
def test_disabling_one_of_two_makes_the_name_usable(site, cli, name):
    """A plugin is disabled by the name of its entry point or of its distribution."""
    site("partenariats-shout", EXPORTER)
    folder = site("partenariats-shout-too", EXPORTER, entry="shout", version="3.0")
    env = {"PARTENARIATS_DISABLED_PLUGINS": name}
    done = cli(folder, "export", "event.toml", "shout", env=env)
    assert (done.returncode, done.stdout) == (0, "ASSISES")


def test_only_the_plugins_that_are_named_are_loaded(site, cli):
    """PARTENARIATS_PLUGINS leaves every other distribution out, also broken ones."""
    site("partenariats-broken", "raise RuntimeError('boom')")
    folder = site("partenariats-shout", EXPORTER)
    env = {"PARTENARIATS_PLUGINS": "partenariats-shout,missing"}
    done = cli(folder, "validate", "event.toml", "--format", "json", env=env)
    assert codes(done) == ["PLG001"]
    assert "`missing`" in json.loads(done.stdout)["diagnostics"][0]["message"]
    assert cli(folder, "export", "event.toml", "shout", env=env).returncode == 0


def test_a_plugin_file_is_loaded_when_it_is_named(site, cli, tmp_path):
    """A one-off plugin needs `--plugin` and nothing else."""
    folder = site("partenariats-shout", EXPORTER)
    file = tmp_path / "own.py"
    file.write_text((folder / "partenariats_shout.py").read_text().replace("shout", "own"))
    done = cli(None, "export", "event.toml", "own", "--plugin", str(file))
    assert (done.returncode, done.stdout) == (0, "ASSISES")
    missing = cli(None, "validate", "event.toml", "--plugin", "no.py")
    assert (missing.returncode, missing.stderr) == (
        2,
        "error: no.py: there is no such plugin file\n",
    )


def test_opening_an_event_file_runs_no_code(cli, tmp_path):
    """A Python file beside the event is not loaded, whatever the event says."""
    (tmp_path / "plugin.py").write_text("open('ran', 'w')")
    cli(None, "validate", "event.toml", more='[plugins.plugin]\nfile = "plugin.py"\n')
    assert not (tmp_path / "ran").exists()


CRASHING = """
class Crash(Exporter[NoOptions]):
    name = "crash"
    summary = "crashes"
    media_type = "text/plain"
    suffix = ".txt"

    def export(self, programme):
        yield self.artifact(programme, "half")
        raise RuntimeError("boom")

class Refuse(Crash):
    name = "refuse"

    def export(self, programme):
        raise ExportError("no {what} here", what="sessions")

@hookimpl
def partenariats_exporters():
    return [Crash, Refuse]

class Wrong(Validator[NoOptions]):
    '''Something.'''
    code = "CRS001"
    name = "crash"
    severity = Severity.INFO

    def check(self, timeline, context):
        yield self.found(Where(("event", "title")), Message.of("before the crash"))
        raise RuntimeError("boom")

@hookimpl
def partenariats_validators():
    return [Wrong]
"""


def test_a_crashing_exporter_leaves_no_file_and_is_named(site, cli, tmp_path):
    """The other outputs are written; the error names the plugin and its version."""
    folder = site("partenariats-crash", CRASHING.replace("Wrong]", "]"), version="0.7")
    more = '[[outputs]]\nuse = "crash"\n[[outputs]]\nuse = "refuse"\nto = "refuse"\n'
    done = cli(folder, "build", "event.toml", more=more)
    assert done.returncode == 1
    assert done.stdout == "written: build/x.md\n"
    assert done.stderr.splitlines() == [
        (
            "error: crash was not made: exporter `crash` of partenariats-crash 0.7 crashed: "
            "RuntimeError: boom"
        ),
        "error: refuse was not made: no sessions here",
    ]
    assert sorted(path.name for path in (tmp_path / "build").iterdir()) == ["x.md"]


def test_a_crashing_rule_is_an_error_and_the_others_go_on(site, cli):
    """What it found before stays; the crash itself is told with plugin and version."""
    folder = site("partenariats-crash", CRASHING, version="0.7")
    done = cli(folder, "validate", "event.toml", "--format", "json", more="[[days]]\nid = 'A'\n")
    assert codes(done) == ["SRC007", "SRC010"]
    done = cli(folder, "validate", "event.toml", "--format", "json")
    told = {d["code"]: d["message"] for d in json.loads(done.stdout)["diagnostics"]}
    assert (done.returncode, told) == (
        1,
        {
            "CRS001": "before the crash",
            "PLG010": "rule `CRS001` of partenariats-crash 0.7 crashed: RuntimeError: boom",
        },
    )


@pytest.mark.parametrize(
    ("returned", "reason"),
    [
        ("['text']", "TypeError: not an Artifact: str"),
        ("[Artifact('a.txt', 'text', 'text/plain')]", "TypeError: content is bytes, not str"),
        ("None", "TypeError: 'NoneType' object is not iterable"),
        ("[Artifact('../a.txt', b'', 'text/plain')]", "`../a.txt` leads out of the output folder"),
    ],
)
def test_an_exporter_that_gives_something_else_is_told(site, cli, tmp_path, returned, reason):
    """What is no artifact, or would leave the folder, is an error by name and writes nothing."""
    code = CRASHING.replace('yield self.artifact(programme, "half")', f"return {returned}")
    done = cli(site("partenariats-odd", code), "export", "event.toml", "crash", "-o", "out/")
    assert (done.returncode, reason in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert not (tmp_path / "out").exists()


OPTIONS = """
@attrs.frozen
class Loudness:
    times: int = 1
    mark: str = "!"

class Loud(Exporter[Loudness]):
    name = "loud"
    summary = "louder text"
    media_type = "text/plain"
    suffix = ".txt"

    def export(self, programme):
        yield self.artifact(programme, "HO" + self.options.mark * self.options.times)

@hookimpl
def partenariats_exporters():
    return [Loud]
"""


def test_options_are_typed_and_point_at_their_line(site, cli, tmp_path):
    """A good option arrives; a bad one is told where it stands in the event file."""
    folder = site("partenariats-loud", OPTIONS)
    good = '[[outputs]]\nuse = "loud"\nto = "loud.txt"\noptions = { times = 3 }\n'
    assert cli(folder, "build", "event.toml", more=good).returncode == 0
    assert (tmp_path / "build" / "loud.txt").read_text() == "HO!!!"
    bad = good.replace("times = 3", 'times = "3", mork = "?"')
    done = cli(folder, "validate", "event.toml", "--format", "concise", more=bad)
    assert done.stdout.splitlines() == [
        "event.toml:14:21: error[PLG005] expected a whole number, found a text",
        "event.toml:14:26: error[PLG005] `mork` is not known here",
    ]


def test_the_schema_knows_the_options_of_plugins(site, cli):
    """Editors complete and check the options of what is installed."""
    schema = json.loads(cli(site("partenariats-loud", OPTIONS), "schema").stdout)
    (rule,) = [r for r in schema["$defs"]["output"]["allOf"] if "loud" in json.dumps(r["if"])]
    assert rule["then"]["properties"]["options"]["properties"] == {
        "times": {"type": "integer", "minimum": 0},
        "mark": {"type": "string"},
    }


def test_the_schema_knows_the_options_of_rules(site, cli):
    """They stand below the code of their rule, and only installed rules have any."""
    schema = json.loads(cli(site("partenariats-long", RULE), "schema").stdout)
    options = schema["$defs"]["checks"]["properties"]["options"]
    assert options["additionalProperties"] is False
    assert options["properties"]["LNG001"]["properties"] == {
        "longest": {"type": "integer", "minimum": 0}
    }
    assert options["properties"]["TIM001"]["properties"] == {}


RULE = """
@attrs.frozen
class Longest:
    longest: int = 60

class TooLong(Validator[Longest]):
    code = "LNG001"
    name = "too-long"
    severity = Severity.WARNING

    def check(self, timeline, context):
        if len(timeline.event.title.plain) > self.options.longest:
            yield self.found(Where(("event", "title")), Message.of("the title is long"))

@hookimpl
def partenariats_validators():
    return [TooLong]
"""


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("", []),
        (
            "[checks.options.LNG001]\nlongest = 3\n",
            ["event.toml:5:9: warning[LNG001] the title is long"],
        ),
        (
            "[checks.options.LNG001]\nlongest = 'x'\nshort = 1\n",
            [
                "event.toml:12:11: error[PLG005] expected a whole number, found a text",
                "event.toml:13:1: error[PLG005] `short` is not known here",
            ],
        ),
        (
            "[checks.options]\nLNG001 = 3\n",
            ["event.toml:12:10: error[PLG005] the options of `LNG001` are a table"],
        ),
        (
            "[checks.options.LNG002]\nlongest = 3\n",
            ["event.toml:11:2: error[PLG004] there is no rule `LNG002`"],
        ),
    ],
    ids=["none", "good", "bad", "no table", "no rule"],
)
def test_a_rule_has_options(site, cli, options, told):
    """The event file sets the options of a rule; what does not fit is told where it stands."""
    folder = site("partenariats-long", RULE)
    done = cli(folder, "validate", "event.toml", "--format", "concise", more=options)
    assert done.stdout.splitlines() == told


def test_options_can_be_typed(site, cli):
    """`-O` takes values as TOML has them, else plain texts, for exporters."""
    folder = site("partenariats-loud", OPTIONS)
    command = ("export", "event.toml", "loud", "-O", "times=3", "-O", "mark = ?")
    assert cli(folder, *command).stdout == "HO???"
    assert cli(folder, *command, "-O", 'mark="1\\n2"').stdout == "HO1\n21\n21\n2"


@pytest.mark.parametrize(
    ("option", "told"),
    [
        ("times=x", "error: the options of `loud` do not fit: times: expected a whole number"),
        ("tmes=1", "error: the options of `loud` do not fit: tmes: `tmes` is not known here"),
        ("times", "'times' is not KEY=VALUE"),
        ("=1", "'=1' is not KEY=VALUE"),
    ],
)
def test_options_that_do_not_fit_are_told(site, cli, option, told):
    """A typed option that is wrong ends the command with a word, and 2."""
    done = cli(site("partenariats-loud", OPTIONS), "export", "event.toml", "loud", "-O", option)
    assert (done.returncode, done.stdout, told in done.stderr) == (2, "", True)


IMPORTER = """
from partenariats.interfaces.importer import Imported
from partenariats.diagnostics.report import Report
from partenariats.model.event import Event
from partenariats.model.text import Text

@attrs.frozen
class Zone:
    timezone: str = "Europe/Paris"

class Titles(Importer[Zone]):
    name = "titles"
    summary = "a title"
    suffixes = (".title",)

    def recognizes(self, content):
        return content.startswith(b"TITLE ")

    def read(self, content):
        title = Text(content[6:].decode())
        return Imported(Event(id="x", title=title, timezone=self.options.timezone), Report())

@hookimpl
def partenariats_importers():
    return [Titles]
"""


def test_an_importer_has_options(site, cli, tmp_path):
    """`import -O` sets them, whether the format is named or recognised."""
    folder = site("partenariats-titles", IMPORTER)
    (tmp_path / "a.title").write_text("TITLE A")
    for named in ((), ("--from", "titles")):
        done = cli(folder, "import", "a.title", *named, "-O", "timezone=Asia/Tokyo")
        assert 'timezone = "Asia/Tokyo"' in done.stdout.splitlines()
    done = cli(folder, "import", "a.title", "-O", "zone=1")
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == "error: the options of `titles` do not fit: zone: `zone` is not known here\n"
    )


AROUND = """
@hookimpl(wrapper=True)
def partenariats_run_export(exporter, programme):
    made = yield
    return [attrs.evolve(artifact, content=artifact.content + b"wrapped") for artifact in made]

@hookimpl
def partenariats_exported(artifacts, programme):
    print("made", [artifact.name for artifact in artifacts], len(programme.days))
"""


def test_a_plugin_can_stand_around_and_after_exports(site, cli):
    """Every export can be wrapped, and whoever listens hears what was made."""
    done = cli(site("partenariats-around", AROUND), "export", "event.toml", "text", "-o", "x.txt")
    assert done.stdout == "made ['x.txt'] 0\n"


def test_an_unknown_name_says_what_to_install_or_what_was_meant(cli):
    """The help of an unknown exporter depends on what is known of it."""
    env = {"PARTENARIATS_DISABLED_PLUGINS": "ical,schedule"}
    wanted = {
        "ical": "run `pip install partenariats-ical`",
        "markdwon": "did you mean `markdown`?",
        "zzz": "there are: json, markdown, text",
    }
    for name, advice in wanted.items():
        done = cli(None, "export", "event.toml", name, env=env)
        assert (done.returncode, done.stderr) == (
            2,
            f"error: there is no exporter `{name}`\n  = help: {advice}\n",
        )
