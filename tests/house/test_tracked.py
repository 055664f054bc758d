"""What is in git belongs to everyone: no registry's address, no path of a machine, no lock file."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# brackets keep this file from matching itself
LEAKS = re.compile(
    rb"pypi[.]org/simple|files[.]pythonhosted[.]org|registry[.]npmjs[.]org|deb[.]debian[.]org"
    rb"|/wor[k]/(main|steering|shared|[.]library)|/roo[t]/[.]|/hom[e]/[a-z]|/User[s]/[a-z]"
    rb"|/opt/pyp[i]|[A-Z]:\\User[s]\\"
)
GENERATED = re.compile(
    r"(^|/)(uv[.]lock|pylock.*[.]toml|poetry[.]lock|package-lock[.]json|yarn[.]lock)$"
    r"|[.](pyc|whl)$|(^|/)(build|dist|node_modules|[.]venv|[.]peers)/"
)


def tracked():
    """Give the names of the files in git, or about to be."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return sorted(name for name in set(names.split("\0")) if name and (ROOT / name).is_file())


def test_no_address_and_no_path_of_a_machine():
    """No file names a package registry's host or a folder of the machine it was written on."""
    leaks = {name: LEAKS.findall((ROOT / name).read_bytes()) for name in tracked()}
    assert {name: found for name, found in leaks.items() if found} == {}


def test_nothing_generated():
    """No lock file of a package manager, no wheel and no output of a build is in git."""
    assert [name for name in tracked() if GENERATED.search(name)] == []


@pytest.mark.parametrize(
    "leak",
    [
        b"https://pypi" + b".org/simple/",
        b"/wor" + b"k/main/x.py",
        b"/roo" + b"t/.cache",
        b"/hom" + b"e/anne",
    ],
)
def test_a_leak_is_seen(leak):
    """An address or a path of the kinds we look for is found."""
    assert LEAKS.search(b'file = "' + leak + b'"')
