"""The hooks for pre-commit and the action for GitHub, each run as its tool runs it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INPUT = re.compile(r"\$\{\{ inputs\.(\w+) \}\}")
EVENT = """\
format = 1

[event]
id = "e"
title = "Été"
timezone = "Europe/Paris"
language = {language}
"""
GOOD, BAD = EVENT.format(language='"en"'), EVENT.format(language="1")


def offline(wheels, **more):
    """Give an environment in which pip finds what it needs without a network."""
    kept = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME"}}
    # the wheels are found, and only they
    return {
        **kept,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels[1]),
        "LANG": "en_GB.UTF-8",
        **more,
    }


def run(command, folder, environment):
    """Run a command and give its code and all that it says."""
    done = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return done.returncode, done.stdout


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    """Make a repository with a good event and a bad one."""
    folder = tmp_path_factory.mktemp("event")
    (folder / "2022").mkdir()
    (folder / "event.toml").write_text(GOOD, encoding="utf-8")
    (folder / "2022" / "event.toml").write_text(BAD, encoding="utf-8")
    (folder / "people.toml").write_text("not an event")
    for command in (["init", "-q"], ["add", "."]):
        assert run(["git", *command], folder, dict(os.environ)) == (0, "")
    return folder


def test_pre_commit_checks_every_event(repository, wheels, tmp_path):
    """The hook is installed from this project, and runs over the files called `event.toml`."""
    environment = offline(wheels, PRE_COMMIT_HOME=str(tmp_path))
    tool = [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT)]
    code, said = run([*tool, "partenariats-validate", "--all-files"], repository, environment)
    assert code == 1, said
    assert re.findall(r"^\S*event\.toml:\d+:\d+: .*", said, re.MULTILINE) == [
        "2022/event.toml:7:12: error[SRC008] expected a text, found a whole number"
    ], said
    code, said = run([*tool, "partenariats-fmt", "--all-files"], repository, environment)
    assert code == 0, said
    assert "partenariats fmt" in said


@pytest.fixture(scope="module")
def machine(wheels, tmp_path_factory):
    """Give the environment of a machine on which GitHub runs an action of this project."""
    folder = tmp_path_factory.mktemp("machine")
    venv.create(folder, with_pip=True)
    path = os.pathsep.join((str(folder / "bin"), os.environ["PATH"]))
    return offline(wheels, PATH=path, GITHUB_ACTION_PATH=str(ROOT))


def run_action(machine, folder, **given):
    """Run the steps of the action as GitHub does; give the code and words of the last."""
    inputs = {name: entry["default"] for name, entry in ACTION["inputs"].items()} | given
    code, said = 0, ""
    for step in ACTION["runs"]["steps"]:
        if "run" not in step:
            assert step["uses"].startswith("actions/setup-python@")
            continue
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "an input in a script is run as a part of it"
        added = {
            key: INPUT.sub(lambda found: inputs[found[1]], value)
            for key, value in step["env"].items()
        }
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]
        code, said = run(command, folder, {**machine, **added})
        if code:
            break
    return code, said


def test_the_action_says_what_is_wrong_beside_the_line(machine, repository):
    """GitHub gets a command for each finding, and the step fails where an event has errors."""
    code, said = run_action(machine, repository, files="event.toml 2022/event.toml")
    assert code == 1, said
    errors = [line for line in said.splitlines() if line.startswith("::error ")]
    place = "file=2022/event.toml,line=7,endLine=7,col=12,endColumn=13"
    (error,) = errors
    assert error.startswith(f"::error {place},title=SRC008 wrong-type::expected a text, found")


def test_the_action_is_content_with_a_good_event(machine, repository):
    """By default `event.toml` is checked; options choose the rules."""
    code, said = run_action(machine, repository, options="--strict --select SRC")
    assert (code, said) == (0, "")


def test_the_action_is_one_that_github_takes():
    """The published schema of actions accepts it."""
    command = [sys.executable, "-m", "check_jsonschema"]
    command += ["--builtin-schema", "vendor.github-actions", "action.yml"]
    assert run(command, ROOT, dict(os.environ))[0] == 0
