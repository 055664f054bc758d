"""What `validate` can be asked for besides a report."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

EVENT = """\
format = 1

[event]
id = "e"
title = "Été"
language = "en"
timezone = "Europe/Paris"

[[days]]
id = "vendredi"
date = 2022-03-25

[[sessions]]
id = "a"
day = "vendrdi"   # une faute
title = "A"
start = "9:00"
"""
MENDED = EVENT.replace("vendrdi", "vendredi")


@pytest.fixture
def event(tmp_path):
    """Write an event with one fault that a guess mends."""
    file = tmp_path / "event.toml"
    file.write_text(EVENT, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("arguments", "code", "codes"),
    [
        ([], 1, ["REF001"]),
        (["--select", "PLC"], 1, ["REF001"]),
        (["--ignore", "TIM,PLC"], 1, ["REF001"]),
    ],
)
def test_the_grave_is_told_whatever_is_chosen(run, event, arguments, code, codes):
    """What keeps a programme from being made cannot be left out."""
    done = run("validate", "event.toml", "--format", "json", *arguments)
    assert done.returncode == code
    assert [found["code"] for found in json.loads(done.stdout)["diagnostics"]] == codes


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["--select", "tim009"], ["TIM009"]),
        (["--select", "TIM", "--select", "PLC"], ["PLC001", "TIM009"]),
        (["--select", "TIM,PLC", "--ignore", "PLC001"], ["TIM009"]),
        (["--ignore", "TIM", "--ignore", "PLC"], []),
    ],
)
def test_rules_are_chosen_by_codes_and_their_beginnings(run, event, arguments, codes):
    """Codes are given once or several times, in any case, joined by commas."""
    event.write_text(MENDED, encoding="utf-8")
    done = run("validate", "event.toml", "--format", "json", *arguments)
    assert done.returncode == 0
    assert sorted(found["code"] for found in json.loads(done.stdout)["diagnostics"]) == codes


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--select", "TIM099"], "error: there is no rule `TIM099`\n  = help: did you mean `TIM0"),
        (
            ["--ignore", "no-break"],
            "error: there is no rule `NO-BREAK`\n  = help: did you mean `TIM018`",
        ),
        (["--select", ","], "',' is no list of codes"),
        (["--diff", "--format", "json"], "`--diff` has a form of its own"),
        (["--statistics", "--format", "json"], "`--statistics` has a form of its own"),
        (["--watch", "--fix"], "`--watch` changes nothing"),
        (["--format", "yaml"], "'yaml' is not one of"),
    ],
)
def test_what_cannot_be_asked_is_refused(run, event, arguments, said):
    """A slip of the pen in what is asked is told, with 2, and nothing is checked."""
    done = run("validate", "event.toml", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_statistics_count_instead_of_telling(run, event):
    """A line for each rule, then the line that sums up; the exit code is as ever."""
    done = run("validate", "event.toml", "--statistics")
    assert done.returncode == 1
    assert done.stdout == (
        "1  REF001  error  unknown-id\n\nevent.toml: 1 error, no warnings, no open questions\n"
    )


def test_a_report_says_what_could_be_mended(run, event):
    """Whoever reads the text hears of the option that mends it; a log does not."""
    done = run("validate", "event.toml")
    assert done.stdout.splitlines()[-1] == (
        "`--unsafe-fixes` mends 1 by a guess; look first with `--diff`"
    )
    assert "--unsafe-fixes" not in run("validate", "event.toml", "--format", "concise").stdout


def test_a_guess_is_made_only_when_asked_for(run, event):
    """`--fix` alone changes nothing that somebody should look at."""
    done = run("validate", "event.toml", "--fix", "--format", "concise")
    assert (done.returncode, done.stderr) == (1, "")
    assert event.read_text(encoding="utf-8") == EVENT


def test_a_diff_writes_nothing(run, event):
    """`--diff` shows the change as `diff -u` does and ends with 1; without a change, with 0."""
    done = run("validate", "event.toml", "--unsafe-fixes", "--diff")
    assert done.returncode == 1
    assert done.stdout.splitlines()[:2] == ["--- event.toml", "+++ event.toml"]
    changed = [line for line in done.stdout.splitlines()[2:] if line[0] in "+-"]
    assert changed == ['-day = "vendrdi"   # une faute', '+day = "vendredi"   # une faute']
    assert event.read_text(encoding="utf-8") == EVENT
    safe = run("validate", "event.toml", "--diff")
    assert (safe.returncode, safe.stdout) == (1, ""), "the event is at fault all the same"


def test_what_is_mended_is_written_and_told(run, event):
    """The file gets the one change, and what is left is reported; again, nothing is changed."""
    event.chmod(0o600)
    done = run("validate", "event.toml", "--unsafe-fixes", "--select", "REF")
    assert done.returncode == 0
    assert done.stderr == "changed: event.toml\n"
    assert done.stdout == "event.toml: no errors, no warnings, no open questions\n"
    assert event.read_text(encoding="utf-8") == MENDED
    assert stat.S_IMODE(event.stat().st_mode) == 0o600
    again = run("validate", "event.toml", "--unsafe-fixes")
    assert again.stderr == ""
    assert event.read_text(encoding="utf-8") == MENDED


def test_a_link_stays_a_link(run, event, tmp_path):
    """The file behind a link is changed, not the link."""
    link = tmp_path / "link.toml"
    link.symlink_to(event)
    done = run("validate", "link.toml", "--unsafe-fixes")
    assert done.stderr == "changed: link.toml\n"
    assert link.is_symlink()
    assert event.read_text(encoding="utf-8") == MENDED


def test_a_rule_that_is_left_out_mends_nothing(run, event):
    """Fixes are those of the rules that were asked for."""
    unused = '\n[[checks.ignore]]\ncode = "TIM001"\nat = "sessions.a"\nreason = "r"\n'
    event.write_text(MENDED + unused, encoding="utf-8")
    done = run("validate", "event.toml", "--unsafe-fixes", "--select", "REF")
    assert done.returncode == 0
    assert event.read_text(encoding="utf-8") == MENDED + unused
    run("validate", "event.toml", "--unsafe-fixes")
    assert event.read_text(encoding="utf-8") == MENDED + "\n"


@pytest.fixture
def put(tmp_path_factory):
    """Write a file so that nobody sees half of it, and nothing else changes beside it."""
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "file"

    def write(file, text):
        elsewhere.write_text(text, encoding="utf-8")
        elsewhere.replace(file)

    return write


def read_until(stream, end):
    """Read lines up to the one that ends a report of a watched file."""
    lines = []
    for line in stream:
        lines.append(line)
        if line.startswith(end):
            break
    return lines


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
def test_a_watched_file_is_checked_after_each_change(event, tmp_path, put):
    """A change of the file, or a file that comes, is told; Ctrl+C ends it with 0."""
    event.write_text('include = ["more/*.toml"]\n' + MENDED, encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.toml").write_text("")
    command = [sys.executable, "-m", "partenariats", "validate", "event.toml", "--watch"]
    with subprocess.Popen(
        [*command, "--format", "concise", "--select", "REF"],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "en_GB.UTF-8"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        # a suite that was started in the background was told to ignore Ctrl+C
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # no threads here
    ) as process:
        end = "watching event.toml"
        assert len(read_until(process.stdout, end)) == 1
        put(event, 'include = ["more/*.toml"]\n' + EVENT)
        first = read_until(process.stdout, end)
        session = '[[sessions]]\nid = "b"\nday = "jeudi"\ntitle = "B"\nstart = "9:00"\n'
        put(tmp_path / "more" / "b.toml", session)
        second = read_until(process.stdout, end)
        event.unlink()
        assert read_until(process.stdout, end) == ["watching event.toml; Ctrl+C ends it\n"]
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
    assert len(first) == 2
    assert "REF001" in first[0]
    assert "vendrdi" in first[0]
    assert [line.partition(":")[0] for line in second[:-1]] == [
        "event.toml", str(Path("more") / "b.toml"),
    ]  # fmt: skip


UNTIDY = """\
format = 1

[event]
id = "e"
title = "La 1ère édition: «oui»!"   # le titre
timezone = "Europe/Paris"
motto = \"\"\"
Voir "loin"   et \\
   agir
Pourquoi?\"\"\"

# samedi
[[days]]
id = "samedi"
date = 2022-03-26   # fin

# le vendredi
[[days]]
id = "vendredi"
date = 2022-03-25

[[sessions]]
id = "a"
title = { fr = 'Quoi?', en = 'What?' }
day = "samedi"
start = "9:00"
points = ["Une  question", { text = "Deux «points»" }]
"""
TIDY = """\
format = 1

[event]
id = "e"
title = "La 1re édition : « oui » !"   # le titre
timezone = "Europe/Paris"
motto = \"\"\"
Voir « loin » et \\
   agir
Pourquoi ?\"\"\"

# le vendredi
[[days]]
id = "vendredi"
date = 2022-03-25

# samedi
[[days]]
id = "samedi"
date = 2022-03-26   # fin

[[sessions]]
id = "a"
title = { fr = 'Quoi ?', en = 'What?' }
day = "samedi"
start = "9:00"
points = ["Une question", { text = "Deux « points »" }]
"""


def test_what_is_safe_is_mended_at_once(run, event):
    """Spaces, typography and order are mended where they are written; nothing is left to mend."""
    event.write_text(UNTIDY, encoding="utf-8")
    assert run("validate", "event.toml", "--fix").stderr == "changed: event.toml\n"
    assert event.read_text(encoding="utf-8") == TIDY
    again = run("validate", "event.toml", "--fix", "--select", "TXT,TIM023")
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout == "event.toml: no errors, no warnings, no open questions\n"
