"""The best allocation there is, with the proof."""

from __future__ import annotations

from partenariats.language.message import Message
from partenariats.registration.allocating.consistency import check_problem
from partenariats.registration.allocating.contradictions import check_musts, contradiction
from partenariats.registration.allocating.errors import NeedsSolverError
from partenariats.registration.allocating.flow.closing import best_of
from partenariats.registration.allocating.flow.ground import Ground
from partenariats.registration.allocating.flow.placement import Placement
from partenariats.registration.allocating.flow.settling import settle
from partenariats.registration.allocating.problem import Problem
from partenariats.registration.allocating.solution import Certificate, Solution
from partenariats.registration.allocating.valuing import value_of


def allocate(problem: Problem) -> Solution:
    """Place people so that nothing better exists, and prove it with a certificate.

    Places as many as can be, then moves as few as can be, then goes by the goal. The same problem
    gives the same solution, in whatever order its people are named.

    Raises `InvalidProblemError` where the problem contradicts itself in a name or a number,
    `ContradictionError` where its minima and musts cannot all be had, and `NeedsSolverError` where
    people are to be kept together or spread, or too many options are short of people.
    """
    check_problem(problem)
    _check_is_plain(problem)
    check_musts(problem)
    ground = Ground.of(problem)
    start = Placement(ground)
    for number, option in enumerate(ground.options):
        if number not in ground.required and start.most[number] < option.minimum:
            start.most[number] = 0
    if short := settle(start):
        raise contradiction(problem, frozenset(ground.options[number].id for number in short))
    found, cases = best_of(start)
    return _solution(problem, found, Certificate(cases=cases))


def _solution(problem: Problem, found: Placement, certificate: Certificate) -> Solution:
    options = found.ground.options
    given = {
        person.id: options[option].id
        for person, option in zip(found.ground.people, found.at, strict=True)
        if option < len(options)
    }
    placed = {person.id: given[person.id] for person in problem.people if person.id in given}
    return Solution(
        placed=placed,
        closed=frozenset(
            option.id
            for number, option in enumerate(options)
            if option.minimum and not found.sizes[number]
        ),
        value=value_of(problem, placed),
        certificate=certificate,
    )


def _check_is_plain(problem: Problem) -> None:
    if any(person.together is not None or person.traits for person in problem.people):
        raise NeedsSolverError(
            "keeping people together, and spreading them, needs the solver",
            advice=Message.of("run `pip install partenariats[solver]`"),
        )
