"""What every test may ask for."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from hypothesis import Phase, settings

import partenariats as pa
from partenariats import testing
from partenariats.diagnostics.diagnostic import Diagnostic
from partenariats.language.message import Message

ROOT = Path(__file__).resolve().parent
REQUIRE_ALL = os.environ.get("PARTENARIATS_REQUIRE_ALL") == "1"

# mutmut wants to know that a test fails, not of the smallest example on which it does
PHASES = [p for p in Phase if p is not Phase.shrink or "PARTENARIATS_MUTATIONS" not in os.environ]
settings.register_profile("steady", derandomize=True, deadline=None, database=None, phases=PHASES)
settings.load_profile("steady")

EventFile = Callable[[str], pa.Document]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Turn a skipped test into a failure where everything a test needs is required."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped although PARTENARIATS_REQUIRE_ALL is set: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    """Turn a skipped module into a failure where everything a test needs is required."""
    report = yield
    if REQUIRE_ALL and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped although PARTENARIATS_REQUIRE_ALL is set: {report.longrepr}"
    return report


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what `.ci/run` said is not to be had there: the corpus, networks of one's own."""
    absent = {name for name in ("corpus", "namespaces") if _is_absent(name)}
    without = [item for item in items if absent.intersection(getattr(item, "fixturenames", ()))]
    if without:
        config.hook.pytest_deselected(items=without)
        items[:] = [item for item in items if item not in without]


def _is_absent(name: str) -> bool:
    return os.environ.get(f"PARTENARIATS_{name.upper()}") == "none"


def pytest_runtest_setup() -> None:
    """Let mutmut see all that a test uses, although a test before it has made some of it."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        modules = [
            module for name, module in sys.modules.items() if name.startswith("partenariats")
        ]
        for kept in [value for module in modules for value in vars(module).values()]:
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()


@pytest.fixture
def event_file() -> EventFile:
    """Read a fragment of an event file; what every event needs is added."""
    return lambda fragment: testing.event_file(fragment).document


@pytest.fixture(scope="session")
def untranslated() -> Callable[[Iterable[Diagnostic | Message]], list[str]]:
    """List the sentences in diagnostics and messages that have no French."""
    folder = files("partenariats.language") / "locales" / "fr" / "LC_MESSAGES"
    with (folder / "partenariats.mo").open("rb") as stream:
        french = {message.id for message in read_mo(stream)}

    def templates(said: Diagnostic | Message | None) -> Iterator[str]:
        if isinstance(said, Diagnostic):
            for message in (said.headline, said.help, *(other.label for other in said.related)):
                yield from templates(message)
        elif said is not None:
            yield said.template
            for _, name in said.names:
                yield from templates(name if isinstance(name, Message) else None)

    def without_french(found: Iterable[Diagnostic | Message]) -> list[str]:
        return sorted({template for one in found for template in templates(one)} - french)

    return without_french


@pytest.fixture(scope="session")
def niort() -> Path:
    """Give the reference example's event file."""
    return ROOT / "examples" / "assises_2022" / "event.toml"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Give the folder of real files that others published."""
    folder = Path(os.environ.get("PARTENARIATS_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not folder.is_dir():
        pytest.skip("no corpus: set PARTENARIATS_CORPUS to its folder")
    return folder


@pytest.fixture(scope="session")
def peers() -> Path:
    """Give the folder of Node packages that read our files, as `.ci/run` installs it."""
    folder = Path(os.environ.get("PARTENARIATS_PEERS", ROOT / ".peers")) / "node"
    if not folder.is_dir():
        pytest.skip("no peers: `.ci/run` shows how to install them, PARTENARIATS_PEERS where")
    return folder


@pytest.fixture(scope="session")
def wheels(tmp_path_factory) -> tuple[Path, Path]:
    """Build the wheels of the core and its plugins; give their folder, and their requirements'."""
    required = Path(sys.prefix) / "wheels"
    if not required.is_dir():
        pytest.skip("no wheels of the requirements: run the tests by `python3 make.py test`")
    made = tmp_path_factory.mktemp("wheels")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(made)]
    for project in (ROOT, *sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))):
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    return made, required


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the real command line in a folder of its own, as a reader of English."""

    def run_command(*arguments: str | Path, env: dict[str, str] | None = None, **more):
        kept = {key: value for key, value in os.environ.items() if not key.startswith("LC_")}
        environment = {**kept, "LANG": "en_GB.UTF-8", **(env or {})}
        command = [sys.executable, "-m", "partenariats", *map(str, arguments)]
        return subprocess.run(
            command,
            cwd=more.pop("cwd", tmp_path),
            env=environment,
            capture_output=True,
            encoding=more.pop("encoding", "utf-8"),
            timeout=60,
            check=False,
            **more,
        )

    return run_command
