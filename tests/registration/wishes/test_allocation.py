"""What an allocation does to registrations and working groups."""

from __future__ import annotations

import attrs
import pytest

from partenariats.model.registration.registrations import Registration, RegistrationState
from partenariats.registration.allocating.errors import ContradictionError
from partenariats.registration.changing import AttendeeChange
from partenariats.registration.errors import InvalidRequestError
from partenariats.registration.requests.request import Entrant, Request
from partenariats.registration.wishes.terms import AllocationTerms


def whys(place, attendee):
    """Give the reasons in the journal of what changed for somebody's sessions and groups."""
    return [
        entry.change.why
        for entry in place.desk.log(attendee)
        if not (isinstance(entry.change.subject, Registration) and not entry.change.subject.session)
        if entry.change.why
    ]


def test_people_get_their_best_wishes_as_far_as_places_go(place):
    """Nobody is left without a place while somebody else could move to a lower wish."""
    flexible = [place.enter(name, "ab") for name in ("Ada", "Bob")]
    strict = [place.enter(name, "a") for name in ("Cleo", "Dan")]
    done = place.desk.allocate(place.workshops)
    assert [place.has(one) for one in strict] == [["a"], ["a"]]
    assert [place.has(one) for one in flexible] == [["b"], ["b"]]
    assert (done.report.ranks, done.report.unplaced, done.written) == ((2, 2), (), 4)
    assert place.desk.status()["session:a"].taken == 2
    assert place.desk.verify() == ()


def test_it_is_one_batch_with_a_reason_for_each_person(place):
    """All entries are of one moment; the reason stands with the session, not with the event."""
    ada, bob = place.enter("Ada", "a"), place.enter("Bob", "ca")
    before = len(list(place.desk.log()))
    commits = []
    commit = place.desk.backend.commit
    place.desk.backend.commit = lambda batch: commits.append(batch) or commit(batch)
    place.desk.allocate(place.workshops, why="drawn")
    assert (len(commits), len(list(place.desk.log())) - before) == (1, 4)
    assert whys(place, ada) == [f"drawn; `{ada}` gets the first wish, `a`"]
    assert whys(place, bob) == [f"drawn; `{bob}` gets the first wish, `c`"]


def test_allocated_again_nothing_changes(place):
    """Neither the journal nor a version grows."""
    people = [place.enter(name, "ab") for name in ("Ada", "Bob", "Cleo")]
    place.desk.allocate(place.workshops)
    place.desk.allocate(place.groups)
    before = list(place.desk.log()), [place.desk.show(one) for one in people]
    again = [place.desk.allocate(one) for one in (place.workshops, place.groups)]
    assert [one.written for one in again] == [0, 0]
    assert (list(place.desk.log()), [place.desk.show(one) for one in people]) == before


def test_a_dry_run_changes_nothing_and_says_the_same(place):
    """Not even capacities are counted."""
    ada = place.enter("Ada", "a")
    before = list(place.desk.log())
    tried = place.desk.allocate(place.workshops, dry_run=True)
    assert (list(place.desk.log()), place.has(ada)) == (before, [])
    assert tried.whys == place.desk.allocate(place.workshops).whys


def test_after_a_cancellation_as_few_as_can_be_are_moved(place):
    """Whoever has a place keeps it, unless somebody else would have none."""
    people = [place.enter(name, "abc") for name in ("Ada", "Bob", "Cleo", "Dan", "Eve")]
    place.desk.allocate(place.workshops)
    was = {one: place.has(one) for one in people}
    leaver = next(one for one in people if was[one] == ["a"])
    place.desk.cancel(leaver)
    strict = [place.enter(name, "a") for name in ("Fay", "Gil")]
    done = place.desk.allocate(place.workshops)
    assert [place.has(one) for one in strict] == [["a"], ["a"]]
    stayed = [one for one in people if place.has(one) == was[one]]
    assert (len(stayed), len(done.report.moved)) == (3, 1)


def test_afresh_moves_whoever_gains(place):
    """A place that came free is for whoever likes it best."""
    people = [place.enter(name, "abc") for name in ("Ada", "Bob", "Cleo")]
    place.desk.allocate(place.workshops)
    (late,) = (one for one in people if place.has(one) == ["b"])
    place.desk.cancel(next(one for one in people if place.has(one) == ["a"]))
    assert place.desk.allocate(place.workshops).written == 0
    place.desk.allocate(place.workshops, AllocationTerms(afresh=True))
    assert place.stands(late) == {None: "confirmed", "a": "confirmed", "b": "cancelled"}


def test_working_groups_are_kept_with_the_attendee(place):
    """They are in the roster; those of other editions stay."""
    people = [place.enter(name, ("eau", "sols")) for name in ("Ada", "Bob", "Cleo")]
    place.desk.allocate(place.groups)
    groups = [line.attendee.working_groups for line in place.desk.roster().lines]
    assert sorted(groups) == [("g-eau",), ("g-eau",), ("g-sols",)]
    third = next(
        one for one in people if place.desk.show(one).attendee.working_groups == ("g-sols",)
    )
    (why,) = whys(place, third)
    assert why.startswith(f"`{third}` gets wish 2, `g-sols`: `g-eau` is full")
    assert place.desk.verify() == ()


def test_who_registered_for_a_workshop_without_wishes_stays_there(place):
    """It has one of the places, whatever others wish."""
    ada = place.enter("Ada", sessions=("a",))
    others = [place.enter(name, "ab") for name in ("Bob", "Cleo")]
    done = place.desk.allocate(place.workshops)
    assert place.has(ada) == ["a"]
    assert sorted(place.has(one) for one in others) == [["a"], ["b"]]
    assert done.whys[ada].say("en") == f"`{ada}` stays in `a`"


def test_who_waits_gets_the_place_or_stops_waiting_for_it(place):
    """Waiting counts as a wish where there is no other; another place ends it."""
    for name in ("Ada", "Bob"):
        place.enter(name, sessions=("a",))
    waits = place.enter("Cleo", sessions=("a",))
    chooses = place.enter("Dan", "bc", sessions=("a",))
    place.desk.allocate(place.workshops)
    assert place.stands(waits) == {None: "confirmed", "a": "waitlisted"}
    assert place.stands(chooses) == {None: "confirmed", "a": "cancelled", "b": "confirmed"}
    assert place.desk.verify() == ()


def test_places_that_an_allocation_frees_go_to_who_waits(make_place):
    """Also to those who take no part, because their registration waits for approval."""
    place = make_place(a="capacity = 1", b="capacity = 1", more="approval = true")
    ada = place.enter("Ada", "b", sessions=("a",))
    place.desk.confirm(ada)
    pending = place.enter("Bob", sessions=("a",))
    place.desk.allocate(place.workshops, AllocationTerms(must={ada: "b"}))
    assert place.stands(ada) == {None: "confirmed", "a": "cancelled", "b": "confirmed"}
    assert place.stands(pending) == {None: "pending", "a": "pending"}


def test_whoever_waits_for_approval_takes_no_part_and_keeps_places(make_place):
    """Nobody else is given the places that it holds."""
    place = make_place(a="capacity = 1", more="approval = true")
    place.enter("Ada", sessions=("a",))
    bob = place.enter("Bob", "a")
    place.desk.confirm(bob)
    done = place.desk.allocate(place.workshops)
    assert done.report.unplaced == (bob,)
    assert list(done.whys) == [bob]


def test_audiences_that_must_attend_are_there(make_place):
    """They were registered for it, and stay whatever they wish."""
    place = make_place(c='required_for = ["elus"]')
    ada = place.enter("Ada", "a", audience="elus")
    place.desk.allocate(place.workshops)
    assert place.has(ada) == ["c"]


def test_whoever_has_a_part_in_a_workshop_is_neither_placed_nor_without_a_place(make_place):
    """It gives up what it held besides."""
    place = make_place(a='credits = [{ person = "zoe", role = "facilitator" }]')
    zoe = place.enter("Zoé", "b")
    place.desk.allocate(place.workshops)
    place.desk.change(zoe, AttendeeChange(person="zoe"))
    done = place.desk.allocate(place.workshops)
    assert (place.has(zoe), done.report.unplaced, list(done.whys)) == ([], (), [])
    reason = "`zoe` has a part in `a` and is there already"
    assert done.stated.engaged[zoe].why.say("en") == reason


def test_whoever_has_a_part_in_a_workshop_may_be_registered_for_it(make_place):
    """Its place counts, and stays."""
    place = make_place(a='capacity = 1\ncredits = [{ person = "zoe", role = "facilitator" }]')
    zoe, ada = place.enter("Zoé", sessions=("a",), person="zoe"), place.enter("Ada", "a")
    done = place.desk.allocate(place.workshops)
    assert (place.has(zoe), done.report.unplaced) == (["a"], (ada,))


def test_whoever_speaks_elsewhere_at_that_time_is_not_placed(make_place):
    """A session that overlaps all workshops leaves none."""
    place = make_place(visite='credits = [{ person = "zoe", role = "speaker" }]')
    zoe = place.enter("Zoé", "b", person="zoe")
    done = place.desk.allocate(place.workshops)
    assert place.has(zoe) == []
    assert done.stated.engaged[zoe].why.say("en") == "`zoe` has a part in `visite` at that time"


def test_whoever_is_registered_for_something_else_then_is_not_placed(place):
    """Nobody is to be in two sessions at once."""
    ada = place.enter("Ada", "a", sessions=("visite",))
    done = place.desk.allocate(place.workshops)
    assert (place.has(ada), done.report.unplaced) == (["visite"], (ada,))


def test_a_name_of_the_programme_is_asked_about(make_place):
    """Only while nobody said who it is, and only of those who have a part then."""
    place = make_place(a='credits = [{ person = "zoe", role = "facilitator" }]')
    zoe, _ = place.enter("zoé  martin", "b"), place.enter("Luc Petit", "b")
    (question,) = place.desk.allocate(place.workshops, dry_run=True).stated.questions
    assert question.say("en").startswith(f"is `{zoe}` the `zoe` who has a part")
    place.desk.change(zoe, AttendeeChange(person="zoe"))
    assert place.desk.allocate(place.workshops, dry_run=True).stated.questions == ()


def test_the_organiser_says_who_must_be_where_and_who_must_not(place):
    """A theme names its group."""
    ada, bob = place.enter("Ada", ("a", "b", "eau", "sols")), place.enter("Bob", "a")
    terms = AllocationTerms(must={bob: "c"}, must_not={ada: ("a",)})
    place.desk.allocate(place.workshops, terms)
    place.desk.allocate(place.groups, AllocationTerms(must={bob: "sols"}, must_not={ada: ("eau",)}))
    assert (place.has(ada), place.has(bob)) == (["b"], ["c"])
    groups = [place.desk.show(one).attendee.working_groups for one in (ada, bob)]
    assert groups == [("g-sols",), ("g-sols",)]


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        ({"must": {"nobody": "a"}}, "`nobody` does not take part"),
        ({"must": {"ada": "visite"}}, "`visite` is not among the choices of `ateliers`"),
    ],
)
def test_terms_that_name_nobody_or_nothing_are_refused(place, terms, message):
    """Nothing was changed."""
    ada = place.enter("Ada", "a")
    must = {ada if who == "ada" else who: choice for who, choice in terms["must"].items()}
    with pytest.raises(InvalidRequestError, match=message):
        place.desk.allocate(place.workshops, AllocationTerms(must=must))
    assert place.has(ada) == []


def test_a_workshop_with_too_few_people_is_closed(make_place):
    """Who wished for it gets the next wish."""
    place = make_place(c="minimum = 3")
    people = [place.enter(name, "ca") for name in ("Ada", "Bob")]
    done = place.desk.allocate(place.workshops)
    assert [place.has(one) for one in people] == [["a"], ["a"]]
    assert done.solution.closed == {"c"}


def test_minima_that_cannot_be_had_are_told_by_name(make_place):
    """Whoever must be there keeps it from being closed; nothing was changed."""
    place = make_place(c='minimum = 3\nrequired_for = ["elus"]')
    ada, bob = place.enter("Ada", audience="elus"), place.enter("Bob", "a")
    with pytest.raises(ContradictionError) as caught:
        place.desk.allocate(place.workshops)
    assert (caught.value.options, caught.value.people) == (("c",), (ada,))
    assert place.has(bob) == []


def test_fewer_places_take_none_from_whoever_stays_without_a_wish(make_place):
    """Whoever came first is not sent away because the room became smaller."""
    place, smaller = make_place(), make_place(a="capacity = 1")
    people = [place.enter(name, sessions=("a",)) for name in ("Ada", "Bob")]
    desk = attrs.evolve(place.desk, programme=smaller.desk.programme)
    desk.update_capacities()
    assert desk.status()["session:a"].capacity == 1
    assert desk.allocate(place.workshops).written == 0
    assert [place.has(one) for one in people] == [["a"], ["a"]]


def test_a_wish_that_was_taken_back_is_kept_only_where_there_is_no_other(place):
    """Whoever changes its mind gets the new wish, and is never left with nothing."""
    ada = place.enter("Ada", "a")
    place.desk.allocate(place.workshops)
    place.desk.change(ada, AttendeeChange(wishes=("b",)))
    place.desk.allocate(place.workshops)
    assert place.has(ada) == ["b"]
    for name in ("Bob", "Cleo"):
        place.enter(name, sessions=("a",))
    place.desk.change(ada, AttendeeChange(wishes=("a",)))
    place.desk.allocate(place.workshops)
    assert place.has(ada) == ["b"]


def test_a_place_that_is_wished_for_no_more_is_not_taken_for_somebody_else(make_place):
    """Whoever likes it better gets it when its holder gives it up."""
    place = make_place(a="capacity = 1", b="capacity = 1")
    ada = place.enter("Ada", "a", sessions=("b",))
    place.enter("Bob", sessions=("a",))
    cleo = place.enter("Cleo", "b")
    done = place.desk.allocate(place.workshops)
    assert (place.has(ada), done.report.unplaced) == (["b"], (cleo,))
    assert place.desk.allocate(place.workshops).written == 0
    assert done.whys[ada].say("en") == f"`{ada}` stays in `b`"


def test_somebody_who_came_is_not_moved(place):
    """Whoever is in the room stays there, also when all is made afresh."""
    ada = place.enter("Ada", "ba", sessions=("a",))
    place.desk.check_in(ada, "a")
    place.desk.allocate(place.workshops, AllocationTerms(afresh=True))
    assert place.stands(ada) == {None: "attended", "a": "attended"}


def test_reasons_are_kept_in_the_language_of_the_event(place):
    """Whatever region it is of."""
    event = attrs.evolve(place.desk.programme.event, language="fr-CA")
    timeline = attrs.evolve(place.desk.programme.timeline, event=event)
    ada = place.enter("Ada", "a")
    desk = attrs.evolve(place.desk, programme=attrs.evolve(place.desk.programme, timeline=timeline))
    desk.allocate(place.workshops)
    assert whys(place, ada) == [f"`{ada}` obtient son premier vœu, `a`"]


def test_friends_are_kept_together_by_the_solver(place):
    """Those who registered together get one workshop, though one of them likes another better."""
    pytest.importorskip("ortools", reason="the extra `solver` is not installed")
    entrants = (Entrant(name="Ada", wishes=("a", "b")), Entrant(name="Bob", wishes=("b", "a")))
    made = place.desk.register(Request(entrants=entrants))
    place.desk.allocate(place.workshops, AllocationTerms(together=True))
    first, second = (place.has(one.attendee.id) for one in made)
    assert first == second


def test_an_offered_place_is_taken_with_the_allocation(make_place):
    """What was held for somebody becomes its own."""
    place = make_place(a="capacity = 1", more='offer = "48 h"')
    ada, bob = place.enter("Ada", sessions=("a",)), place.enter("Bob", sessions=("a",))
    place.desk.cancel(ada)
    assert place.stands(bob)["a"] == RegistrationState.OFFERED.value
    place.desk.allocate(place.workshops)
    assert place.stands(bob)["a"] == RegistrationState.CONFIRMED.value
