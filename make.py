"""Set the project up and run what a developer runs: `python3 make.py demo|test|docs|proof|…`.

Needs Python 3.11 or later and nothing else; everything goes into `.venv` beside this file.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
WHEELS = VENV / "wheels"
SITE = ("sphinx-build", "-E", "-W", "-n", "--keep-going", "-q", "docs", "build/docs")
EXAMPLE = Path("examples") / "assises_2022" / "event.toml"
KEPT = {"run": "run", "test": "author", "proof": "author"}
"""For each set-up the requirements whose wheels are kept, for environments without network."""
CHECKS = (
    ("lint", ("ruff", "check", ".")),
    ("format", ("ruff", "format", "--check", ".")),
    ("types (mypy)", ("mypy",)),
    ("types (basedpyright)", ("basedpyright",)),
    ("layers", ("lint-imports",)),
    ("tests", ("pytest", "-n", "2", "-q")),
    ("documentation", SITE),
)
PROOFS = (
    ("branch coverage of the core", ("tests/proof/branches.py",)),
    ("mutations", ("tests/proof/mutations.py",)),
    ("fuzzing", ("tests/proof/fuzzing.py",)),
    ("registrations", ("tests/proof/registrations.py",)),
    ("tickets", ("tests/proof/tickets.py",)),
    ("versions", ("tests/proof/versions.py",)),
)
LEVELS = ("run", "test", "proof")
"""What can be set up; each has all that is in those before it."""


def projects() -> list[Path]:
    """List the folders that hold a distribution: the core, then each plugin."""
    return [ROOT, *sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))]


def foundation() -> str:
    """Return what `.venv` stands on: it cannot follow another Python or another folder."""
    return hashlib.sha256(f"{sys.version}\0{ROOT}".encode()).hexdigest()[:16]


def digest(name: str) -> str:
    """Return what a set-up depends on, so that it is made again when that changes."""
    named = {name, KEPT[name]}
    files = [*(ROOT / "requirements" / f"{part}.txt" for part in sorted(named)), Path(__file__)]
    files += [project / "pyproject.toml" for project in projects()]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def stamp(name: str) -> Path:
    """Return the file that says which set-up was finished."""
    return VENV / f"{name}-{foundation()}.stamp"


def is_ready(name: str) -> bool:
    """Tell whether a set-up was finished for the files as they are now; a larger one serves."""
    return PYTHON.exists() and any(
        stamp(known).exists() and stamp(known).read_text() == digest(known)
        for known in LEVELS[LEVELS.index(name) :]
    )


def pip(*arguments: str) -> None:
    """Run pip inside `.venv`, or end with its words."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{done.stdout}{done.stderr}\nset-up failed in: pip {' '.join(arguments)}")


def lay_foundation() -> None:
    """Keep a `.venv` that was finished, or make it anew; either way it is unfinished from here."""
    finished = [stamp(name) for name in LEVELS if stamp(name).exists()]
    if not finished or not PYTHON.exists():
        if VENV.exists():
            shutil.rmtree(VENV)
        venv.create(VENV, with_pip=True)
    for each in finished:
        each.unlink(missing_ok=True)


def set_up(name: str) -> None:
    """Make `.venv` with the pinned and hashed requirements, the core and every plugin."""
    if is_ready(name):
        return
    started = time.monotonic()
    print(f"setting up .venv ({name}) …", flush=True)
    lay_foundation()
    requirements = ROOT / "requirements"
    run, kept = str(requirements / "run.txt"), str(requirements / f"{KEPT[name]}.txt")
    pip("download", "--quiet", "--no-deps", "--require-hashes", "-r", kept, "-d", str(WHEELS))
    local = ("--no-index", "--find-links", str(WHEELS))
    pip("install", "--quiet", "--no-deps", "--require-hashes", "-r", run, *local)
    if name != "run":
        wanted = str(requirements / f"{name}.txt")
        pip("install", "--quiet", "--no-deps", "--require-hashes", "-r", wanted)
    editable = [part for project in projects() for part in ("--editable", str(project))]
    pip("install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", *editable)
    stamp(name).write_text(digest(name))
    print(f"ready after {time.monotonic() - started:.0f} s\n", flush=True)


def partenariats(*arguments: str) -> int:
    """Run the command line of the project from its root."""
    command = [str(PYTHON), "-m", "partenariats", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def setup() -> int:
    """Set up all that the other verbs need."""
    set_up("test")
    print(f"{VENV.name} is ready")
    return 0


def demo() -> int:
    """Check, show and publish the reference example."""
    set_up("run")
    folder = Path("build") / "assises_2022"
    steps = (
        ("validate", str(EXAMPLE), "--format", "concise"),
        ("show", str(EXAMPLE)),
        ("build", str(EXAMPLE), "-o", str(folder)),
    )
    for step in steps:
        print(f"$ partenariats {' '.join(step)}", flush=True)
        if code := partenariats(*step):
            return code
        print(flush=True)
    print(f"The programme is in {folder}{os.sep}")
    return 0


def run_all(commands: Iterable[tuple[str, tuple[str, ...]]]) -> int:
    """Run commands one after another; say at the end which failed."""
    os.environ["PATH"] = os.pathsep.join((str(BIN), os.environ.get("PATH", "")))
    failed = []
    for title, command in commands:
        print(f"--- {title}", flush=True)
        started = time.monotonic()
        program = shutil.which(command[0], path=str(BIN)) or command[0]
        done = subprocess.run([program, *command[1:]], cwd=ROOT, check=False)
        print(f"    {time.monotonic() - started:.0f} s", flush=True)
        if done.returncode != 0:
            failed.append(title)
    print(f"\nfailed: {', '.join(failed)}" if failed else "\nevery check passed")
    return 1 if failed else 0


def docs() -> int:
    """Write the pages that are made from the code, then the website; every warning is an error."""
    set_up("test")
    written = subprocess.run([str(PYTHON), "-m", "generate"], cwd=ROOT / "docs", check=False)
    if written.returncode != 0:
        return written.returncode
    program, *arguments = SITE
    done = subprocess.run([str(BIN / program), *arguments], cwd=ROOT, check=False)
    if done.returncode == 0:
        print(f"The website is in {SITE[-1]}")
    return done.returncode


def test() -> int:
    """Run every check."""
    set_up("test")
    return run_all(CHECKS)


def proof() -> int:
    """Prove what takes longer than a check may: how strong the tests are, and where it runs."""
    set_up("proof")
    return run_all((title, (str(PYTHON), *script)) for title, script in PROOFS)


def bench() -> int:
    """Measure what the library costs, as ratios to a floor measured in the same run."""
    set_up("test")
    script = ROOT / "benchmarks" / "run.py"
    return subprocess.run([str(PYTHON), str(script)], cwd=ROOT, check=False).returncode


VERBS = {
    "setup": setup,
    "demo": demo,
    "test": test,
    "docs": docs,
    "proof": proof,
    "bench": bench,
}


def main() -> int:
    """Run the verb that was asked for."""
    if sys.version_info < (3, 11):  # noqa: UP036  # an older one may well be asked to run this
        sys.exit("partenariats needs Python 3.11 or later")
    verb = " ".join(sys.argv[1:])
    if verb not in VERBS:
        unknown = f" (there is no `{verb}`)" if verb else ""
        print(f"usage: python3 make.py {'|'.join(VERBS)}{unknown}", file=sys.stderr)
        return 2
    return VERBS[verb]()


if __name__ == "__main__":
    sys.exit(main())
