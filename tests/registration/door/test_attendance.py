"""What people attended, half-day by half-day."""

from __future__ import annotations

from partenariats.model.registration.attendance import AttendanceLine
from partenariats.registration.door.attendance import arrivals, attendance

MORNING = AttendanceLine(day="jeudi", block="matinee", minutes=210)
AFTERNOON = AttendanceLine(day="jeudi", block="apres-midi", minutes=180)
SOILS = AttendanceLine(day="jeudi", block="apres-midi", session="sols", minutes=120)
VISIT = AttendanceLine(day="vendredi", session="visite", minutes=120)
FRIDAY = AttendanceLine(day="vendredi", minutes=120)


def test_entries_count_for_half_days_and_sessions(programme, half_days, entry):
    """An entry to the event counts for its half-day, one to a session for both; each once."""
    found = attendance(
        programme,
        half_days,
        [
            entry("6", "a", "9:30", day=22, session="visite"),
            entry("1", "a", "8:30"),
            entry("2", "a", "9:30", door="ouest"),
            entry("3", "a", "14:05", session="sols"),
            entry("4", "a", "14:00"),
            entry("5", "b", "13:00"),
        ],
    )
    assert found["a"].lines == (MORNING, AFTERNOON, SOILS, FRIDAY, VISIT)
    assert found["a"].minutes == 210 + 180 + 120
    assert found["b"].lines == (AFTERNOON,)
    assert found.keys() == {"a", "b"}


def test_what_was_undone_is_left_out(programme, half_days, entry):
    """Nobody attended what a mistake says."""
    entries = [entry("1", "a", "9:00"), entry("2", "a", "9:01", undoes="1")]
    assert attendance(programme, half_days, entries) == {}


def test_an_entry_to_nothing_counts_for_nothing(programme, half_days, entry):
    """After the last session of a day, or to a session that is not there any more."""
    entries = [entry("1", "a", "18:00"), entry("2", "a", "9:00", session="gone")]
    assert attendance(programme, half_days, entries)["a"].lines == ()


def test_arrivals_are_counted_by_the_hour(half_days, entry, at):
    """Each hour of the event's zone, for the event and for each session."""
    entries = [
        entry("1", "a", "8:59"),
        entry("2", "b", "9:00"),
        entry("3", "c", "9:59"),
        entry("4", "a", "9:30", session="sols"),
        entry("5", "d", "9:30"),
        entry("6", "d", "9:31", undoes="5"),
    ]
    found = {
        (hour.isoformat(), session): count
        for (hour, session), count in arrivals(half_days, entries).items()
    }
    assert found == {
        ("2030-03-21T08:00:00+01:00", None): 1,
        ("2030-03-21T09:00:00+01:00", None): 2,
        ("2030-03-21T09:00:00+01:00", "sols"): 1,
    }


def test_the_roster_says_what_everybody_attended(desk, enter, clock, at):
    """Whoever did not come has no lines; before the doors open nobody has."""
    ada, _ = enter("Ada", "Bob")
    assert [line.attended for line in desk.roster().lines] == [(), ()]
    clock.at = at("9:00")
    desk.check_in(ada)
    assert [line.attended for line in desk.roster().lines] == [(MORNING,), ()]
