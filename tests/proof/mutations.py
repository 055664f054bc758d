"""Change the code in small ways and see whether a test notices: mutation testing with mutmut.

What is changed, and which tests are run, stands under `[tool.mutmut]` in pyproject.toml; why some
changes may stay unnoticed, in survivors.toml. `mutmut show NAME` shows a change in full.
"""

from __future__ import annotations

import ast
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
MUTANTS = ROOT / "mutants"
ROOMS = ("diagnostics", "plugin", "model", "source")
LEAST = 90
KILLED = {1, 3, -9, 24, -24, 36, 152, 255}
"""Exit codes of mutmut: a test failed, or the time was up."""


def main() -> int:
    """Run mutmut anew, say for each room how much was noticed, and fail below the least."""
    os.nice(10)
    shutil.rmtree(MUTANTS, ignore_errors=True)
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", "2"]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PARTENARIATS_MUTATIONS": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    results = {room: read_results(room) for room in ROOMS}
    if not all(results.values()) or None in {c for r in results.values() for c in r.values()}:
        print(done.stdout[-4000:], done.stderr[-4000:])
        return 1
    enough = [tell(room, found) for room, found in results.items()]
    return 0 if all(enough) else 1


def read_results(room: str) -> dict[str, int | None]:
    """Return how each mutant of a room ended, by its name."""
    folder = MUTANTS / "src" / "partenariats" / room
    results: dict[str, int | None] = {}
    for file in sorted(folder.rglob("*.meta")):
        results |= json.loads(file.read_text(encoding="utf-8"))["exit_code_by_key"]
    return results


def tell(room: str, results: dict[str, int | None]) -> bool:
    """Print a room's figures and the survivors that nothing explains; tell if it is enough."""
    survivors = [name for name, code in results.items() if code not in KILLED]
    killed = len(results) - len(survivors)
    share = 100 * killed / len(results)
    reasons = Counter(explain(name, changes) for name, changes in changes_of(survivors))
    unexplained = [name for name, changes in changes_of(survivors) if not explain(name, changes)]
    print(
        f"{room}: {len(results)} mutants, {killed} killed, {len(survivors)} survived "
        f"({len(unexplained)} unexplained): {share:.1f} %",
        flush=True,
    )
    for reason, count in reasons.most_common():
        if reason:
            print(f"    {count} x {reason}")
    for name in unexplained:
        print(f"    {name}")
    return share >= LEAST


def explain(name: str, change: str) -> str:
    """Return why a mutant may survive, as survivors.toml says it; nothing where it does not."""
    for reason in REASONS:
        if any(re.search(pattern, f"{name}: {change}") for pattern in reason["changes"]):
            return str(reason["why"])
    return ""


def changes_of(names: list[str]) -> Iterator[tuple[str, str]]:
    """Give each mutant's name with the lines that it takes out (`-`) and puts in (`+`)."""
    for name in names:
        module, _, function = name.rpartition(".")
        file = MUTANTS / "src" / f"{module.replace('.', '/')}.py"
        if not file.exists():
            file = MUTANTS / "src" / module.replace(".", "/") / "__init__.py"
        original = re.sub(r"__mutmut_\d+\Z", "__mutmut_orig", function)
        functions = functions_of(file)
        lines = difflib.unified_diff(functions[original], functions[function], lineterm="", n=0)
        shown = [" ".join(line.split()) for line in lines if not line.startswith(("--", "++", "@"))]
        yield name, " ".join(shown)


@cache
def functions_of(file: Path) -> dict[str, list[str]]:
    """Return the lines of every function in a file, the one that names it left out."""
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()
    return {
        node.name: lines[node.lineno : node.end_lineno]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    }


REASONS = tomllib.loads((Path(__file__).parent / "survivors.toml").read_text(encoding="utf-8"))[
    "reason"
]

if __name__ == "__main__":
    sys.exit(main())
