"""Fixes change what they say in the text of an event, and nothing else."""

from __future__ import annotations

import pytest

import partenariats as pa
from partenariats.diagnostics.fix import Fix, Remove, Replace, Sort
from partenariats.diagnostics.where import Where
from partenariats.source.document import reread
from partenariats.source.fixing.apply import apply_fixes

TEXT = """\
format = 1

[event]
id = "e"
title = { fr = "L'été : oui", en = 'Summer' }   # deux langues
timezone = "Europe/Paris"
motto = \"\"\"
Voir \\
   loin\"\"\"

# le samedi
[[days]]
id = "samedi"
date = 2022-03-26
title.fr = "Samedi"

# ------- à part

[[days]]
id = "vendredi" # d'abord
date = 2022-03-25

[days.title]
fr = "Vendredi"

[[sessions]]
id = "a"
day = "samedi"   # lequel ?
title = "A"
credits = [{ person = "p", role = "chair" }]
"""


def change(*fixes, text=TEXT):
    """Make fixes in a text; return the new text and how many were made."""
    document = pa.parse(text, "event.toml")
    made = apply_fixes(document, fixes)
    return made.texts.get("event.toml", text), made.count


SAID = {
    ("event", "title", "fr"): "L'été : oui",
    ("event", "title", "en"): "Summer",
    ("event", "motto"): "Voir loin",
    ("event", "id"): "e",
    ("days", 0, "title", "fr"): "Samedi",
    ("days", 1, "title", "fr"): "Vendredi",
    ("sessions", 0, "credits", 0, "person"): "p",
    ("sessions", 0, "title"): "A",
    ("sessions", 1, "day"): "samdi",
}


def replace(path, start, old, new):
    """Make a fix of one replacement in a text of the event."""
    text = SAID.get(path, "x")
    assert path not in SAID or text[start:].startswith(old)
    return Fix((Replace(Where(path), text, start, start + len(old), new),))


@pytest.mark.parametrize(
    ("path", "start", "old", "new", "before", "after"),
    [
        (("event", "title", "fr"), 5, " :", "\u00a0:", "L'été :", "L'été\u00a0:"),
        (("event", "title", "en"), 0, "Summer", "Été", "'Summer'", "'Été'"),
        (("event", "motto"), 5, "loin", "près", "   loin", "   près"),
        (("event", "motto"), 4, " ", "  ", "Voir \\", "Voir  \\"),
        (("days", 0, "title", "fr"), 6, "", " \\", '"Samedi"', '"Samedi \\\\"'),
        (("days", 1, "title", "fr"), 0, "V", '"', '"Vendredi"', '"\\"endredi"'),
        (("sessions", 0, "credits", 0, "person"), 0, "p", "q", 'person = "p"', 'person = "q"'),
    ],
)
def test_characters_are_replaced_where_they_are_written(path, start, old, new, before, after):
    """Only the characters that are meant change, in whatever kind of string they stand."""
    assert change(replace(path, start, old, new)) == (TEXT.replace(before, after), 1)


@pytest.mark.parametrize(
    "fix",
    [
        Fix((Replace(Where(("event", "title", "fr")), "L'été: oui", 5, 5, " "),)),
        Fix((Replace(Where(("event", "id")), "e", 1, 2, "x"),)),
        Fix((Replace(Where(("event", "id")), "e", 99, 99, "x"),)),
        Fix((Replace(Where(), "", 0, 0, "x"),)),
        Fix((Sort("days", (1, 1)),)),
        Fix((Sort("days", (0, 5)),)),
        replace(("event", "title", "en"), 0, "Summer", "l'été"),
        replace(("event", "title", "de"), 0, "", "x"),
        replace(("event", "title"), 0, "", "x"),
        replace(("sessions", 9, "title"), 0, "", "x"),
        Fix((Remove(Where(("sessions", 0, "credits", 0, "role"))),)),
        Fix((Remove(Where(("sessions", 0, "end"))),)),
        Fix((Sort("days", (1, 0, 2)),)),
        Fix(()),
    ],
)
def test_what_does_not_fit_the_text_changes_nothing(fix):
    """A text that is another, or a place that is not written, leaves everything as it is."""
    assert change(fix) == (TEXT, 0)


def test_a_fix_is_made_wholly_or_not_at_all():
    """One edit that does not fit keeps the others of its fix from being made."""
    good, bad = Replace(Where(("event", "id")), "e", 0, 1, "f"), Remove(Where(("event", "url")))
    assert change(Fix((good, bad))) == (TEXT, 0)
    assert change(Fix((good,)))[1] == 1


def test_what_touches_an_earlier_fix_waits():
    """Of two fixes of one place the first is made."""
    first, second = (replace(("event", "id"), 0, "e", new) for new in "fg")
    elsewhere = replace(("sessions", 0, "title"), 0, "A", "B")
    text = TEXT.replace('id = "e"', 'id = "f"').replace('title = "A"', 'title = "B"')
    assert change(first, second, elsewhere) == (text, 2)


def test_a_key_is_removed_with_its_line():
    """The line goes with what stands behind it; its neighbours stay."""
    expected = TEXT.replace('day = "samedi"   # lequel ?\n', "")
    assert change(Fix((Remove(Where(("sessions", 0, "day"))),))) == (expected, 1)


def test_an_item_is_removed_with_its_table():
    """The table goes with one blank line behind it; the comment above it stays."""
    text = TEXT.replace('[days.title]\nfr = "Vendredi"\n\n', "")
    expected = text.replace('[[days]]\nid = "vendredi" # d\'abord\ndate = 2022-03-25\n\n', "")
    assert change(Fix((Remove(Where(("days", 1))),)), text=text) == (expected, 1)


def test_items_change_places_with_the_comments_above_them():
    """Each takes its own tables along; what stands between them stays."""
    samedi = TEXT[TEXT.index("# le samedi") : TEXT.index("\n# ------- à part")]
    vendredi = TEXT[TEXT.index('[[days]]\nid = "vendredi"') : TEXT.index("\n[[sessions]]")]
    expected = TEXT.replace(samedi, "§").replace(vendredi, samedi).replace("§", vendredi)
    assert change(Fix((Sort("days", (1, 0)),))) == (expected, 1)
    assert [day.id for day in pa.parse(expected).event.days] == ["vendredi", "samedi"]


def test_the_last_item_may_end_without_a_line():
    """A file that does not end its last line keeps that habit."""
    text = TEXT[: TEXT.index("\n\n[days.title]")]
    changed, count = change(Fix((Sort("days", (1, 0)),)), text=text)
    assert count == 1
    assert changed.endswith('title.fr = "Samedi"')
    assert [day.id for day in pa.parse(changed).event.days] == ["vendredi", "samedi"]


def test_ends_of_lines_stay(tmp_path):
    """A file of Windows keeps its line ends."""
    text = TEXT.replace("\n", "\r\n")
    expected = text.replace("Samedi", "Dimanche")
    fix = replace(("days", 0, "title", "fr"), 0, "Samedi", "Dimanche")
    assert change(fix, text=text) == (expected, 1)
    sorted_text, count = change(Fix((Sort("days", (1, 0)),)), text=text)
    assert count == 1
    assert sorted_text.count("\n") == sorted_text.count("\r\n") == text.count("\r\n")


WINDOWS = """\
format = 1
[event]
id = "e"
title = "T"
timezone = "Europe/Paris"
description = \"\"\"
Premier jour
Deuxième jour
Bon! non, rien.\"\"\"
"""


def test_a_text_of_several_lines_is_mended_in_a_file_of_windows():
    """Each character is found where it is written, whatever ends the lines."""
    for text in (WINDOWS, WINDOWS.replace("\n", "\r\n")):
        said = pa.parse(text).event.description.plain
        at = said.index("!")
        fix = Fix((Replace(Where(("event", "description")), said, at, at, " "),))
        assert change(fix, text=text) == (text.replace("Bon!", "Bon !"), 1)


def sorted_days(middle, before=""):
    """Sort two days, the later first, with something before and between them."""
    text = (
        f'format = 1\n[event]\nid = "e"\ntitle = "T"\ntimezone = "UTC"\n{before}'
        f'[[days]]\nid = "b"\ndate = 2030-03-22\n{middle}[[days]]\nid = "a"\ndate = 2030-03-21\n'
    )
    changed, count = change(Fix((Sort("days", (1, 0)),)), text=text)
    event = pa.parse(changed).event
    return count, [(day.id, day.title and day.title.say("fr")) for day in event.days], event


def test_the_last_line_of_a_text_is_no_comment():
    """What looks like a comment within a text stays where it is."""
    count, days, event = sorted_days("", 'description = """\nTexte\n# """\n')
    assert (count, days) == (1, [("a", None), ("b", None)])
    assert event.description.plain == "Texte\n# "


@pytest.mark.parametrize("header", ["[days.title]", '["days".title]', "[ 'days' . \"title\" ]"])
def test_a_table_of_an_item_goes_with_it(header):
    """However its name is written."""
    count, days, _ = sorted_days(f'{header}\nfr = "Vendredi"\n')
    assert (count, days) == (1, [("a", None), ("b", "Vendredi")])


def test_items_with_another_table_among_them_are_not_sorted():
    """Whose table comes next could not be told any more."""
    middle = '[[venues]]\nid = "v"\nname = "V"\n[days.title]\nfr = "Vendredi"\n'
    assert sorted_days(middle)[:2] == (0, [("b", "Vendredi"), ("a", None)])
    behind = '[days.title]\nfr = "Vendredi"\n[[venues]]\nid = "v"\nname = "V"\n'
    assert sorted_days(behind)[0] == 0


def test_an_included_file_is_changed_where_it_says_it(tmp_path):
    """The file that wrote the text gets the new one, the others none."""
    main = tmp_path / "event.toml"
    main.write_text('include = ["*.x.toml"]\n' + TEXT)
    (tmp_path / "more.x.toml").write_text('[[sessions]]\nid = "b"\ntitle = "B"\nday = "samdi"\n')
    document = pa.load(main)
    fix = replace(("sessions", 1, "day"), 0, "samdi", "samedi")
    made = apply_fixes(document, [fix, replace(("event", "id"), 1, "", "x")])
    name = str(tmp_path / "more.x.toml")
    assert made.count == 2
    assert list(made.texts) == [name, str(main)]
    assert made.texts[name] == '[[sessions]]\nid = "b"\ntitle = "B"\nday = "samedi"\n'
    again = reread(document, made.texts)
    assert [(item.id, item.day) for item in again.event.sessions] == [
        ("a", "samedi"), ("b", "samedi"),
    ]  # fmt: skip
    assert again.event.id == "ex"
    assert "samdi" in (tmp_path / "more.x.toml").read_text()


def test_a_list_over_several_files_is_not_sorted(tmp_path):
    """What one file cannot show in order is left alone."""
    main = tmp_path / "event.toml"
    main.write_text('include = ["more.toml"]\n' + TEXT)
    (tmp_path / "more.toml").write_text('[[days]]\nid = "jeudi"\ndate = 2022-03-24\n')
    assert apply_fixes(pa.load(main), [Fix((Sort("days", (2, 1, 0)),))]).count == 0
