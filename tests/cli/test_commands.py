"""What each command shows and how it ends, run as people run it."""

from __future__ import annotations

import json
import re

import pytest

import partenariats as pa

EVENT = """format = 1
[event]
id = "x"
title = "Assises"
language = "{language}"
timezone = "Europe/Paris"
[[people]]
id = "p"
name = "Camille Exemple"
[[themes]]
id = "climat"
title = "Climat"
[[days]]
id = "jeudi"
date = 2022-03-24
[[days]]
id = "vendredi"
date = 2022-03-25
[[blocks]]
id = "m"
day = "vendredi"
label = "Matinée"
themes = ["climat"]
[[sessions]]
id = "diner"
title = "Dîner"
day = "jeudi"
kind = "meal"
start = "19:30"
end = "22:00"
[[sessions]]
id = "debat"
title = "Débat"
block = "m"
start = "9:30"
end = "10:00"
credits = [{{ person = "p" }}]
[[outputs]]
use = "markdown"
to = "p.md"
[[outputs]]
use = "json"
to = "data/p.json"
"""


@pytest.fixture
def event(tmp_path):
    """Write a small event in French."""
    file = tmp_path / "event.toml"
    file.write_text(EVENT.format(language="fr"))
    return file


def test_help_lists_every_command_without_loading_one(run):
    """`--help` names the commands of the design, each with a short word."""
    done = run("--help")
    names = re.findall(r"^  (\w+)  +\S", done.stdout.partition("Commands:")[2], re.MULTILINE)
    assert names == [
        "validate", "fmt", "show", "build", "export", "import", "registration", "new", "explain",
        "plugins", "plugin", "schema",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edit", "arguments", "code"),
    [
        (("", ""), [], 0),
        (("", ""), ["--strict"], 0),
        (('start = "9:30"', 'start = "9:30"\nduration = "45 min"'), [], 1),
        (('label = "Matinée"', 'label = "Matinée"\nstart = "9:45"'), [], 0),
        (('label = "Matinée"', 'label = "Matinée"\nstart = "9:45"'), ["--strict"], 1),
    ],
)
def test_validate_ends_with_the_code_of_what_it_found(run, event, edit, arguments, code):
    """0 for clean and for warnings, 1 for errors, and for warnings where they count."""
    event.write_text(event.read_text().replace(*edit) if edit[0] else event.read_text())
    done = run("validate", "event.toml", *arguments)
    assert (done.returncode, done.stderr) == (code, "")


@pytest.mark.parametrize(
    ("language", "env", "arguments", "first"),
    [
        ("fr", {"LANG": "C.UTF-8"}, [], "question"),
        ("en", {"LANG": "C.UTF-8"}, [], "info"),
        ("de", {"LANG": "C.UTF-8"}, [], "info"),
        ("fr", {"LANG": "en_GB.UTF-8"}, [], "info"),
        ("en", {"LANG": "fr_FR.UTF-8"}, [], "question"),
        ("en", {"LANG": "de_DE.UTF-8", "LC_ALL": "fr_CA.UTF-8"}, [], "question"),
        ("fr", {"LANG": "fr_FR.UTF-8"}, ["--language", "en"], "info"),
    ],
)
def test_messages_come_in_the_readers_language(run, event, language, env, arguments, first):
    """The option decides, then the system, then the event."""
    event.write_text(EVENT.format(language=language))
    done = run("validate", "event.toml", *arguments, env=env)
    assert done.stdout.partition("[")[0] == first


def test_a_faulty_file_is_told_in_french_where_nothing_says_otherwise(run, tmp_path):
    """A file that cannot even say its language is taken for an organiser's, in French."""
    (tmp_path / "e.toml").write_text("format = 1\n[event\n")
    done = run("validate", "e.toml", env={"LANG": "C.UTF-8"})
    assert done.stdout.splitlines()[0] == "erreur[SRC001]: un crochet n'est pas fermé"


def test_validate_speaks_json_and_one_line_forms(run, event):
    """Programs and editors have forms of their own."""
    event.write_text(event.read_text().replace('end = "10:00"', 'end = "9:00"'))
    (found,) = [
        d
        for d in json.loads(run("validate", "event.toml", "--format", "json").stdout)["diagnostics"]
        if d["severity"] == "error"
    ]
    assert (found["code"], found["span"]["line"]) == ("TIM001", 36)
    concise = run("validate", "event.toml", "--format", "concise").stdout.splitlines()
    assert "event.toml:36:7: error[TIM001] `debat` ends before it starts" in concise


def test_show_is_plain_when_piped_and_fits_the_page(run, niort):
    """Without a terminal there are no escapes, no frames, no trailing spaces, 80 columns."""
    text = run("show", niort).stdout
    assert "\x1b" not in text
    assert [line for line in text.splitlines() if len(line) > 80 or line != line.rstrip()] == []
    assert not set(text) & set("│╭╮╰╯─")
    assert "12\u00a0h\u00a030  Pause déjeuner – jusqu'à 13\u00a0h\u00a030" in text


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ([], ["Dîner", "Débat"]),
        (["--day", "jeudi"], ["Dîner"]),
        (["--day", "2022-03-25"], ["Débat"]),
        (["--theme", "climat"], ["Débat"]),
        (["--person", "p"], ["Débat"]),
        (["--person", "p", "--day", "jeudi"], []),
    ],
)
def test_show_keeps_what_is_asked_for(run, event, arguments, shown):
    """By day, by theme (a block's counts), by person, and by several at once."""
    text = run("show", "event.toml", *arguments).stdout
    assert [title for title in ("Dîner", "Débat") if title in text] == shown


def test_show_tells_an_unknown_id_and_which_is_meant(run, event):
    """A misspelt filter is an error of usage, not an empty programme."""
    done = run("show", "event.toml", "--day", "vendrdi")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: nothing in `days` is called `vendrdi`\n  = help: did you mean `vendredi`?\n"
    )


def test_show_follows_the_language_of_the_event(run, event):
    """A French event is shown in French whoever reads it."""
    assert "Jeudi 24\u00a0mars 2022" in run("show", "event.toml").stdout


def test_build_writes_beside_the_event_and_says_what(run, event, tmp_path):
    """Every output goes to `build` beside the file, and each is named."""
    done = run("build", "event.toml")
    assert (done.returncode, done.stdout) == (
        0,
        "written: build/p.md\nwritten: build/data/p.json\n",
    )
    assert (tmp_path / "build" / "p.md").read_text().startswith("# Assises\n")


def test_build_twice_gives_the_same_bytes(run, event, tmp_path):
    """Neither the clock nor chance is in what is published."""
    for name, seed in (("one", "1"), ("two", "2")):
        env = {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "2" else "UTC"}
        run("build", "event.toml", "-o", name, env=env)
    contents = [
        {p.relative_to(tmp_path / n): p.read_bytes() for p in (tmp_path / n).rglob("*.*")}
        for n in ("one", "two")
    ]
    assert contents[0] == contents[1]
    assert len(contents[0]) == 2


def test_build_check_tells_what_is_stale_and_writes_nothing(run, event, tmp_path):
    """Missing and changed files are stale; when all is well it says so."""
    done = run("build", "event.toml", "--check")
    assert (done.returncode, done.stdout) == (1, "stale: build/p.md\nstale: build/data/p.json\n")
    assert not (tmp_path / "build").exists()
    run("build", "event.toml")
    done = run("build", "event.toml", "--check")
    assert (done.returncode, done.stdout) == (0, "every output is up to date\n")
    (tmp_path / "build" / "p.md").write_text("changed")
    assert run("build", "event.toml", "--check").stdout == "stale: build/p.md\n"


def test_build_of_a_faulty_event_writes_nothing(run, event, tmp_path):
    """The report comes instead of files."""
    event.write_text(event.read_text().replace('end = "10:00"', 'end = "9:00"'))
    done = run("build", "event.toml")
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[TIM001]" in done.stderr
    assert not (tmp_path / "build").exists()


def test_export_goes_to_standard_output_a_file_or_a_folder(run, event, tmp_path):
    """`-` is standard output; a name is a file; a slash makes it a folder."""
    said = run("export", "event.toml", "text", "-o", "-").stdout
    run("export", "event.toml", "text", "-o", "a/b.txt")
    run("export", "event.toml", "text", "-o", "c/")
    assert said.startswith("ASSISES\n")
    assert (tmp_path / "a/b.txt").read_text() == said
    assert (tmp_path / "c/x.txt").read_text() == said


def test_import_gives_back_the_event_that_was_exported(run, event, tmp_path):
    """JSON out and in again is the same event; a file that exists is never replaced."""
    run("export", "event.toml", "json", "-o", "x.json")
    done = run("import", "x.json", "-o", "again.toml")
    assert done.returncode == 0
    assert pa.load(tmp_path / "again.toml").event == pa.load(event).event
    again = run("import", "x.json", "-o", "again.toml")
    assert (again.returncode, again.stderr) == (
        2,
        "error: again.toml: this file exists already; nothing was written\n",
    )


def test_import_says_what_was_read(run, event, tmp_path):
    """What was guessed and dropped comes first, then what was read; `--check` writes nothing."""
    run("export", "event.toml", "json", "-o", "x.json")
    done = run("import", "x.json", "--check", "-o", "again.toml")
    told = [
        "nothing was guessed or dropped",
        "read by `json`: 2 days, 2 sessions, 1 person, 1 theme",
    ]
    assert (done.returncode, done.stdout, done.stderr.splitlines()) == (0, "", told)
    assert not (tmp_path / "again.toml").exists()
    said = run("import", "x.json", "--language", "fr")
    assert said.stdout.startswith("format = 1\n")
    assert said.stderr.splitlines() == [
        "rien n'a été deviné ni laissé de côté",
        "lu par `json` : 2 jours, 2 séances, 1 personne, 1 thème",
    ]


def test_export_verifies_what_it_wrote(run, event, tmp_path):
    """What is lost as declared is listed with the reason; the file is written."""
    event.write_text(event.read_text() + '[registration]\ncodes = ["a"]\n')
    done = run("export", "event.toml", "json", "-o", "x.json", "--verify")
    assert (done.returncode, done.stderr.splitlines()) == (
        0,
        [
            "`registration.codes`: it is secret",
            "  registration.codes",
            "verified with importer `json`: lost or changed as declared 1, undeclared 0",
            "written: x.json",
        ],
    )
    assert (tmp_path / "x.json").exists()


FORGETFUL = """
import json, attrs
from partenariats.builtin.exporters.json import JsonExporter
from partenariats.builtin.importers.json import JsonImporter
from partenariats.plugin import hookimpl

class Out(JsonExporter):
    name = "forgetful"
    def export(self, programme):
        for artifact in super().export(programme):
            tables = json.loads(artifact.content)
            evening, session = tables["sessions"]
            evening["credits"] = session["credits"]
            session["title"] = "?"
            session.pop("end")
            yield attrs.evolve(artifact, content=json.dumps(tables).encode())

class In(JsonImporter):
    name = "forgetful"

@hookimpl
def partenariats_exporters():
    return [Out]

@hookimpl
def partenariats_importers():
    return [In]
"""


def test_export_refuses_what_loses_more_than_it_says(run, event, tmp_path):
    """Both values of each field are shown, the exit code is 1 and nothing is written."""
    (tmp_path / "forgetful.py").write_text(FORGETFUL)
    arguments = ("export", "event.toml", "forgetful", "--plugin", "forgetful.py", "--verify")
    done = run(*arguments, "-o", "x.json")
    assert (done.returncode, done.stdout, done.stderr.splitlines()) == (
        1,
        "",
        [
            "error: `forgetful` does not declare that it loses or changes this:",
            "  sessions.diner.credits: nothing → p speaker",
            "  sessions.debat.end: 2022-03-25 10:00+01:00 → nothing",
            "  sessions.debat.title: Débat → ?",
            "verified with importer `forgetful`: lost or changed as declared 0, undeclared 3",
        ],
    )
    assert not (tmp_path / "x.json").exists()


def test_export_says_what_nobody_can_verify(run, event, tmp_path):
    """A format without an importer ends with 2, and nothing is written."""
    done = run("export", "event.toml", "text", "-o", "x.txt", "--verify")
    said = "error: `text` cannot be verified: no importer of partenariats reads what it writes\n"
    assert (done.returncode, done.stderr) == (2, said)
    assert not (tmp_path / "x.txt").exists()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_new_makes_an_event_that_validates(run, tmp_path, language):
    """A new event has no error, no warning and no open question, and can be built at once."""
    assert run("new", "mine", "--language", language).returncode == 0
    report = pa.validate(pa.load(tmp_path / "mine" / "event.toml"))
    assert report.diagnostics == ()
    assert run("build", "mine/event.toml").returncode == 0
    again = run("new", "mine")
    assert (again.returncode, "exists already" in again.stderr) == (2, True)


def test_explain_shows_a_page_in_two_languages(run):
    """A rule's page comes by its code, in any case of letters."""
    english, french = run("explain", "tim001"), run("explain", "TIM001", "--language", "fr")
    assert english.stdout.startswith("TIM001 (ends-before-start), error\n\nSomething ends before")
    assert french.stdout.startswith("TIM001 (ends-before-start), erreur\n\nQuelque chose finit")
    named = run("explain", "no-break")
    assert named.stderr.splitlines() == [
        "error: there is no rule `no-break`",
        "  = help: did you mean `TIM018`?",
    ]
    unknown = run("explain", "TIM01")
    assert (unknown.returncode, unknown.stderr.splitlines()[0]) == (
        2,
        "error: there is no rule `TIM01`",
    )


def test_schema_is_json_schema(run):
    """What is printed is a schema that its own dialect takes."""
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(json.loads(run("schema").stdout))


def test_a_reader_that_goes_away_is_no_error_of_ours(run, niort, tmp_path):
    """`partenariats show | head` ends without a traceback."""
    import subprocess
    import sys

    command = f"{sys.executable} -m partenariats export {niort} json | head -c 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.stderr) == ("{", "")


def test_starting_up_loads_nothing_heavy(run):
    """`--version` and `--help` import neither pendulum nor cattrs nor a reader of files."""
    import subprocess
    import sys

    script = (
        "import sys\nfrom partenariats.cli.main import main\n"
        "sys.argv = ['partenariats', sys.argv[1]]\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'pendulum', 'cattrs', 'rtoml', 'tomlkit', 'tree_sitter', 'rich', 'pluggy'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    for flag in ("--version", "--help"):
        done = subprocess.run(
            [sys.executable, "-c", script, flag], capture_output=True, encoding="utf-8", check=False
        )
        assert done.stdout.splitlines()[-1] == "[]"
