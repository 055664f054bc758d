"""One person is erased, or a field of all when its time is over; what is counted stays."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from partenariats.interfaces.journal_text import change_text
from partenariats.interfaces.json_values.attendees import attendee_value
from partenariats.model.ids import AttendeeId
from partenariats.model.registration.registrations import Attendee, Exported, RegistrationState
from partenariats.model.table import Table
from partenariats.registration.changing import AttendeeChange
from partenariats.registration.errors import InvalidRequestError, UnknownAttendeeError
from partenariats.registration.personal.exports import file_name
from partenariats.registration.personal.handing_over import Handover

LAST = datetime(2030, 3, 21, 20, tzinfo=UTC)
"""The evening of the event."""


def after(days):
    """Give a moment so many days after the event."""
    return datetime.fromtimestamp(LAST.timestamp() + days * 86400, UTC)


def said(at):
    """Give all that is kept, as text."""
    entries = "\n".join(change_text(entry.change) for entry in at.log())
    return entries + "".join(str(attendee_value(line.attendee)) for line in at.list())


def export(at, tmp_path, name, recipient=None):
    """Export everybody as the command does; return the file."""
    handover = Handover.to(at.programme.event, recipient)
    file = tmp_path / name
    file.write_bytes(b"".join(handover.pieces(at.list())))
    at.note_export(handover.exported(file_name(file, tmp_path)))
    return file


def test_whoever_is_erased_leaves_a_number_and_times(at, register):
    """Names, addresses, answers, consents and reasons go; the journal still leads to the rest."""
    own = register("Ada", True, why="Ada rang", audience="elus")
    at.change(own, AttendeeChange(email="lovelace@example.org"), why="her new address")
    at.cancel(own, why="Ada is ill")
    erased = at.erase(own, why="letter of today")
    assert at.show(own).attendee == Attendee(
        id=own, name="", audience=at.show(own).attendee.audience, version=3
    )
    found = said(at)
    for word in ("Ada", "lovelace", "diet of", "figurer", "rang", "address", "ill"):
        assert word not in found
    assert "letter of today" in found
    assert (erased.changed, erased.deleted, erased.elsewhere) == ((), (), ())
    assert at.verify() == ()


def test_places_are_given_up_before_the_event(at, register):
    """Whoever waits gets the place, without the reason that was given for somebody else."""
    own, _, waits = register("Ada", sessions=("sols",)), register("Bob"), register("Cleo")
    erased = at.erase(own)
    assert [(one.attendee, one.session, one.state.value) for one in erased.changed] == [
        (own, None, "cancelled"),
        (own, "sols", "cancelled"),
        (waits, None, "confirmed"),
    ]
    assert at.status()["event"].taken == 2
    assert at.verify() == ()


def test_a_reason_given_for_her_goes_where_it_stands_beside_others(at, register):
    """Who was promoted when she left has her reason in the journal, and keeps none of it."""
    own, _, _ = register("Ada"), register("Bob"), register("Cleo")
    at.cancel(own, why="she is ill")
    assert said(at).count("she is ill") == 2
    at.erase(own)
    assert said(at).count("she is ill") == 0


def test_counts_stay_after_the_event(at, register, clock):
    """Registrations stand as they stood, those of their audience too, and addresses are free."""
    came, stayed = register("Ada", audience="elus"), register("Bob", audience="elus")
    at.check_in(came)
    before = at.status()
    clock.at = after(1)
    assert (at.erase(came).changed, at.erase(stayed).changed) == ((), ())
    assert at.status() == before
    states = [at.show(own).registrations[0].state for own in (came, stayed)]
    assert states == [RegistrationState.ATTENDED, RegistrationState.CONFIRMED]
    owners = [at.backend.owner(f"email:{name}@example.org") for name in ("ada", "bob")]
    assert owners == [None, None]
    assert at.verify() == ()


def test_an_address_is_free_again(at, register):
    """Somebody else may register with it, and erasing twice takes nothing from them."""
    own = register("Ada")
    at.erase(own)
    other = register("Ada")
    assert other != own
    at.erase(own)
    assert at.backend.owner("email:ada@example.org") == other
    assert at.show(other).attendee.name == "Ada"
    assert at.verify() == ()


def test_nobody_else_is_touched(at, register):
    """Other people keep every word."""
    own, other = register("Ada"), register("Bob", True, why="Bob wrote")
    before = at.show(other)
    at.erase(own)
    assert at.show(other) == before
    assert said(at).count("Bob wrote") == 2


@pytest.mark.parametrize("why", ["Ada wrote", "from ADA@example.org"])
def test_a_reason_that_names_her_is_refused(at, register, why):
    """It would stay; nothing is erased."""
    own = register("Ada")
    with pytest.raises(InvalidRequestError, match="the reason names whoever is to be erased"):
        at.erase(own, why=why)
    assert at.show(own).attendee.name == "Ada"


def test_nobody_is_told(at):
    """An id of nobody is said to be so."""
    with pytest.raises(UnknownAttendeeError):
        at.erase(AttendeeId("p-nobody"))


def test_exported_files_are_deleted_or_named(at, register, tmp_path):
    """Those as they were exported go; changed, moved and earlier ones stay, and are named."""
    export(at, tmp_path, "before.csv")
    own = register("Ada", True)
    kept, changed, gone = (export(at, tmp_path, f"{n}.csv", "hotel") for n in ("a", "b", "c"))
    changed.write_text("mine")
    gone.rename(tmp_path / "moved.csv")
    handover = Handover.to(at.programme.event, None)
    list(handover.pieces(at.list()))
    at.note_export(handover.exported("-"))
    erased = at.erase(own)
    assert [one.file for one in erased.deleted] == ["a.csv"]
    assert [(one.file, one.recipient) for one in erased.elsewhere] == [
        ("b.csv", "hotel"),
        ("c.csv", "hotel"),
        ("-", "organizer"),
    ]
    assert not kept.exists()
    assert (changed.exists(), (tmp_path / "before.csv").exists()) == (True, True)


@pytest.mark.parametrize(
    ("days", "gone"),
    [
        (7, []),
        (8, ["answers.diet"]),
        (30, ["answers.diet"]),
        (31, ["answers.diet", "email"]),
        (61, ["answers.diet", "email", "audience"]),
        (365, ["answers.diet", "email", "audience"]),
        (366, ["answers.diet", "email", "audience", "name"]),
    ],
)
def test_each_field_is_purged_when_its_time_is_over(at, register, clock, days, gone):
    """On the day after its last one a field goes, of everybody and for good; others stay."""
    people = [register(name, True, audience="elus") for name in ("Ada", "Bob", "Cleo")]
    at.change(people[0], AttendeeChange(email="lovelace@example.org"))
    before = {own: at.show(own).attendee for own in people}
    clock.at = after(days)
    assert at.purge(dry_run=True).people == dict.fromkeys(gone, 3)
    assert {own: at.show(own).attendee for own in people} == before
    assert at.purge().people == dict.fromkeys(gone, 3)
    for word, field in {"diet of": "answers.diet", "@example": "email", "Cleo": "name"}.items():
        assert (word not in said(at)) is (field in gone)
    assert (at.backend.owner("email:bob@example.org") is None) is ("email" in gone)
    taken = at.status()["audience:elus"].taken
    assert taken == (0 if "audience" in gone else 2)
    assert at.verify() == ()
    assert at.purge().people == {}


def test_what_somebody_took_back_before_is_purged_too(at, register, clock):
    """The journal held an answer that the attendee no longer gives."""
    own = register("Ada")
    at.change(own, AttendeeChange(answers=Table.of({"night": True})))
    clock.at = after(8)
    assert at.purge().people == {"answers.diet": 1}
    assert "diet of" not in said(at)


def test_exports_with_a_field_that_is_due_are_deleted(at, register, clock, tmp_path):
    """A file without the field stays."""
    register("Ada", True)
    hotel = export(at, tmp_path, "hotel.csv", "hotel")
    badges = Exported(recipient="x", fields=("name",), people=1, file="x.csv", digest="0")
    at.note_export(badges)
    clock.at = after(8)
    purged = at.purge()
    assert [one.file for one in purged.deleted] == ["hotel.csv"]
    assert purged.elsewhere == ()
    assert not hotel.exists()
