"""The canonical layout says the same, keeps every comment, and is reached in one step."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partenariats.source.files.text import SourceText
from partenariats.source.layout import lay_out

BEFORE = """

# en tête
format=1    # une fin de ligne

# l'événement
  [ event ]   # ici

  id   = 'x'
a . "b c" = {x=1,  y=[ 1,2 ] , z = {} }
langues = [ "fr" , 'en' ]
# juste avant
# le jour
[[ days ]]
liste = [
  1, # un
  # seul

  2
  , [3,4,]
  # dernier
]


# à part


[[days]]
texte = \"\"\"
  a  =  1
fin   \"\"\"
long=["Une assez longue phrase pour le programme","Une autre phrase","Encore une phrase de plus"]
vide = [ ]
"""
AFTER = """\
# en tête
format = 1 # une fin de ligne

# l'événement
[event] # ici
id = 'x'
a."b c" = { x = 1, y = [1, 2], z = {} }
langues = ["fr", 'en']

# juste avant
# le jour
[[days]]
liste = [
  1, # un
  # seul
  2,
  [
    3,
    4,
  ],
  # dernier
]

# à part

[[days]]
texte = \"\"\"
  a  =  1
fin   \"\"\"
long = [
  "Une assez longue phrase pour le programme",
  "Une autre phrase",
  "Encore une phrase de plus",
]
vide = []
"""


def laid_out(text):
    """Lay a text out."""
    return lay_out(SourceText("event.toml", text))


def test_every_part_has_its_place():
    """Spaces, blank lines, comments and lists are put in order."""
    assert laid_out(BEFORE) == AFTER


def test_a_second_time_changes_nothing():
    """What is canonical stays as it is."""
    assert laid_out(AFTER) == AFTER


def test_the_example_is_canonical(niort):
    """The reference example shows the layout."""
    text = niort.read_text(encoding="utf-8")
    assert laid_out(text) == text


def test_a_line_of_a_hundred_columns_is_not_broken():
    """A list is broken at one column more."""
    line = f'liste = ["{"a" * 40}", "{"b" * 44}"]'
    assert len(line) == 100
    assert laid_out(line) == f"{line}\n"
    longer = line.replace('"]', 'b"]')
    assert laid_out(longer).count("\n") == 4


def test_line_ends_of_windows_stay():
    """A file of Windows keeps them, in texts of several lines too."""
    text = AFTER.replace("\n", "\r\n")
    assert laid_out(text) == text
    assert laid_out(BEFORE.replace("\n", "\r\n")) == text


def test_a_text_of_several_lines_keeps_its_own_ends():
    """Where both kinds stand in one file, no text changes what it says."""
    text = 'a = """\nune"""\r\nb=1\r\n'
    assert laid_out(text) == 'a = """\nune"""\r\nb = 1\r\n'
    assert laid_out(text.replace("\r\nb", "\nb")) == 'a = """\nune"""\nb = 1\n'


def test_a_key_that_was_made_a_comment_stays_with_its_table():
    """A comment directly above a header belongs to it, unless it is a key of what stands above."""
    assert laid_out("a=1\n# b = 2\n[t]\nc=3\n# mot\n[u]\n") == (
        "a = 1\n# b = 2\n\n[t]\nc = 3\n\n# mot\n[u]\n"
    )


@pytest.mark.parametrize("text", ["a = ", "[a", "a = [1,", "= 1"])
def test_what_is_no_toml_has_no_layout(text):
    """A text that cannot be read is not touched."""
    assert laid_out(text) is None


def test_an_empty_text_stays_empty():
    """There is nothing to lay out in nothing."""
    assert laid_out("") == ""


KEYS = st.sampled_from(["a", "b-c", '"d e"', "'f'", 'g . "h"'])
PLAIN = st.sampled_from(
    ["1", "-0.5", "true", "2022-03-25", "09:30:00", '"x # y"', "'z'", '"""\n u\n  v """', '""']
)
SPACE = st.sampled_from(["", " ", "   ", "\t"])
BREAK = st.sampled_from(["", "\n", " \n\n\n", " # é\n", "\n  # seul\n# deux\n"])


@st.composite
def arrays(draw, items):
    """Write a list with any spaces, lines and comments in it."""
    parts = draw(st.lists(items, max_size=3))
    inside = ",".join(f"{draw(BREAK)}{part}{draw(BREAK)}" for part in parts)
    comma = "," if parts and draw(st.booleans()) else ""
    return f"[{inside}{comma}{draw(BREAK)}]"


@st.composite
def tables(draw, items):
    """Write an inline table with any spaces in it."""
    values = draw(st.lists(items.filter(lambda item: "\n" not in item), max_size=3))
    inside = ",".join(
        f"{draw(SPACE)}k{n}{draw(SPACE)}={draw(SPACE)}{value}" for n, value in enumerate(values)
    )
    return f"{{{inside}{draw(SPACE)}}}"


VALUES = st.recursive(PLAIN, lambda items: arrays(items) | tables(items), max_leaves=6)


@st.composite
def files(draw):
    """Write a TOML file with any spaces, lines and comments in it."""
    lines = []
    for number in range(draw(st.integers(0, 6))):
        lines.append(draw(st.sampled_from(["", "", "\n", "# mot\n", "   # mot  \n\n", "\n\n\n"])))
        if draw(st.integers(0, 3)) == 0:
            lines.append(f"{draw(SPACE)}[[{draw(SPACE)}t{draw(SPACE)}]]{draw(SPACE)}")
        else:
            key = f"k{number} . {draw(KEYS)}" if draw(st.booleans()) else f"k{number}"
            lines.append(f"{draw(SPACE)}{key}{draw(SPACE)}={draw(SPACE)}{draw(VALUES)}")
        lines.append(draw(st.sampled_from(["\n", "  # fin\n", "\n\n"])))
    return "".join(lines)


def comments(text):
    """List the comments of a text in order."""
    from partenariats.source.tree import TomlTree

    found, waiting = [], [TomlTree(SourceText("x", text)).root]
    while waiting:
        node = waiting.pop()
        if node.type == "comment":
            found.append((node.start_byte, node.text.decode().rstrip()))
        waiting += node.children
    return [said for _, said in sorted(found)]


@given(files())
def test_any_file_says_the_same_and_keeps_its_comments(text):
    """Whatever the file: the same tables, the same comments in order, and no second change."""
    found = laid_out(text)
    assert tomllib.loads(found) == tomllib.loads(text)
    assert comments(found) == comments(text)
    assert laid_out(found) == found
