"""Registration back-ends that are broken: told by name, never a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

PRELUDE = """
from partenariats.builtin.backends.memory import MemoryBackend

class Own(MemoryBackend):
    name = "own"
    summary = "in memory"
"""
OFFER = """
@hookimpl
def partenariats_registration_backends(): return [Own]
"""
MORE = '[registration]\nuse = "own"\n'

BROKEN = {
    "at import": ("raise RuntimeError('boom')", "PLG001", "RuntimeError: boom"),
    "of another version": (
        "from partenariats.interfaces.registration_backend import OfNextYear",
        "PLG001",
        "ImportError: cannot import name 'OfNextYear'",
    ),
    "when it is registered": (
        "@hookimpl\ndef partenariats_registration_backends(too, many): return []",
        "PLG001",
        "PluginValidationError",
    ),
    "in its hook": (
        "@hookimpl\ndef partenariats_registration_backends(): raise RuntimeError('boom')",
        "PLG007",
        "RuntimeError: boom",
    ),
    "half done": (
        PRELUDE.replace("(MemoryBackend)", "(RegistrationBackend[NoOptions])").replace(
            "partenariats.builtin.backends.memory import MemoryBackend",
            "partenariats.interfaces.registration_backend import RegistrationBackend",
        )
        + OFFER,
        "PLG006",
        "Own",
    ),
}


@pytest.fixture
def own(site):
    """Install a back-end with a method of its own."""

    def install(method=""):
        return site("partenariats-broken", PRELUDE + method + OFFER, version="0.7")

    return install


@pytest.mark.parametrize("how", BROKEN)
def test_a_back_end_that_cannot_be_had_is_told_twice(site, cli, how):
    """Once as a plugin that is broken, once as a back-end that is not there."""
    code, rule, reason = BROKEN[how]
    folder = site("partenariats-broken", code)
    done = cli(folder, "validate", "event.toml", "--format", "json", more=MORE)
    found = {one["code"]: one["message"] for one in json.loads(done.stdout)["diagnostics"]}
    assert (done.returncode, sorted(found)) == (0, sorted([rule, "REG003"]))
    assert "partenariats-broken" in found[rule]
    assert reason in found[rule]
    listed = cli(folder, "registration", "list", "event.toml", more=MORE)
    assert (listed.returncode, listed.stdout) == (2, "")
    assert "there is no registration back-end `own`" in listed.stderr
    assert "Traceback" not in listed.stderr


@pytest.mark.parametrize(
    ("method", "command", "reason"),
    [
        ("__init__(self, *_)", "list", "RuntimeError: boom"),
        ("prepare(self)", "init", "RuntimeError: boom"),
        ("commit(self, batch)", "init", "RuntimeError: boom"),
        ("quotas(self)", "status", "RuntimeError: boom"),
        ("roster(self)", "list", "RuntimeError: boom"),
        ("journal(self, after=0)", "log", "RuntimeError: boom"),
    ],
)
def test_a_back_end_that_breaks_down_in_its_work_is_named(own, cli, method, command, reason):
    """The command ends with a word on the plugin and its version."""
    folder = own(f"    def {method}: raise RuntimeError('boom')\n")
    done = cli(folder, "registration", command, "event.toml", more=MORE)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "error: registration back-end `own` of partenariats-broken 0.7 crashed: " + reason,
        "  = help: look with `partenariats registration list` at what was kept",
    ]


def test_a_stream_that_breaks_off_is_told(own, cli):
    """What comes of it is an iterator, which may raise later."""
    folder = own(
        "    def roster(self):\n        yield from ()\n        raise RuntimeError('boom')\n"
    )
    done = cli(folder, "registration", "list", "event.toml", more=MORE)
    assert (done.returncode, "partenariats-broken 0.7 crashed" in done.stderr) == (2, True)


def test_an_outcome_of_another_kind_is_told(own, cli):
    """Nobody can tell whether the batch was made."""
    folder = own("    def commit(self, batch): return True\n")
    done = cli(folder, "registration", "init", "event.toml", more=MORE)
    assert done.returncode == 2
    assert "crashed: TypeError: not an Outcome: bool" in done.stderr


def test_a_back_end_that_hangs_can_be_stopped(own, tmp_path):
    """Whoever interrupts the command gets the terminal back, without a traceback."""
    folder = own(
        "    def roster(self):\n"
        "        import threading\n"
        "        print('hangs', flush=True)\n"
        "        threading.Event().wait()\n"
    )
    event = tmp_path / "event.toml"
    event.write_text(
        f'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "Europe/Paris"\n{MORE}'
    )
    command = [sys.executable, "-m", "partenariats", "registration", "list", str(event)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(folder)},
        # tests that run in the background are deaf to an interrupt, and so would this be
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  # no threads
    ) as process:
        assert process.stdout.readline() == "hangs\n"
        process.send_signal(signal.SIGINT)
        try:
            _, error = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, "Traceback" in error) == (130, False)


def test_an_event_that_needs_none_is_not_bothered(site, cli):
    """What is wrong with the offers of back-ends is told where one is wanted."""
    folder = site("partenariats-broken", BROKEN["in its hook"][0])
    done = cli(folder, "validate", "event.toml", "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    listed = cli(folder, "plugins")
    assert "warning[PLG007]" in listed.stderr


def test_back_ends_are_listed(own, cli):
    """`plugins` and its doctor know them."""
    folder = own()
    line = "  registration back-ends: own – in memory"
    assert line in cli(folder, "plugins").stdout.splitlines()
    done = cli(folder, "plugins", "doctor", "own")
    assert (done.returncode, line in done.stdout.splitlines()) == (0, True)
