"""The code blocks of pages: what makes them run, and what makes them fail."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from blocks.console import commands_of
from blocks.finding import blocks_of
from blocks.running import run_page

ROOT = Path(__file__).parents[2]
READMES = [
    *(ROOT / name for name in ("README.md", "README.fr.md", "CONTRIBUTING.md")),
    *sorted(ROOT.glob("plugins/*/README.md")),
    *sorted(ROOT.glob("examples/*/README.md")),
]
DAY = '[[days]]\nid = "j"\ndate = 2022-03-24\n'


@pytest.fixture
def page(tmp_path):
    """Run a page of some blocks in a folder of its own, and give that folder."""

    def run(*blocks):
        folder = tmp_path / "page"
        folder.mkdir()
        file = tmp_path / "page.md"
        file.write_text("\n\n".join(f"Words.\n\n```{block}\n```" for block in blocks))
        assert run_page(file, folder) == len(blocks)
        return folder

    return run


def captioned(language, file, text):
    """Write a block that has a caption."""
    return f"{{code-block}} {language}\n:caption: {file}\n\n{text}"


@pytest.mark.parametrize(
    ("block", "why"),
    [
        ("\nwords", "no language"),
        ("text\nwords", "nothing runs"),
        ("python\nassert 1 == 2, 'no'", "no"),
        ("pycon\n>>> 1 + 1\n3", "Expected"),
        ('toml\n[[days]]\nid = "j"', "SRC007"),
        ('toml\n[[sessions]]\nid = "a"\ntitle = "A"\nday = "j"\nstart = "9:00"', "REF001"),
        ("console\n$ echo a\nb", "the page shows"),
        ("console\n$ echo a\n…\nb", "the page shows"),
        ("console\n$ echo a", "the page shows"),
        ("console\n$ exit 1", "exit 0 is expected"),
        ("console\n$ exit 2  # exit 1", "exit 1 is expected"),
    ],
)
def test_a_wrong_block_fails(page, block, why):
    """A block that nothing runs, that raises or that shows something else fails, and says why."""
    with pytest.raises(AssertionError, match=why):
        page(block)


@pytest.mark.parametrize(
    "block",
    [
        "python\nassert 1 == 1",
        "pycon\n>>> 1 + 1\n2",
        "toml\n" + DAY.rstrip(),
        "console\n$ echo a\na\n$ false  # exit 1",
        "console\n$ printf 'a\\nb\\nc\\n'\na\n…\nc",
        "console\n$ echo a\n…",
        "console\n$ pip install nothing-of-this-name",
        "console\n$ partenariats --version\npartenariats 0.1.0",
    ],
)
def test_a_true_block_passes(page, block):
    """Blocks that are as they say pass; an ellipsis stands for lines, an install is not run."""
    page(block)


def test_blocks_share_a_namespace_and_a_folder(page):
    """What one block defines or writes, the next ones find."""
    folder = page(
        captioned("toml", "a/event.toml", "format = 1"),
        "python\nfrom pathlib import Path\ntext = Path('a/event.toml').read_text()",
        "python\nassert text == 'format = 1\\n'",
        "console\n$ cat a/event.toml\nformat = 1",
    )
    assert [path.name for path in folder.rglob("*.toml")] == ["event.toml"]


def test_a_file_is_added_to_and_changed(page):
    """A caption may add to a file, and a difference exchanges lines of it."""
    folder = page(
        captioned("toml", "event.toml", "a = 1"),
        captioned("toml", "event.toml, at the end", "b = 2"),
        captioned("diff", "event.toml", "-b = 2\n+b = 3\n+c = 4"),
    )
    assert (folder / "event.toml").read_text() == "a = 1\nb = 3\nc = 4\n"


def test_a_comment_serves_as_a_caption(tmp_path):
    """A comment in the line before a block names its file, where the caption would be shown."""
    (tmp_path / "page.md").write_text("<!-- a.toml -->\n```toml\na = 1\n```\n")
    run_page(tmp_path / "page.md", tmp_path)
    assert (tmp_path / "a.toml").read_text() == "a = 1\n"


@pytest.mark.parametrize(
    "block",
    [
        captioned("diff", "event.toml", "-c = 3\n+c = 4"),
        captioned("diff", "event.toml", "-a = 1\n+a = 4"),
        captioned("toml", "event.toml, at the end", "a = 1"),
        captioned("python", "plugin.py", "def ("),
    ],
)
def test_a_change_that_does_not_fit_fails(page, block):
    """Lines that are not there once, and a file that its own language refuses, fail."""
    with pytest.raises((AssertionError, ValueError, SyntaxError)):
        page(captioned("toml", "event.toml", "a = 1\n# a = 1"), block)


def test_directives_are_no_code(tmp_path):
    """A list of pages or a note is not taken for code, and a block knows its line."""
    page = tmp_path / "page.md"
    page.write_text("```{toctree}\na\n```\n\n```python\n1\n```\n")
    assert [(block.language, block.line) for block in blocks_of(page)] == [("python", 5)]


def test_commands_have_exit_codes_and_output():
    """A command ends at the next one; its exit code is 0 where none is written."""
    first, second = commands_of("$ a  # exit 2\nx\n\n$ b # c\n")
    assert (first.words, first.code, first.output) == ("a", 2, ("x",))
    assert (second.words, second.code, second.output) == ("b # c", 0, ())


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_readme_shows_is_true(readme, tmp_path):
    """Every block of a README runs, and its commands say what it shows."""
    folder = tmp_path / "page"
    if "examples" in readme.parts:
        shutil.copytree(readme.parent, folder, ignore=shutil.ignore_patterns("build"))
    else:
        folder.mkdir()
    assert run_page(readme, folder) > 0
