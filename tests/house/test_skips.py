"""Where everything a test needs is required, a skipped test is a failed one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
IN_A_TEST = "import pytest\ndef test_it():\n    pytest.skip('why')\n"
MARKED = "import pytest\n@pytest.mark.skip(reason='why')\ndef test_it():\n    pass\n"
IN_A_FIXTURE = "def test_it(peers):\n    pass\n"
OF_A_MODULE = "import pytest\npytest.importorskip('there_is_no_such_module')\n"


def run_pytest(folder, text, required):
    """Run pytest on one file of tests under our `conftest.py`."""
    (folder / "conftest.py").write_bytes((ROOT / "conftest.py").read_bytes())
    (folder / "test_it.py").write_text(text, encoding="utf-8")
    environment = {**os.environ, "PARTENARIATS_REQUIRE_ALL": required}
    environment["PARTENARIATS_PEERS"] = str(folder / "nowhere")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("text", [IN_A_TEST, MARKED, IN_A_FIXTURE, OF_A_MODULE])
def test_a_skip_fails_where_all_is_required(tmp_path, text):
    """A skip fails the run however it came, and the reason is still told."""
    done = run_pytest(tmp_path, text, "1")
    assert done.returncode in {1, 2}
    assert "skipped although PARTENARIATS_REQUIRE_ALL is set" in done.stdout


def test_a_skip_is_a_skip_elsewhere(tmp_path):
    """Without the variable a skipped test is skipped."""
    done = run_pytest(tmp_path, IN_A_TEST, "")
    assert done.returncode == 0
    assert "1 skipped" in done.stdout
