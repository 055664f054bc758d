"""Measure how many branches of the core the tests take, in every process that they start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CORE = "src/partenariats/*"
LEAST = 95
TESTS = ("pytest", "-q", "-n", "2", "--ignore=tests/house")
"""The tests of the house are about the tree, and install the core elsewhere."""


def main() -> int:
    """Run the tests, say what they leave out, and fail below the least."""
    os.nice(10)
    coverage("erase")
    if failed := coverage("run", "-m", *TESTS):
        return failed
    coverage("combine", "--quiet")
    coverage("report", "--include", CORE, "--show-missing", "--skip-covered")
    coverage("json", "--quiet", "--include", CORE, "-o", ".coverage.json")
    totals = json.loads((ROOT / ".coverage.json").read_text(encoding="utf-8"))["totals"]
    branches = 100 * totals["covered_branches"] / totals["num_branches"]
    lines = 100 * totals["covered_lines"] / totals["num_statements"]
    print(f"branches {branches:.1f} %, lines {lines:.1f} % (at least {LEAST} % of the branches)")
    return 0 if branches >= LEAST else 1


def coverage(*arguments: str) -> int:
    """Run coverage from the root of the project."""
    command = [sys.executable, "-m", "coverage", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
