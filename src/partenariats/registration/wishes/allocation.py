"""Allocate a round: state it, solve it, check the proof, plan what changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count

import attrs

from partenariats.language.gettext import interface_language
from partenariats.language.message import Message
from partenariats.model.ids import WorkingGroupId
from partenariats.model.programme import Programme
from partenariats.model.registration.registrations import Quota, Registration, RegistrationState
from partenariats.registration.allocating.certifying import check
from partenariats.registration.allocating.errors import NeedsSolverError
from partenariats.registration.allocating.explaining import Explanations
from partenariats.registration.allocating.flow.allocating import allocate as allocate_by_flow
from partenariats.registration.allocating.problem import Problem
from partenariats.registration.allocating.reporting import report
from partenariats.registration.allocating.solution import Solution
from partenariats.registration.allocating.solver.placing import place_by_search
from partenariats.registration.plan import Plan
from partenariats.registration.sessions import Sessions
from partenariats.registration.wishes.engagements import Engagements
from partenariats.registration.wishes.rounds import Choice, Round
from partenariats.registration.wishes.standings import WAITS, Standing
from partenariats.registration.wishes.stating import state_round
from partenariats.registration.wishes.terms import Allocated, AllocationTerms, Stated

State = RegistrationState


def allocate(
    plan: Plan, programme: Programme, sessions: Sessions, round_: Round, terms: AllocationTerms
) -> Allocated:
    """Plan the best allocation of a round; the proof is checked before anything is planned.

    Everybody who comes is looked at anew, so that it can be planned again when others changed
    something meanwhile.
    """
    standings = [Standing.of(line, round_) for line in plan.backend.roster()]
    engagements = Engagements.of(programme, sessions, round_)
    stated, solution = _settle(engagements, terms, standings, plan.quotas)
    whys = dict(_whys(stated, solution))
    placing = _Placing(plan, round_, stated, solution)
    written = 0
    for standing in standings:
        own = standing.attendee.id
        why = stated.engaged[own].why if own in stated.engaged else whys.get(own)
        if why is not None:
            plan.whys[own] = why.say(interface_language(plan.event.language))
            written += placing.place(standing)
    placing.promote()
    if written:
        _run_alone(plan, round_)
    return Allocated(
        round=round_,
        stated=stated,
        solution=solution,
        report=report(stated.problem, solution),
        before={
            one.attendee.id: one.now
            for one in standings
            if one.attendee.id in stated.attendees and one.now is not None
        },
        whys=whys,
        written=written,
    )


def solve(problem: Problem) -> Solution:
    """Return the best allocation there is; where the flow is not enough, the solver finds it."""
    try:
        solution = allocate_by_flow(problem)
    except NeedsSolverError:
        solution = place_by_search(problem)
    if solution.certificate is not None:
        check(problem, solution, solution.certificate)
    return solution


def _settle(
    engagements: Engagements,
    terms: AllocationTerms,
    standings: list[Standing],
    quotas: Mapping[str, Quota],
) -> tuple[Stated, Solution]:
    """State a round and solve it; nobody loses a place it does not wish for and gets none instead.

    It may be moved to what it wishes for. Where that cannot be, it stays, as those without wishes
    do.
    """
    keep: frozenset[str] = frozenset()
    unwished: dict[str, str] = {
        one.attendee.id: one.now
        for one in standings
        if one.now is not None and one.now not in engagements.round.wished(one.attendee.wishes)
    }
    while True:
        stated = state_round(engagements, terms, standings, quotas, keep)
        solution = solve(stated.problem)
        left = frozenset(
            person.id
            for person in stated.problem.people
            if person.id not in solution.placed
            and person.id in unwished
            and unwished[person.id] in set(person.wishes) - solution.closed
        )
        if not left:
            return stated, solution
        keep |= left


def _whys(stated: Stated, solution: Solution) -> Iterator[tuple[str, Message]]:
    """Give the reason of each person; whoever must be where it is simply stays."""
    explanations = Explanations.of(stated.problem, solution)
    for person in stated.problem.people:
        if person.must is not None and person.must == person.now:
            message = "`{person}` stays in `{option}`"
            yield person.id, Message.of(message, person=person.id, option=person.must)
        else:
            yield person.id, explanations.why(person.id)


def _run_alone(plan: Plan, round_: Round) -> None:
    """Let one run of a round be made at a time: no quota counts the places in working groups."""
    names = (f"allocation:{round_.key}:{number}" for number in count(1))
    plan.claims[next(name for name in names if plan.backend.owner(name) is None)] = "run"


@attrs.frozen
class _Placing:
    """Plan what an allocation changes, person by person."""

    plan: Plan
    round: Round
    stated: Stated
    solution: Solution
    left: Counter[str] = attrs.field(factory=Counter)
    """How many places and wishes for a place each choice lost."""

    def place(self, standing: Standing) -> bool:
        """Let somebody have what it was given, and nothing else; tell whether this is a change."""
        own = standing.attendee.id
        given = self.solution.placed.get(own)
        busy = self.stated.engaged.get(own)
        if busy is not None and busy.choice in standing.held:
            given = busy.choice
        if self.round.is_of_groups:
            return self._place_in_group(standing, given)
        return self._register(standing, given)

    def promote(self) -> None:
        """Give what is left to others who wait for it, where nobody had a wish."""
        for choice in self.round.choices:
            if self.left[choice.id] and choice.id not in self.solution.closed:
                self.plan.promote(choice.session)

    def _place_in_group(self, standing: Standing, given: str | None) -> bool:
        wanted = () if given is None else (given,)
        if tuple(standing.held) == wanted:
            return False
        attendee = standing.attendee
        others = (group for group in attendee.working_groups if group not in standing.held)
        groups = (*others, *map(WorkingGroupId, wanted))
        self.plan.write_attendee(
            attrs.evolve(attendee, working_groups=groups, version=attendee.version + 1)
        )
        self._stay_at_the_event(standing)
        return True

    def _register(self, standing: Standing, given: str | None) -> bool:
        """Confirm the workshop that was given, and give up the others of the round."""
        changed = False
        for choice in self.round.choices:
            item = standing.own.get(choice.session)
            if choice.id == given:
                changed |= self._confirm(standing, choice, item)
            elif item is not None and self._is_to_leave(standing, choice, item, given):
                gone = attrs.evolve(item, state=State.CANCELLED, position=None, until=None)
                self.plan.move(item, gone)
                self.left[choice.id] += 1
                changed = True
        return changed

    def _confirm(self, standing: Standing, choice: Choice, item: Registration | None) -> bool:
        if item is not None and item.state in {State.CONFIRMED, State.ATTENDED}:
            return False
        blank = Registration(
            attendee=standing.attendee.id,
            session=choice.session,
            state=State.CONFIRMED,
            at=self.plan.now,
        )
        kept = blank if item is None else item
        self.plan.move(item, attrs.evolve(kept, state=State.CONFIRMED, position=None, until=None))
        if item is not None and item.state is State.WAITLISTED:
            self.left[choice.id] += 1
        if not standing.held:
            # whoever has a place gives that up, which already stops a run that did not see it leave
            self._stay_at_the_event(standing)
        return True

    def _is_to_leave(
        self, standing: Standing, choice: Choice, item: Registration, given: str | None
    ) -> bool:
        """Tell whether somebody gives a workshop up: waiting for it ends with another place."""
        if item.state in WAITS:
            return given is not None or standing.attendee.id in self.stated.engaged
        is_required = standing.attendee.audience in choice.required_for
        return item.state.holds and item.state is not State.ATTENDED and not is_required

    def _stay_at_the_event(self, standing: Standing) -> None:
        """Write the registration to the event again: whoever leaves it meanwhile gets no place."""
        self.plan.move(standing.own[None], standing.own[None])
