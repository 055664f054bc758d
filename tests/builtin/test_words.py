"""What rules advise, and what the wording of a programme adds."""

from __future__ import annotations

import pytest

from partenariats.interfaces.wording import Wording
from partenariats.testing import event_file

DAY = '[[days]]\nid = "vendredi"\ndate = 2022-03-25\nstart = "9:00"\nend = "18:00"\n'
SESSION = '[[sessions]]\nid = "a"\ntitle = "A"\nday = "{day}"\nstart = "{start}"\nend = "{end}"\n'


def advice(fragment, code):
    """Say the help of the one diagnostic of a code, and the labels of related places."""
    (found,) = [
        diagnostic
        for diagnostic in event_file(fragment).validate().report.diagnostics
        if diagnostic.code == code
    ]
    return str(found.help), [str(related.label) for related in found.related]


@pytest.mark.parametrize(
    ("day", "help_"),
    [
        ("vendrdi", "did you mean `vendredi`?"),
        ("zzz", "declare it in `[[days]]`"),
    ],
)
def test_an_unknown_id_says_what_may_be_meant(day, help_):
    """The nearest id of the table is offered; where none is near, how to declare one."""
    fragment = DAY + SESSION.format(day=day, start="9:00", end="10:00")
    assert advice(fragment, "REF001") == (help_, [])


def test_the_same_unknown_id_is_advised_each_time():
    """An id that is wrong in two places gets the same help in both."""
    fragment = DAY + SESSION.format(day="vendrdi", start="9:00", end="10:00") * 2
    found = event_file(fragment.replace('id = "a"', 'id = "b"', 1)).validate().report.diagnostics
    helps = [str(diagnostic.help) for diagnostic in found if diagnostic.code == "REF001"]
    assert helps == ["did you mean `vendredi`?"] * 2


def test_an_unknown_zone_says_which_is_near():
    """A misspelt zone comes with the nearest of the database."""
    text = 'format = 1\n[event]\nid = "x"\ntitle = "X"\ntimezone = "Europe/Pariss"\n'
    assert advice(text, "TIM010") == ("did you mean `Europe/Paris`?", [])


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [("8:00", "10:00", "it begins here"), ("17:00", "19:00", "it ends here")],
)
def test_a_frame_is_shown_at_the_edge_that_is_crossed(start, end, label):
    """The related place is the beginning or the end of the day, and says so."""
    fragment = DAY + SESSION.format(day="vendredi", start=start, end=end)
    assert advice(fragment, "TIM002")[1] == [label]


def test_the_wording_of_editions_and_themes():
    """An edition is an ordinal; one theme is singular, two are plural, none is nothing."""
    programme = event_file("""
        format = 1
        [event]
        id = "x"
        title = "X"
        timezone = "UTC"
        language = "en"
        edition = 2
        [[themes]]
        id = "air"
        title = "Air"
        [[themes]]
        id = "eau"
        title = "Water"
        [[days]]
        id = "j"
        date = 2022-03-25
        [[sessions]]
        id = "a"
        title = "A"
        day = "j"
        start = "9:00"
        themes = ["air"]
        [[sessions]]
        id = "b"
        title = "B"
        day = "j"
        start = "10:00"
        themes = ["air", "eau"]
        [[sessions]]
        id = "c"
        title = "C"
        day = "j"
        start = "11:00"
    """).resolve()
    wording = Wording(programme)
    themes = [wording.session_themes(session) for session in programme.sessions]
    assert themes == ["Theme: Air", "Themes: Air and Water", ""]
    assert (wording.edition(), wording.dates()) == ("2nd edition", "25\u00a0March 2022")
