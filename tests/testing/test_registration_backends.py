"""The standard tests of registration back-ends pass on memory, and each finds a fault."""

from __future__ import annotations

import time
from contextlib import nullcontext
from typing import ClassVar

import attrs
import pytest
from hypothesis import Phase, settings

from partenariats.builtin.backends.memory import MemoryBackend, Store
from partenariats.interfaces.journal_text import change_text
from partenariats.interfaces.options import options_class
from partenariats.interfaces.registration_backend import (
    BackendError,
    Declined,
    OldStoreError,
    Reason,
    RegistrationBackend,
)
from partenariats.model.registration.registrations import Attendee, Door, Quota, Registration
from partenariats.model.table import Table
from partenariats.testing import RegistrationBackendConformance
from partenariats.testing.backends.opening import READS


class Memory(RegistrationBackendConformance):
    """Share what is held in memory for an event and a folder."""

    is_always_ready = True
    store_class = Store
    stores: ClassVar[dict[object, Store]] = {}

    def make_backend(self, event, folder):
        """Find the store again."""
        key = (self.backend, event, folder)
        store = self.stores.setdefault(key, self.store_class())
        return self.backend(options_class(self.backend)(), event, folder, store)


class TestMemory(Memory):
    """Memory."""

    backend = MemoryBackend


@attrs.define
class NewStore(Store):
    """Be a store that is to be prepared."""

    is_prepared: bool = False


class Careful(MemoryBackend):
    """Keep registrations in memory that was prepared."""

    def prepare(self):
        """Prepare it."""
        self._store.is_prepared = True


def _careful(name):
    def call(self, *arguments):
        if not self._store.is_prepared:
            raise OldStoreError("prepare it first")
        return getattr(MemoryBackend, name)(self, *arguments)

    return call


for _name in READS:
    setattr(Careful, _name, _careful(_name))


class TestCareful(Memory):
    """Memory that is to be prepared."""

    random_run = settings(Memory.random_run, max_examples=10)
    backend = Careful
    is_always_ready = False
    store_class = NewStore


@attrs.define
class Loose:
    """Be options that can be changed."""

    size: int = 1


class WithLooseOptions(MemoryBackend, RegistrationBackend[Loose]):
    """Take options that can be changed."""


class Shouting(MemoryBackend):
    """Bear a name in capitals."""

    name = "MEMORY"


class OversellsByOne(MemoryBackend):
    """Find room for one too many."""

    def _has_room(self, key, count, capacities):
        return super()._has_room(key, count - 1, capacities)


class ForgetsClaims(MemoryBackend):
    """Forget what was claimed."""

    def commit(self, batch):
        """Forget."""
        outcome = super().commit(batch)
        self._store.claims.clear()
        return outcome


class KeepsHalf(MemoryBackend):
    """Keep the first change of a batch that is declined."""

    def commit(self, batch):
        """Keep it."""
        outcome = super().commit(batch)
        if isinstance(outcome, Declined):
            self._make(batch.changes[0])
        return outcome


class KeepsClaimsAlone(MemoryBackend):
    """Keep the claims of a batch without changes, and nothing else of it."""

    def commit(self, batch):
        """Take no place where nothing changes."""
        if not batch.changes:
            batch = attrs.evolve(batch, takes=())
        return super().commit(batch)


class LooksBackwards(MemoryBackend):
    """Look at the conditions in another order."""

    def _declined(self, batch):
        return self._crowded(batch) or self._stale(batch) or self._claimed(batch)


class CountsBefore(MemoryBackend):
    """Hold `full` against what was taken before the batch."""

    def _crowded(self, batch):
        for key, count in batch.full:
            if self._has_room(key, count, {}):
                return Declined(reason=Reason.ROOM_LEFT, what=key)
        return super()._crowded(batch)


class IgnoresVersions(MemoryBackend):
    """Write whatever version comes."""

    def _stale(self, batch):
        return None


class IgnoresQueues(MemoryBackend):
    """Let a list move."""

    def _crowded(self, batch):
        return super()._crowded(attrs.evolve(batch, queues=()))


class IgnoresFull(MemoryBackend):
    """Let somebody wait beside a place."""

    def _crowded(self, batch):
        return super()._crowded(attrs.evolve(batch, full=()))


class IgnoresTakes(MemoryBackend):
    """Look only at the first thing whose places are taken."""

    def _crowded(self, batch):
        return super()._crowded(attrs.evolve(batch, takes=batch.takes[:1]))


class HasALimit(MemoryBackend):
    """Take a hundred for no limit."""

    def _quota(self, key):
        return self._store.quotas.get(key) or Quota(key=key, capacity=100)


class KeepsPlaces(MemoryBackend):
    """Take no places back while there are too few."""

    def _crowded(self, batch):
        for key, count in batch.takes:
            if count < 0 and not self._has_room(key, count, {}):
                return Declined(reason=Reason.FULL, what=key)
        return super()._crowded(batch)


class CountsOldCapacities(MemoryBackend):
    """Count by the capacities from before the batch."""

    def _has_room(self, key, count, capacities):
        return super()._has_room(key, count, {})


class GivesPositionsTwice(MemoryBackend):
    """Take how many wait for how many joined."""

    def _placed(self, registration):
        placed = super()._placed(registration)
        if placed is registration:
            return placed
        return attrs.evolve(placed, position=len(list(self._waiting_now(placed))) + 1)

    def _waiting_now(self, registration):
        return self._store.waiting.get(registration.session, {})


class PutsLast(MemoryBackend):
    """Give whoever is written another position."""

    def _placed(self, registration):
        return super()._placed(attrs.evolve(registration, position=None))


class WaitsBackwards(MemoryBackend):
    """Give those who wait from the end."""

    def waiting(self, session):
        """Turn them round."""
        return reversed(list(super().waiting(session)))


class LosesEntries(MemoryBackend):
    """Write all but the last change of a batch into the journal."""

    def commit(self, batch):
        """Lose it."""
        outcome = super().commit(batch)
        if not isinstance(outcome, Declined):
            self._store.journal.pop()
        return outcome


class ListsAsTheyCame(MemoryBackend):
    """Give offers in the order in which they were made."""

    def offered(self):
        """Leave them."""
        yield from self._store.offered.values()


class IsClosed(MemoryBackend):
    """Be closed from the first."""

    def door(self):
        """Take nothing for no."""
        return self._store.door if self._store.door.is_open is not None else Door(is_open=False)


class WritesAnswersAsText(MemoryBackend):
    """Forget what was a date."""

    def _make(self, change):
        subject = change.subject
        if isinstance(subject, Attendee):
            answers = Table.of({key: str(value) for key, value in subject.answers.items()})
            change = attrs.evolve(change, subject=attrs.evolve(subject, answers=answers))
        return super()._make(change)


class HidesUnlimited(MemoryBackend):
    """Show only quotas that have a limit or are used."""

    def quotas(self):
        """Hide the others."""
        found = super().quotas()
        return {key: quota for key, quota in found.items() if quota != Quota(key=key)}


class ForgetsWhy(MemoryBackend):
    """Keep short reasons."""

    def _make(self, change):
        return super()._make(attrs.evolve(change, why=change.why[:255]))


class Strips(MemoryBackend):
    """Take spaces away."""

    def _make(self, change):
        if isinstance(change.subject, Attendee):
            name = change.subject.name.strip()
            change = attrs.evolve(change, subject=attrs.evolve(change.subject, name=name))
        return super()._make(change)


class LosesZones(MemoryBackend):
    """Keep what the clock showed."""

    def _make(self, change):
        if isinstance(change.subject, Registration):
            at = change.subject.at.replace(tzinfo=None)
            change = attrs.evolve(change, subject=attrs.evolve(change.subject, at=at))
        return super()._make(change)


class LosesFolds(MemoryBackend):
    """Take the second of two equal hours for the first."""

    def _make(self, change):
        if isinstance(change.subject, Registration):
            at = change.subject.at.replace(fold=0)
            change = attrs.evolve(change, subject=attrs.evolve(change.subject, at=at))
        return super()._make(change)


class HasFewVariables(MemoryBackend):
    """Fail for a large batch."""

    def commit(self, batch):
        """Count."""
        if len(batch.changes) > 999:
            raise BackendError("too many variables")
        return super().commit(batch)


class StartsAnew(MemoryBackend):
    """Empty the store when it is prepared again."""

    def prepare(self):
        """Empty it."""
        for held in (self._store.attendees, self._store.registrations, self._store.journal):
            held.clear()


class WritesOnClosing(MemoryBackend):
    """Lose what was committed unless it is closed."""

    is_closed = False

    def close(self):
        """Keep everything."""
        self.is_closed = True

    def __del__(self):
        if not self.is_closed:
            self._store.attendees.clear()


class Remembers(MemoryBackend):
    """Give once more what was read first."""

    seen = None

    def quotas(self):
        """Look once."""
        self.seen = super().quotas() if self.seen is None else self.seen
        return self.seen


class MixesEvents(MemoryBackend):
    """Have one store for all events of a folder."""

    all_stores: ClassVar[dict[object, Store]] = {}

    def __init__(self, options, event, folder, store):
        super().__init__(options, event, folder, self.all_stores.setdefault(folder, store))


class LocksReaders(MemoryBackend):
    """Let nobody commit while somebody reads."""

    readers: ClassVar[set[int]] = set()

    def waiting(self, session):
        """Hold the store until all is read."""
        self.readers.add(id(self._store))
        yield from super().waiting(session)
        self.readers.discard(id(self._store))

    def commit(self, batch):
        """Give up where it is held."""
        if id(self._store) in self.readers:
            raise BackendError("locked")
        return super().commit(batch)


class HasNoLock(MemoryBackend):
    """Let others in between looking and writing."""

    def __init__(self, options, event, folder, store):
        store.lock = nullcontext()
        super().__init__(options, event, folder, store)

    def _declined(self, batch):
        found = super()._declined(batch)
        time.sleep(0.0005)
        return found


class IgnoresQueuesSlowly(IgnoresQueues):
    """Let others join between reading a list and committing."""

    def waiting(self, session):
        """Read, and be late."""
        found = list(super().waiting(session))
        time.sleep(0.005)
        return iter(found)


class RedactsNothing(MemoryBackend):
    """Leave the journal as it is."""

    def _redact(self, batch):
        pass


class RedactsSomebodyElse(MemoryBackend):
    """Take whoever stands next to the one who is meant."""

    def _redact(self, batch):
        ids = sorted(self._store.attendees)
        others = tuple(
            attrs.evolve(one, attendee=ids[(ids.index(one.attendee) + 1) % len(ids)])
            for one in batch.redactions
        )
        super()._redact(attrs.evolve(batch, redactions=others))


class RedactsTheFirst(MemoryBackend):
    """Redact one attendee of a batch."""

    def _redact(self, batch):
        super()._redact(attrs.evolve(batch, redactions=batch.redactions[:1]))


class RedactsAll(MemoryBackend):
    """Take out everything where some fields are named."""

    def _redact(self, batch):
        whole = tuple(attrs.evolve(one, fields=None) for one in batch.redactions)
        super()._redact(attrs.evolve(batch, redactions=whole))


class IgnoresMoments(MemoryBackend):
    """Keep with others the reason that was given for somebody."""

    def _redact(self, batch):
        bare = tuple(attrs.evolve(one, moments=frozenset()) for one in batch.redactions)
        super()._redact(attrs.evolve(batch, redactions=bare))


class KeepsReasons(MemoryBackend):
    """Redact who it is, and leave why."""

    def _redact(self, batch):
        before = [entry.change.why for entry in self._store.journal]
        super()._redact(batch)
        self._store.journal[:] = [
            attrs.evolve(entry, change=attrs.evolve(entry.change, why=why))
            for entry, why in zip(self._store.journal, before, strict=True)
        ]


class DropsEntries(MemoryBackend):
    """Take whole entries out of the journal."""

    def _redact(self, batch):
        gone = {one.attendee for one in batch.redactions}
        self._store.journal[:] = [
            entry
            for entry in self._store.journal
            if getattr(entry.change.subject, "id", None) not in gone
        ]


class CountsAnew(MemoryBackend):
    """Give the places back of whoever is redacted."""

    def _redact(self, batch):
        super()._redact(batch)
        for key, quota in self._store.quotas.items():
            self._store.quotas[key] = attrs.evolve(quota, taken=0)


class RedactsFirst(MemoryBackend):
    """Redact before the conditions are looked at."""

    def commit(self, batch):
        """Redact."""
        self._redact(batch)
        return super().commit(batch)


class KeepsADraft(MemoryBackend):
    """Write every batch to a file besides, and never clean up."""

    def commit(self, batch):
        """Write it."""
        with (self.folder / "draft").open("a", encoding="utf-8") as file:
            file.writelines(change_text(change) for change in batch.changes)
        return super().commit(batch)


class ForgetsAll(MemoryBackend):
    """Forget more than it is asked to."""

    def forget(self):
        """Empty the journal."""
        self._store.journal.clear()


FAULTS = [
    *(
        (cls, "test_what_is_redacted_is_taken_out_of_the_journal")
        for cls in (RedactsNothing, RedactsSomebodyElse, KeepsReasons, DropsEntries, CountsAnew)
    ),
    (IgnoresMoments, "test_a_reason_is_taken_out_wherever_it_stands"),
    (RedactsAll, "test_some_fields_are_redacted_alone"),
    (RedactsTheFirst, "test_several_are_redacted_at_once"),
    (RedactsFirst, "test_a_declined_batch_redacts_nothing"),
    (MixesEvents, "test_another_event_is_not_redacted"),
    (KeepsADraft, "test_what_was_redacted_is_in_no_file_once_it_is_forgotten"),
    (ForgetsAll, "test_what_was_redacted_is_in_no_file_once_it_is_forgotten"),
    (WithLooseOptions, "test_options_are_frozen_and_have_defaults"),
    (Shouting, "test_it_is_named_and_described"),
    (KeepsHalf, "test_a_condition_that_is_not_met_declines_the_whole_batch", Reason.CLAIMED),
    (ForgetsClaims, "test_a_condition_that_is_not_met_declines_the_whole_batch", Reason.CLAIMED),
    (IgnoresVersions, "test_a_condition_that_is_not_met_declines_the_whole_batch", Reason.STALE),
    (
        IgnoresQueues,
        "test_a_condition_that_is_not_met_declines_the_whole_batch",
        Reason.QUEUE_MOVED,
    ),
    (KeepsClaimsAlone, "test_a_batch_without_changes_is_made_whole"),
    (IgnoresTakes, "test_a_condition_that_is_not_met_declines_the_whole_batch", Reason.FULL),
    (IgnoresFull, "test_a_condition_that_is_not_met_declines_the_whole_batch", Reason.ROOM_LEFT),
    (LooksBackwards, "test_conditions_are_looked_at_in_their_order", 0),
    (LooksBackwards, "test_conditions_are_looked_at_in_their_order", 1),
    (CountsBefore, "test_conditions_are_looked_at_in_their_order", 2),
    (CountsBefore, "test_conditions_are_looked_at_in_their_order", 3),
    (CountsBefore, "test_a_batch_whose_conditions_are_met_is_committed"),
    (ForgetsClaims, "test_a_name_is_claimed_once"),
    *(
        (IgnoresVersions, "test_a_version_that_does_not_follow_is_stale", *versions)
        for versions in [(0, 2), (1, 1), (1, 3), (2, 1), (2, 2), (2, 4)]
    ),
    (IgnoresQueues, "test_a_wait_list_that_somebody_joined_has_moved"),
    (OversellsByOne, "test_no_more_places_are_taken_than_there_are"),
    (IgnoresTakes, "test_no_more_places_are_taken_than_there_are"),
    (HasALimit, "test_places_without_a_limit_are_counted"),
    (KeepsPlaces, "test_places_are_given_back_in_any_case"),
    (CountsOldCapacities, "test_capacities_of_a_batch_count_for_its_own_places"),
    (IgnoresFull, "test_nobody_is_made_to_wait_where_there_is_room"),
    (CountsBefore, "test_nobody_is_made_to_wait_where_there_is_room"),
    (GivesPositionsTwice, "test_positions_are_given_in_the_order_of_joining"),
    (WaitsBackwards, "test_positions_are_given_in_the_order_of_joining"),
    (PutsLast, "test_a_position_that_was_given_is_kept"),
    (LosesEntries, "test_the_journal_grows_in_the_order_of_changes"),
    (ListsAsTheyCame, "test_lists_have_their_orders"),
    (IsClosed, "test_a_new_store_is_empty"),
    (WritesAnswersAsText, "test_what_goes_in_comes_back"),
    (HidesUnlimited, "test_a_capacity_without_limit_is_known_to_be_set"),
    (ForgetsWhy, "test_the_journal_says_who_when_and_why"),
    (Strips, "test_difficult_texts_come_back", "spaces"),
    (LosesZones, "test_times_are_kept_to_the_millisecond", "UTC"),
    (LosesFolds, "test_times_are_kept_to_the_millisecond", "Europe/Paris"),
    (HasFewVariables, "test_a_large_batch_is_committed"),
    (StartsAnew, "test_it_is_there_when_the_store_is_opened_again"),
    (WritesOnClosing, "test_it_is_there_after_a_crash"),
    (Remembers, "test_another_instance_sees_it_at_once"),
    (MixesEvents, "test_events_are_kept_apart"),
    (LocksReaders, "test_a_list_that_is_left_unread_holds_nobody_up"),
    (HasNoLock, "test_places_are_given_once_to_many_at_once"),
    (OversellsByOne, "test_places_are_given_once_to_many_at_once"),
    (HasNoLock, "test_a_name_is_claimed_by_one_of_many_at_once"),
    (HasNoLock, "test_a_version_is_written_by_one_of_many_at_once"),
    (ForgetsClaims, "test_a_request_that_is_sent_many_times_at_once_is_entered_once"),
    (IgnoresQueuesSlowly, "test_nobody_waits_beside_a_place_that_comes_free_at_once"),
]
AT_RANDOM = [OversellsByOne, ForgetsClaims, WaitsBackwards, LosesEntries, GivesPositionsTwice]
ANY_RUN = "test_any_run_of_a_desk_agrees_with_a_model"
UNPREPARED = "test_a_store_that_is_not_prepared_is_told"


def run(cls, law, *arguments, base=Memory):
    """Run one standard test on a back-end, without looking for the smallest example."""
    quick = settings(base.random_run, max_examples=40, phases=[Phase.generate])
    made = type("Conformance", (base,), {"backend": cls, "random_run": quick})()
    getattr(made, law)(*arguments)


def fails(cls, law, *arguments, base=Memory):
    """Tell whether a standard test fails on a back-end."""
    try:
        run(cls, law, *arguments, base=base)
    except (Exception, pytest.fail.Exception):  # noqa: BLE001  # whatever a fault raises
        return True
    return False


@pytest.mark.parametrize("planted", FAULTS, ids=lambda planted: "-".join(map(str, planted)))
def test_a_faulty_back_end_is_caught(planted):
    """The fault fails the test that is there for it, which memory passes."""
    assert fails(*planted)
    run(MemoryBackend, *planted[1:])


@pytest.mark.parametrize("cls", AT_RANDOM)
def test_a_faulty_back_end_is_caught_at_random(cls):
    """Things asked for in any order find the fault; memory passes them above."""
    assert fails(cls, ANY_RUN)


@pytest.mark.parametrize("function", READS)
def test_a_back_end_that_works_unprepared_is_caught(function):
    """Memory as it is needs no preparing, so it fails where it says that it does."""
    assert fails(MemoryBackend, UNPREPARED, function, base=TestCareful)
    run(Careful, UNPREPARED, function, base=TestCareful)


def test_every_standard_test_has_a_planted_fault():
    """No standard test stands here without a fault that it catches."""
    laws = {name for name in dir(RegistrationBackendConformance) if name.startswith("test_")}
    assert {UNPREPARED, ANY_RUN, *(planted[1] for planted in FAULTS)} == laws
