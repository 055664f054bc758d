"""What is said of each fault: code, place, headline and advice, in words that have French."""

from __future__ import annotations

import pytest

import partenariats as pa
from partenariats.source.values import hooks
from partenariats.source.values.unfit import Unfit

EVENT = '[event]\nid = "x"\ntitle = "X"\ntimezone = "Europe/Paris"\n'
HEAD = f"format = 1\n{EVENT}"
SESSION = f'{HEAD}[[sessions]]\nid = "a"\n'

LIST = "put it between `[` and `]`"
HOUR = 'write `"9:30"`, `"18 h 00"`, or `"25:00"` for 1:00 in the night'
LENGTH = 'write `"45 min"`, `"1 h 30"` or `"PT45M"`'
SLUG = "use lower-case letters without accents, digits, and `-` between them"
TRUTH = "write `true` or `false`, without quotes"
INSTANT = "write `2022-03-01T12:00:00Z`"
DATE = "write a date without quotes: `2022-03-25`"
TONGUE = "write a language as `fr` or `en`"
FORMAT = "write `format = 1` on the first line"
PROSE = "expected a text, or one for each language"


@pytest.fixture
def told(untranslated):
    """Say all faults of a text: code, place (marked `!` where it is a key), headline, advice."""

    def say(text):
        faults = pa.parse(text).faults
        assert untranslated(faults) == []
        return [
            (
                fault.code,
                f"{fault.where}{'!' if fault.where.is_key else ''}",
                str(fault.headline),
                fault.help and str(fault.help),
            )
            for fault in faults
        ]

    return say


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("url = 1", ("SRC008", "url", "expected a text, found a whole number", None)),
        ("url = 1.5", ("SRC008", "url", "expected a text, found a number", None)),
        ("url = true", ("SRC008", "url", "expected a text, found true or false", None)),
        ("url = [1]", ("SRC008", "url", "expected a text, found a list", None)),
        ("url = { a = 1 }", ("SRC008", "url", "expected a text, found a table", None)),
        ("url = 2022-03-24", ("SRC008", "url", "expected a text, found a date", None)),
        ("url = 10:00:00", ("SRC008", "url", "expected a text, found a time", None)),
        (
            "url = 2022-03-24T10:00:00",
            ("SRC008", "url", "expected a text, found a date with a time", None),
        ),
        ('url = "\\u0007"', ("SRC012", "url", "a control character (U+0007)", None)),
        ('url = "\\u2028"', ("SRC012", "url", "a control character (U+2028)", None)),
        ('url = "\\u007F"', ("SRC012", "url", "a control character (U+007F)", None)),
        ("capacity = '12'", ("SRC008", "capacity", "expected a whole number, found a text", None)),
        ("capacity = 1.0", ("SRC008", "capacity", "expected a whole number, found a number", None)),
        (
            "capacity = -1",
            ("SRC008", "capacity", "expected a number from 0 upwards, found -1", None),
        ),
        ("tentative = 1", ("SRC008", "tentative", "expected true or false, found a whole number",
                           TRUTH)),
        ("themes = 'a'", ("SRC008", "themes", "expected a list, found a text", LIST)),
        ("themes = ['b', 'A a']", ("SRC010", "themes[1]", "`A a` is no id", SLUG)),
        ("themes = [3]", ("SRC008", "themes[0]", "expected a text, found a whole number", None)),
        (f"themes = ['{'A' * 101}']", ("SRC010", "themes[0]", f"`{'A' * 100}` is no id", SLUG)),
        ("start = 9", ("SRC008", "start", "expected a time of day, found a whole number", HOUR)),
        ("start = 09:30:15", ("SRC009", "start", "`09:30:15` is no time of day", HOUR)),
        ("start = '25:99'", ("SRC009", "start", "`25:99` is no time of day", HOUR)),
        (f"start = '{'9' * 41}'", ("SRC009", "start", f"`{'9' * 40}` is no time of day", HOUR)),
        (
            "duration = 45",
            ("SRC008", "duration", "expected a length of time, found a whole number", LENGTH),
        ),
        ("duration = '45'", ("SRC009", "duration", "`45` is no length of time", LENGTH)),
        (
            f"duration = '{'9' * 41}'",
            ("SRC009", "duration", f"`{'9' * 40}` is no length of time", LENGTH),
        ),
        (
            "kind = 'plenery'",
            ("SRC011", "kind", "`plenery` is not known here", "did you mean `plenary`?"),
        ),
        ("kind = 1", ("SRC008", "kind", "expected a text, found a whole number", None)),
        ("points = 'x'", ("SRC008", "points", "expected a list, found a text", LIST)),
        ("points = [3]", ("SRC008", "points[0]", f"{PROSE}, found a whole number", None)),
        ("points = [{ texte = 'x' }]", ("SRC011", "points[0]", "`texte` is no language", TONGUE)),
        (
            "points = [{ text = 'x', them = 'y' }]",
            ("SRC006", "points[0].them!", "`them` is not known here", "did you mean `theme`?"),
        ),
        ("credits = ['x']", ("SRC008", "credits[0]", "expected a table, found a text", None)),
        (
            "credits = [{ zzzzzz = 'x' }]",
            ("SRC006", "credits[0].zzzzzz!", "`zzzzzz` is not known here",
             "the keys are: person, organization, role, as"),
        ),
        (
            f"credits = [{{ {'z' * 61} = 'x' }}]",
            ("SRC006", f"credits[0].{'z' * 61}!", f"`{'z' * 60}` is not known here",
             "the keys are: person, organization, role, as"),
        ),
        (
            f"credits = [{{ role = '{'z' * 41}' }}]",
            ("SRC011", "credits[0].role", f"`{'z' * 40}` is not known here",
             "one of: speaker, chair, facilitator, rapporteur, host, organizer, lead"),
        ),
        (
            "credits = [{ as = 3 }]",
            ("SRC008", "credits[0].as", f"{PROSE}, found a whole number", None),
        ),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_told(told, value, fault):
    """Each kind of value says what it takes and what was found."""
    code, place, headline, advice = fault
    wanted = [(code, f"sessions[0].{place}", headline, advice)]
    assert told(f'{SESSION}title = "T"\n{value}\n') == wanted


@pytest.mark.parametrize(
    ("title", "fault"),
    [
        ("title = 1", ("SRC008", f"{PROSE}, found a whole number", None)),
        ("title = ['x']", ("SRC008", f"{PROSE}, found a list", None)),
        ("title = {}", ("SRC008", "a text in no language", None)),
        ("title = { FR = 'x' }", ("SRC011", "`FR` is no language", TONGUE)),
        ("title = { fr = 'x', e = 'y' }", ("SRC011", "`e` is no language", TONGUE)),
        ("title = { fr-c = 'x' }", ("SRC011", "`fr-c` is no language", TONGUE)),
        (f"title = {{ {'f' * 41} = 'x' }}", ("SRC011", f"`{'f' * 40}` is no language", TONGUE)),
        ("title = { fr = 1 }", ("SRC008", "expected a text, found a whole number", None)),
    ],
)
def test_a_text_that_does_not_fit_is_told(told, title, fault):
    """A text is one, or one for each language, and every language of it is one."""
    code, headline, advice = fault
    assert told(SESSION + title) == [(code, "sessions[0].title", headline, advice)]


@pytest.mark.parametrize(
    ("rest", "faults"),
    [
        ("[[sessions]]\nid = 'a'\n", [("SRC007", "sessions[0]", "`title` is missing here", None)]),
        (
            "[[days]]\nid = 'j'\ndate = '2022-03-24'\n",
            [("SRC008", "days[0].date", "expected a date, found a text", DATE)],
        ),
        (
            "[[days]]\nid = 'j'\ndate = 2022-03-24T10:00:00\n",
            [("SRC008", "days[0].date", "expected a date, found a date with a time", DATE)],
        ),
        (
            "[[days]]\nid = 'j'\ndate = 1822-03-24\n",
            [("SRC008", "days[0].date", "no event takes place in the year 1822", None)],
        ),
        (
            "revision = { number = 1, at = 'x' }\n",
            [("SRC008", "event.revision.at", "expected a date with a time, found a text",
              INSTANT)],
        ),
        (
            "revision = { number = 1, at = 2022-03-01T12:00:00 }\n",
            [("SRC008", "event.revision.at", "a date with a time needs an offset from UTC",
              INSTANT)],
        ),
        (
            "revision = { number = 1, at = 2022-03-01T12:00:00Z, zzz = 1 }\n",
            [("SRC006", "event.revision.zzz!", "`zzz` is not known here",
              "the keys are: number, at")],
        ),
        (
            "[[venues]]\nid = 'v'\nname = 'V'\nlatitude = 'x'\nlongitude = 2\n",
            [("SRC008", "venues[0].latitude", "expected a number, found a text", None)],
        ),
        (
            "[[outputs]]\nuse = 'json'\noptions = 3\n",
            [("SRC008", "outputs[0].options", "expected a table, found a whole number", None)],
        ),
        ("[outputs]\n", [("SRC008", "outputs", "expected a list, found a table", LIST)]),
        (
            "[checks]\nignor = []\n",
            [("SRC006", "checks.ignor!", "`ignor` is not known here", "did you mean `ignore`?")],
        ),
        (
            "organizers = ['b', 'A']\n",
            [("SRC010", "event.organizers[1]", "`A` is no id", SLUG)],
        ),
        (
            "titel = 1\n[sesions]\n",
            [
                ("SRC006", "sesions!", "`sesions` is not known here", "did you mean `sessions`?"),
                ("SRC006", "event.titel!", "`titel` is not known here", "did you mean `title`?"),
            ],
        ),
    ],
)  # fmt: skip
def test_a_table_that_does_not_fit_is_told(told, rest, faults):
    """What is missing, unknown or of another kind is told at its place in the file."""
    assert told(HEAD + rest) == faults


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("", [("SRC004", "format", "the file is empty", FORMAT)]),
        (EVENT, [("SRC004", "format", "the file does not say its format", FORMAT)]),
        (
            f"format = 1.0\n{EVENT}",
            [("SRC004", "format", "the format is a whole number", FORMAT)],
        ),
        (
            f"format = 99\n{EVENT}",
            [
                (
                    "SRC005",
                    "format",
                    "this version does not know format 99",
                    "install a newer version of partenariats, or check the number",
                )
            ],
        ),
        (
            "format = 1\nevent = 3\n",
            [
                (
                    "SRC007",
                    "event",
                    "the table `[event]` is missing",
                    "an event needs at least `id`, `title` and `timezone`",
                )
            ],
        ),
        (
            "format = 1\n[event]\n",
            [
                ("SRC007", "event", "`id` is missing here", None),
                ("SRC007", "event", "`title` is missing here", None),
                ("SRC007", "event", "`timezone` is missing here", None),
            ],
        ),
        (
            f"format = 1\n{EVENT.replace('x', 'Ä b')}",
            [("SRC010", "event.id", "`Ä b` is no id", SLUG)],
        ),
    ],
)
def test_a_file_that_is_no_event_is_told(told, text, faults):
    """Format and event are named where they are missing, each once."""
    assert told(text) == faults


@pytest.mark.parametrize(
    ("hook", "value", "said"),
    [
        (hooks.to_text, {1}, "expected a text, found a value of another kind"),
        (hooks.to_text, None, "expected a text, found nothing"),
        (hooks.to_table, {"a": {1}}, "expected a value that TOML can say, found a table"),
    ],
)
def test_a_value_that_no_file_could_hold_is_told(untranslated, hook, value, said):
    """Values come from programs and from JSON, too."""
    with pytest.raises(Unfit) as caught:
        hook(value)
    assert str(caught.value) == said
    assert untranslated([caught.value.headline]) == []
