"""Dates in texts are held against the calendar and the event's days."""

from __future__ import annotations

import attrs
import pytest

from partenariats.model.text import Text
from partenariats.testing import event_file

DAYS = """
[[days]]
id = "jeudi"
date = 2022-03-24
[[days]]
id = "vendredi"
date = 2022-03-25
"""


def told(code, text, days=DAYS):
    """Say the headlines of a code for the description of a theme."""
    theme = f"[[themes]]\nid = 'a'\ntitle = 'A'\ndescription = '''{text}'''\n"
    report = event_file(days + theme).validate().report
    found = [d for d in report.diagnostics if d.code == code]
    assert {str(d.where) for d in found} <= {"themes[0].description"}
    return [str(d.headline) for d in found]


def wrong(said, date, weekday):
    """Say the headline for a date on another weekday."""
    return f"a text says `{said}`, but {date} is a {weekday}"


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        ("jeudi 24 mars", []),
        ("jeudi 25 mars", [wrong("jeudi 25 mars", "2022-03-25", "Friday")]),
        ("Thursday 25 March", [wrong("Thursday 25 March", "2022-03-25", "Friday")]),
        ("Friday, March 25, 2022", []),
        (
            "mercredi 24 et vendredi 25 mars 2022",
            [wrong("mercredi 24", "2022-03-24", "Thursday")],
        ),
        (
            "mercredi 23 et jeudi 25 mars",
            [wrong("jeudi 25 mars", "2022-03-25", "Friday")],
        ),
        (
            "lundi 24 ou mardi 25 mars",
            [
                wrong("lundi 24", "2022-03-24", "Thursday"),
                wrong("mardi 25 mars", "2022-03-25", "Friday"),
            ],
        ),
        # another year than the event's, which is said
        ("jeudi 25 mars 2021", []),
        ("vendredi 25 mars 2021", [wrong("vendredi 25 mars 2021", "2021-03-25", "Thursday")]),
        # the year before is nearer to the event's days
        ("vendredi 17 décembre", []),
        ("samedi 17 décembre", [wrong("samedi 17 décembre", "2021-12-17", "Friday")]),
        # 150 days after the last day, and 151
        ("lundi 22 août", []),
        ("mardi 22 août", [wrong("mardi 22 août", "2022-08-22", "Monday")]),
        ("lundi 23 août", []),
        # 150 days before the first day, and 151
        ("mardi 25 octobre", [wrong("mardi 25 octobre", "2021-10-25", "Monday")]),
        ("mardi 24 octobre", []),
        # no such day, and calendars of other ages
        ("mardi 31 février", []),
        ("vendredi 13 octobre 1307", []),
        ("25 mars", []),
        # a text that says another year may mean it
        ("En 2021, le jeudi 25 mars", []),
        ("En 2022, le jeudi 25 mars", [wrong("jeudi 25 mars", "2022-03-25", "Friday")]),
        ("Depuis mars 2021 : jeudi 25 mars", []),
        ("Édition 2021 : jeudi 25 mars", []),
        ("Since March 2nd, 2021: Thursday 25 March", []),
        ("Les Assises de 2021 ont commencé le jeudi 25 mars", []),
        # figures that are no year
        (
            "Règlement 2016/679 : le jeudi 25 mars",
            [wrong("jeudi 25 mars", "2022-03-25", "Friday")],
        ),
        ("2000 places, le jeudi 25 mars", [wrong("jeudi 25 mars", "2022-03-25", "Friday")]),
        ("En 2016/679, le jeudi 25 mars", [wrong("jeudi 25 mars", "2022-03-25", "Friday")]),
        (
            "En 2021, puis le jeudi 25 mars 2022",
            [wrong("jeudi 25 mars 2022", "2022-03-25", "Friday")],
        ),
    ],
)
def test_weekdays(text, headlines):
    """A weekday is told where the date that is meant is on another."""
    assert told("EDN001", text) == headlines


NEW_YEAR = "[[days]]\nid = 'a'\ndate = 2027-12-31\n[[days]]\nid = 'b'\ndate = 2028-01-01\n"


@pytest.mark.parametrize(
    ("text", "headlines"),
    [
        ("vendredi 31 décembre et samedi 1er janvier", []),
        ("samedi 31 décembre", [wrong("samedi 31 décembre", "2027-12-31", "Friday")]),
        ("vendredi 1er janvier", [wrong("vendredi 1er janvier", "2028-01-01", "Saturday")]),
    ],
)
def test_days_on_both_sides_of_new_year(text, headlines):
    """A date without a year is in the one in which it is near the event."""
    assert told("EDN001", text, NEW_YEAR) == headlines


def test_without_days_only_a_year_tells():
    """Nobody knows the year of an event without days, unless the text says it."""
    assert told("EDN001", "jeudi 25 mars", "") == []
    assert told("EDN001", "jeudi 25 mars 2022", "") == [
        wrong("jeudi 25 mars 2022", "2022-03-25", "Friday")
    ]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Vendredi", None),
        ("Jeudi", "Jeudi"),
        ("Jeudi : ouverture", "Jeudi"),
        ("Thursday", "Thursday"),
        ("Après le jeudi", None),
        ("Jeudi 25 mars", "Jeudi 25 mars"),
        ("Vendredi 25 mars", None),
        ("Retour sur 2021, jeudi 25 mars", "jeudi 25 mars"),
    ],
)
def test_the_title_of_a_day(title, said):
    """A title that begins with a weekday is that of its day's date."""
    days = f"[[days]]\nid = 'a'\ndate = 2022-03-25\ntitle = '{title}'\n"
    report = event_file(days).validate().report
    found = [d for d in report.diagnostics if d.code == "EDN001"]
    expected = [("days[0].title", wrong(said, "2022-03-25", "Friday"))] if said else []
    assert [(str(d.where), str(d.headline)) for d in found] == expected


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Jeudi 24 mars", "Jeudi 24 mars"),
        ("Jeudi 24 mars 2022", "Jeudi 24 mars 2022"),
        ("Vendredi 18 mars", "Vendredi 18 mars"),
        ("24 mars", "24 mars"),
        ("Première journée, March 26", "March 26"),
        ("31 février", "31 février"),
        ("25 mars 2021", "25 mars 2021"),
        ("Jeudi 24 et vendredi 25 mars", None),
        ("Du 24 au 26 mars", None),
        ("Du 26 au 27 mars", "26"),
        # ten years away may be left over, more is history
        ("25 mars 2012", "25 mars 2012"),
        ("Jour 1 : 24 mars", "24 mars"),
        ("Jour 1 - le jeudi 24 mars", "jeudi 24 mars"),
        ("Le 24 mars, jour des maires", "24 mars"),
        # in a sentence it may be any date
        ("Jour 1 : vers le sommet du 10 avril 2022", None),
        ("Jour 1 : autour de la journée internationale du 24 mars", None),
        ("Avant le 24 mars", None),
        ("La loi du 2 mars 1982", None),
        ("25 mars : la loi du 2 mars 1982", None),
    ],
)
def test_the_title_of_a_day_says_its_date(title, said):
    """A title with dates of which neither one nor their span is the day's is told, once."""
    days = f"[[days]]\nid = 'a'\ndate = 2022-03-25\ntitle = '{title}'\n"
    found = [
        (d.code, str(d.where), str(d.headline), [str(place.where) for place in d.related])
        for d in event_file(days).validate().report.diagnostics
        if d.code in {"EDN001", "EDN002"}
    ]
    headline = f"`{said}` is not the date of the day"
    assert found == ([("EDN001", "days[0].title", headline, ["days[0].date"])] if said else [])


def test_the_wrong_weekday_of_a_title_is_told_alone():
    """A title with a weekday that its date is not on gives one warning, whatever the date."""
    days = "[[days]]\nid = 'a'\ndate = 2022-03-25\ntitle = 'Vendredi 24 mars'\n"
    (found,) = [d for d in event_file(days).validate().report.diagnostics if d.code == "EDN001"]
    assert str(found.headline) == wrong("Vendredi 24 mars", "2022-03-24", "Thursday")


def test_the_day_of_that_date_is_shown():
    """Where the event has a day of the date, it is the related place; the sentence is French."""
    theme = "[[themes]]\nid = 'a'\ntitle = 'Le jeudi 25 mars, puis le lundi 28 mars'\n"
    (found,) = [
        d for d in event_file(DAYS + theme).validate().report.diagnostics if d.code == "EDN001"
    ]
    related = [(str(place.where), str(place.label)) for place in found.related]
    assert related == [("days[1].date", "the day is declared here")]
    expected = "un texte dit `jeudi 25 mars`, mais le 2022-03-25 est un vendredi"
    assert found.headline.say("fr") == expected
    assert str(found.help) == "correct the weekday or the date"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("le 24 mars 2021", "24 mars 2021"),
        ("le 24 mars 2022", None),
        ("le 24 mars", None),
        ("depuis 2018", None),
        ("March 24, 2023", "March 24, 2023"),
        # fourteen days before the first and after the last, and fifteen
        ("le 10 mars 2021", "10 mars 2021"),
        ("le 9 mars 2021", None),
        ("le 8 avril 2021", "8 avril 2021"),
        ("le 9 avril 2021", None),
        # ten years away is a leftover, more is history
        ("le 24 mars 2011", "24 mars 2011"),
        ("le 24 mars 2010", None),
        ("la loi du 5 juillet 1985", None),
        ("l'an 24 mars 1307", None),
        # the weekday tells already
        ("jeudi 25 mars 2021", "jeudi 25 mars 2021"),
        ("vendredi 25 mars 2021", None),
        # once for a text
        ("les 23 mars 2021 et 24 mars 2021", "23 mars 2021"),
    ],
)
def test_another_year(text, said):
    """A date is told that would lie on or near the event's days in their year."""
    headline = f"`{said}` is of another year than the event"
    assert told("EDN002", text) == ([headline] if said else [])


def test_a_date_near_new_year_is_in_its_own_year():
    """The days before an event in January are in another year, and near all the same."""
    days = "[[days]]\nid = 'a'\ndate = 2023-01-05\n"
    assert told("EDN002", "le 28 décembre 2022", days) == []
    assert told("EDN002", "le 28 décembre 2021", days) == [
        "`28 décembre 2021` is of another year than the event"
    ]


def test_planted_faults_are_found_alone(plant, changed):
    """One description with a wrong weekday is a warning, one of last year a question."""
    weekday = Text("Rendez-vous le lundi 1er juin")
    assert plant(changed("sessions", "travail", description=weekday)) == ["EDN001"]
    year = Text("Rendez-vous le 2 juin 2026")
    assert plant(changed("sessions", "travail", description=year)) == ["EDN002"]
    assert plant(lambda event: attrs.evolve(event, motto=Text("Mardi 2 juin 2027"))) == ["EDN001"]
    assert plant(changed("days", "jour-1", title=Text("Lundi"))) == ["EDN001"]
    assert plant(changed("days", "jour-1", title=Text("Mercredi 2 juin"))) == ["EDN001"]
