"""Run the tests on the built wheels: with each Python, with the lowest versions, with pluggy 1.6.

All tests but those of the house and of the pages, which are about the tree, and
two files that take longer than all others together: they try what the core offers and planted
faults with the kit for plugin authors, which other tests use as well. Names of proofs may be given:
`python tests/proof/versions.py lowest`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
REQUIREMENTS = ROOT / "requirements"
TESTS = (
    *("pytest", "-q", "-n", "2", "-p", "no:cacheprovider", "tests", "plugins"),
    *("--ignore=tests/house", "--ignore=tests/docs"),
    *("--ignore=tests/testing/test_own_offers.py", "--ignore=tests/testing/test_planted_faults.py"),
)
WHERE = (
    "import partenariats, partenariats_ical, partenariats_programme_text,"
    " partenariats_schedule, partenariats_sql;"
    " print(partenariats.__file__)"
)
PROOFS = {
    "python 3.11": ("3.11", ("test",)),
    "python 3.12": ("3.12", ("test",)),
    "python 3.13": ("3.13", ("test",)),
    "lowest": ("3.11", ("lowest",)),
    "pluggy 1.6": ("3.11", ("test", "lowest:pluggy")),
}
"""For each proof the Python, and what is installed: a file of pins, or one pin of it."""


def main(wanted: list[str]) -> int:
    """Run the proofs that are wanted, all where none is named; say how each went."""
    os.nice(10)
    outcomes = {}
    with tempfile.TemporaryDirectory() as folder:
        wheels = build(Path(folder))
        for name, (version, pins) in PROOFS.items():
            if wanted and name not in wanted:
                continue
            python = find_python(version)
            print(f"\n- {name}", flush=True)
            if python is None:
                outcomes[name] = f"no Python {version} on this machine"
                continue
            room = Path(folder) / name.replace(" ", "-")
            outcomes[name] = prove(python, pins, wheels, room)
            shutil.rmtree(room)
    for name, outcome in outcomes.items():
        print(f"{name}: {outcome}")
    strict = os.environ.get("PARTENARIATS_REQUIRE_ALL") == "1"
    fine = "passed" if strict else ("passed", "no Python")
    return 0 if all(outcome.startswith(fine) for outcome in outcomes.values()) else 1


def find_python(version: str) -> str | None:
    """Return a program that is the wanted Python; those of pyenv are found without its shims."""
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    installed = sorted(versions.glob(f"{version}.*/bin/python"))
    for program in (shutil.which(f"python{version}"), *map(str, installed)):
        if program is None:
            continue
        done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
        if done.returncode == 0 and done.stdout.startswith(f"Python {version}."):
            return program
    return None


def build(folder: Path) -> list[str]:
    """Build the wheels of the core and of every plugin."""
    hatch = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    for project in (ROOT, *(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))):
        run(*hatch, cwd=project)
    return sorted(map(str, folder.glob("*.whl")))


def prove(python: str, pins: tuple[str, ...], wheels: list[str], room: Path) -> str:
    """Make an environment, install pins and wheels, run the tests there, and say how it went."""
    run(python, "-m", "venv", str(room))
    program = str(room / ("Scripts" if os.name == "nt" else "bin") / "python")
    pip = [program, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    for number, name in enumerate(pins):
        file = room / f"{number}.txt"
        file.write_text("\n".join(entries(name)), encoding="utf-8")
        run(*pip, "--require-hashes", "-r", str(file))
    run(*pip, "--no-index", *wheels)
    run(program, "-m", "pip", "check")
    if not Path(run(program, "-c", WHERE, cwd=room).strip()).is_relative_to(room):
        return "failed: the tests would not run on the wheels"
    done = subprocess.run(
        [program, "-m", *TESTS], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        print(done.stdout[-8000:], done.stderr[-2000:], flush=True)
    summary = (done.stdout.strip().splitlines() or ["nothing was said"])[-1]
    return f"{'failed' if done.returncode else 'passed'}: {summary.strip('= ')}"


def run(*command: str, cwd: Path = ROOT) -> str:
    """Run a program and return what it said, or end with its words."""
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode != 0:
        sys.exit(f"{done.stdout}{done.stderr}\nfailed: {' '.join(command)}")
    return done.stdout


def entries(name: str) -> Iterator[str]:
    """Give the pins of a file of requirements, or the one that is named after a colon."""
    file, _, wanted = name.partition(":")
    text = (REQUIREMENTS / f"{file}.txt").read_text(encoding="utf-8")
    for entry in re.findall(r"^\S.*(?:\n +.*)*", text, re.MULTILINE):
        if not wanted or entry.startswith(f"{wanted}=="):
            yield entry


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
