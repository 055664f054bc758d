"""Machines of their own: network namespaces that are joined to this one by a cable each."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager


def why_not() -> str | None:
    """Say why no network namespaces can be made here, if so."""
    if shutil.which("ip") is None:
        return "the program `ip` is missing"
    if os.geteuid() != 0:
        return "only root may make network namespaces"
    done = subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False)
    return None if done.returncode == 0 else "no right to make network namespaces"


@contextmanager
def machines(count: int) -> Generator[list[tuple[str, tuple[str, ...]]]]:
    """Make machines; give the address of this one for each, and how a command there begins."""
    names = [f"pt{os.getpid() % 100_000}-{number}" for number in range(count)]
    try:
        for number, name in enumerate(names):
            _join(name, number)
        yield [(_address(n, 1), ("ip", "netns", "exec", name)) for n, name in enumerate(names)]
    finally:
        for name in names:
            # its end of the cable goes with it, and then the other one
            subprocess.run(["ip", "netns", "del", name], capture_output=True, check=False)


def _join(name: str, number: int) -> None:
    here, there = f"{name}h", f"{name}t"
    _ip("netns", "add", name)
    _ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", name)
    _ip("addr", "add", f"{_address(number, 1)}/30", "dev", here)
    _ip("link", "set", here, "up")
    _ip("-n", name, "addr", "add", f"{_address(number, 2)}/30", "dev", there)
    _ip("-n", name, "link", "set", there, "up")


def _address(number: int, end: int) -> str:
    return f"10.213.{number}.{end}"


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, timeout=20)
