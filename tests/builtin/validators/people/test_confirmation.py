"""Who has said yes."""

from __future__ import annotations

import pytest

from partenariats.testing import event_file

DAY = '[[days]]\nid = "jeudi"\ndate = 2022-03-24\n'
NAMES = ("ada", "bo", "cy")
SESSION = '[[sessions]]\nid = "s-{start}"\ntitle = "S"\nday = "jeudi"\n{when}\ncredits = [{who}]\n'


def people(*confirmed):
    """Write people of whom it is said, or not, whether they confirmed."""
    lines = {True: "confirmed = true\n", False: "confirmed = false\n", None: ""}
    return DAY + "".join(
        f'[[people]]\nid = "{key}"\nname = "{key}"\n{lines[answer]}'
        for key, answer in zip(NAMES, confirmed, strict=False)
    )


def session(start, *who):
    """Write a session that credits people; no start leaves it without a place in time."""
    when = f'start = "{start}:00"' if start else ""
    credits_ = ", ".join(f'{{ person = "{key}" }}' for key in who)
    return SESSION.format(start=start, when=when, who=credits_)


def found(text, code):
    """List where a code is told, its headline, and its related places with their labels."""
    report = event_file(text).validate().report
    assert "PLG010" not in {one.code for one in report.diagnostics}
    return [
        (
            str(one.where),
            str(one.headline),
            [(str(other.where), str(other.label)) for other in one.related],
        )
        for one in report.diagnostics
        if one.code == code
    ]


@pytest.mark.parametrize(
    ("answer", "sessions", "first"),
    [
        (False, session(9, "ada"), 0),
        (True, session(9, "ada"), None),
        (None, session(9, "ada"), None),
        (False, session(9), None),
        (False, session(14, "ada") + session(9, "ada"), 1),
        (False, session(9, "ada") + session(14, "ada"), 0),
        (False, session(0, "ada") + session(9, "ada"), 1),
        (False, session(9) + session(0, "ada"), 1),
    ],
)
def test_somebody_who_has_not_confirmed(answer, sessions, first):
    """It is told once, at their answer, against the first session of the programme."""
    there = (
        "people[0].confirmed",
        "`ada` is credited, but has not confirmed",
        [(f"sessions[{first}]", "they are credited here")],
    )
    assert found(people(answer) + sessions, "PPL006") == ([] if first is None else [there])


@pytest.mark.parametrize("start", ['start = "9:00"\n', ""])
@pytest.mark.parametrize("ids", ["bc", "cb"])
def test_of_sessions_that_start_together_the_first_by_id_is_shown(start, ids):
    """The session that is shown does not depend on the order in the file."""
    sessions = "".join(
        f'[[sessions]]\nid = "{key}"\ntitle = "A"\nday = "jeudi"\n{start}'
        'credits = [{ person = "ada" }]\n'
        for key in ids
    )
    ((_, _, related),) = found(people(False) + sessions, "PPL006")
    assert related == [(f"sessions[{ids.index('b')}]", "they are credited here")]


def test_a_workshop_is_the_first_session_where_there_is_no_other():
    """Who is credited in a workshop alone is told against it."""
    text = people(False) + '[[workshops]]\nid = "w"\ncredits = [{ person = "ada" }]\n'
    (told,) = found(text, "PPL006")
    assert told[2] == [("workshops[0]", "they are credited here")]


@pytest.mark.parametrize(
    ("answers", "credited", "place", "headline"),
    [
        ((True, None, True), NAMES, 1, "whether `bo` has confirmed is not said"),
        ((False, None, True), NAMES, 1, "whether `bo` has confirmed is not said"),
        (
            (None, True, None),
            NAMES,
            0,
            "whether `ada` and others, 2 in all, have confirmed is not said",
        ),
        ((None, True, None), ("bo", "cy"), 2, "whether `cy` has confirmed is not said"),
        # an answer of somebody who is not credited shows that a list is kept
        ((True, None, None), ("bo",), 1, "whether `bo` has confirmed is not said"),
        ((None, True, None), ("bo",), None, ""),
        ((True, False, True), NAMES, None, ""),
        ((None, None, None), NAMES, None, ""),
        ((), (), None, ""),
    ],
)
def test_an_answer_that_is_not_said(answers, credited, place, headline):
    """It is told once, at the first of them, and never where no list is kept."""
    told = [] if place is None else [(f"people[{place}]", headline, [])]
    assert found(people(*answers) + session(9, *credited), "PPL007") == told


@pytest.mark.parametrize(("answer", "codes"), [(False, ["PPL006"]), (None, ["PPL007"]), (True, [])])
def test_planted_faults(plant, changed, answer, codes):
    """One answer changed in the clean event gives one code."""
    assert plant(changed("people", "jour-1-salle-1-matin-0", confirmed=answer)) == codes
