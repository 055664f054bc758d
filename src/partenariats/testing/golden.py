"""Compare what was made with a file that a person has looked at."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

UPDATE: Final = "PARTENARIATS_UPDATE_GOLDEN"


def assert_golden(content: bytes, file: Path) -> None:
    """Fail unless a content is that of a file.

    With `PARTENARIATS_UPDATE_GOLDEN=1` in the environment the file is written instead: look at
    what changed before you commit it.
    """
    if os.environ.get(UPDATE) == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return
    if not file.exists():
        message = f"{file} is missing: run the test once with {UPDATE}=1 and look at it"
        raise AssertionError(message)
    wanted = file.read_bytes()
    if content == wanted:
        return
    made, expected = content.split(b"\n"), wanted.split(b"\n")
    pairs = enumerate(zip(made, expected, strict=False), 1)
    line = next((n for n, (one, other) in pairs if one != other), min(len(made), len(expected)) + 1)
    message = (
        f"{file.name} differs from line {line} on:\n"
        f"  made     {_line(made, line)!r}\n  expected {_line(expected, line)!r}\n"
        f"Run the test with {UPDATE}=1 if the change is meant."
    )
    raise AssertionError(message)


def _line(lines: list[bytes], number: int) -> str:
    return lines[number - 1].decode(errors="replace") if number <= len(lines) else ""
