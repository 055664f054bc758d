"""An importer that breaks down, in reading or in recognising."""

from __future__ import annotations

import pytest

CODE = """
class Reader(Importer[NoOptions]):
    name = "reader"
    summary = "anything"
    suffixes = (".x",)

    def recognizes(self, content):
        return RECOGNIZES

    def read(self, content):
        raise ZeroDivisionError("boom")

@hookimpl
def partenariats_importers():
    return [Reader]
"""


@pytest.mark.parametrize("recognizes", ["True", "1 / 0"], ids=["in reading", "in recognising"])
def test_a_crash_is_told_with_the_plugin_and_writes_nothing(site, cli, tmp_path, recognizes):
    """The error names importer, plugin and version; the command ends with 1."""
    folder = site("partenariats-reader", CODE.replace("RECOGNIZES", recognizes), version="0.7")
    (tmp_path / "a.x").write_text("a")
    done = cli(folder, "import", "a.x", "-o", "new.toml")
    told = "error: importer `reader` of partenariats-reader 0.7 crashed: ZeroDivisionError: "
    assert (done.returncode, done.stdout, done.stderr.startswith(told)) == (1, "", True)
    assert not (tmp_path / "new.toml").exists()
