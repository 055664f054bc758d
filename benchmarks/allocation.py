"""Measure what an allocation costs, and what it is worth beside what others would do.

`python3 make.py bench` runs it last. Everyone has five wishes, some workshops are in demand more
than others, and there are hardly more places than people. `matching` and `scipy` are measured where
they are installed: `.venv/bin/pip install matching scipy`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from random import Random

from partenariats.registration.allocating.certifying import check
from partenariats.registration.allocating.flow.allocating import allocate
from partenariats.registration.allocating.problem import Goal, Option, Problem, Wisher
from partenariats.registration.allocating.solution import Value
from partenariats.registration.allocating.solver.flow import place_by_flow
from partenariats.registration.allocating.solver.library import MissingSolverError
from partenariats.registration.allocating.solver.placing import place_by_search
from partenariats.registration.allocating.solver.rounds import place_in_rounds
from partenariats.registration.allocating.valuing import value_of

WORKSHOPS = 30
WISHES = 5
REACH = {1_000: 0.05, 10_000: 0.6, 100_000: 6}
"""Seconds for so many people."""
Placed = Mapping[str, str]


def crowd(size: int, slack: float = 1.02, seed: int = 1) -> Problem:
    """Return a problem of so many people; the last workshop is wished for a fifth as often."""
    random = Random(seed)
    names = [f"atelier-{number}" for number in range(1, WORKSHOPS + 1)]
    demand = [1 / (1 + 4 * number / WORKSHOPS) for number in range(WORKSHOPS)]
    people = []
    for number in range(size):
        wishes: dict[str, None] = {}
        while len(wishes) < WISHES:
            wishes |= dict.fromkeys(random.choices(names, demand, k=WISHES - len(wishes)))
        people.append(Wisher(id=f"p-{number}", wishes=tuple(wishes)))
    capacity = -int(-slack * size // WORKSHOPS)
    return Problem(
        options=tuple(Option(id=name, capacity=capacity) for name in names), people=tuple(people)
    )


def timed(work: Callable[[], Placed]) -> tuple[Placed, float]:
    """Return what some work gives, and the seconds of this process that it took."""
    started = time.process_time()
    placed = work()
    return placed, time.process_time() - started


def in_order_of_arrival(problem: Problem) -> Placed:
    """Give each person, one after another, the best wish in which there is still room."""
    room = {option.id: option.capacity or 0 for option in problem.options}
    placed = {}
    for person in problem.people:
        wish = next((wish for wish in person.wishes if room[wish]), None)
        if wish is not None:
            room[wish] -= 1
            placed[person.id] = wish
    return placed


def rank_by_rank(problem: Problem) -> Placed:
    """Give first wishes as far as there is room, then second ones, and so on: greedily."""
    room = {option.id: option.capacity or 0 for option in problem.options}
    placed: dict[str, str] = {}
    for rank in range(WISHES):
        for person in problem.people:
            if person.id not in placed and room[person.wishes[rank]]:
                room[person.wishes[rank]] -= 1
                placed[person.id] = person.wishes[rank]
    return placed


def stable(problem: Problem) -> Placed:
    """Match with the `matching` package; each workshop draws lots among those who wish for it.

    (Where all prefer whoever came first, it is the order of arrival.)
    """
    from matching.games import HospitalResident

    random = Random(1)
    wished: dict[str, list[str]] = {option.id: [] for option in problem.options}
    for person in problem.people:
        for wish in person.wishes:
            wished[wish].append(person.id)
    for people in wished.values():
        random.shuffle(people)
    game = HospitalResident.create_from_dictionaries(
        {person.id: list(person.wishes) for person in problem.people},
        wished,
        {option.id: option.capacity for option in problem.options},
    )
    return {
        resident.name: hospital.name
        for hospital, residents in game.solve(optimal="resident").items()
        for resident in residents
    }


def assignment(problem: Problem) -> Placed:
    """Assign with SciPy: a column for each place, and for each person one that means no place."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    places = [option.id for option in problem.options for _ in range(option.capacity or 0)]
    first = {option.id: places.index(option.id) for option in problem.options}
    count = len(problem.people)
    costs = np.full((count, len(places) + count), 1e9)
    costs[:, len(places) :] = 1e6
    for row, person in enumerate(problem.people):
        for rank, wish in enumerate(person.wishes, 1):
            costs[row, first[wish] : first[wish] + places.count(wish)] = rank
    rows, columns = linear_sum_assignment(costs)
    return {
        problem.people[row].id: places[column]
        for row, column in zip(rows, columns, strict=True)
        if column < len(places)
    }


def ours(goal: Goal) -> Callable[[Problem], Placed]:
    """Return our allocation for a goal."""

    def work(problem: Problem) -> Placed:
        return allocate(Problem(options=problem.options, people=problem.people, goal=goal)).placed

    return work


METHODS: dict[str, Callable[[Problem], Placed]] = {
    **{f"ours, {goal.value}": ours(goal) for goal in Goal},
    "arrival order": in_order_of_arrival,
    "greedy, rank by rank": rank_by_rank,
    "`matching`, stable": stable,
    "`scipy`, least sum": assignment,
}


def worst(value: Value) -> int:
    """Return the worst rank that anybody got."""
    return max(rank for rank, count in enumerate(value.ranks, 1) if count)


def print_methods(problem: Problem) -> None:
    """Print what each method makes of a problem, where it is installed."""
    count = len(problem.people)
    print(
        f"\n| {count:,} people × {WORKSHOPS} | first wish | ranks | worst | unplaced | sum | time |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, method in METHODS.items():
        try:
            placed, seconds = timed(lambda: method(problem))  # noqa: B023  # called at once
        except ImportError as error:
            print(f"| {name} | absent: {error.name} |||||")
            continue
        value = value_of(problem, placed)
        total = sum(rank * each for rank, each in enumerate(value.ranks, 1))
        print(
            f"| {name} | {100 * value.ranks[0] / count:.1f} % "
            f"| {' '.join(map(str, value.ranks))} | {worst(value)} | {value.unplaced} | {total} "
            f"| {seconds * 1000:.0f} ms |",
            flush=True,
        )


def print_sizes() -> None:
    """Print how long our allocation takes, and its check."""
    print(
        "\n| allocation | goal | first wish | time | to reach | check |\n|---|---|---|---|---|---|"
    )
    for size, reach in REACH.items():
        for goal in Goal:
            problem = crowd(size)
            problem = Problem(options=problem.options, people=problem.people, goal=goal)
            started = time.process_time()
            found = allocate(problem)
            done = time.process_time()
            assert found.certificate is not None  # noqa: S101
            check(problem, found, found.certificate)
            checked = time.process_time()
            first = found.value.ranks[0] / size
            print(
                f"| {size:,} × {WORKSHOPS} | {goal.value} | {100 * first:.1f} % "
                f"| {(done - started) * 1000:.0f} ms | ≤ {reach * 1000:.0f} ms "
                f"| {(checked - done) * 1000:.0f} ms |",
                flush=True,
            )


def companies(size: int, slack: float = 1.1) -> Problem:
    """Return a crowd of which half come as two to four friends, a third from one organization."""
    random = Random(1)
    people: list[Wisher] = []
    leaders = iter(crowd(size, slack).people)
    while len(people) < size:
        leader = next(leaders)
        friends = random.choice((1, 1, 1, 1, 1, 2, 3, 4))
        for _ in range(friends):
            organization = random.choices(range(12), [6, *[1] * 11])[0]
            people.append(
                Wisher(
                    id=f"p-{len(people)}",
                    wishes=leader.wishes,
                    together=leader.id if friends > 1 else None,
                    traits=(
                        ("organization", str(organization)),
                        ("audience", random.choice("abc")),
                    ),
                )
            )
    return Problem(options=crowd(size, slack).options, people=tuple(people[:size]))


def print_solver() -> None:
    """Print what the solver takes, where it is installed."""
    print("\n| with `partenariats[solver]` | outcome | time | to reach |\n|---|---|---|---|")
    for size, reach in {10_000: "100 ms", 100_000: "2,000 ms"}.items():
        problem = crowd(size)
        try:
            place_by_flow(crowd(1))  # the library is loaded
            placed, seconds = timed(lambda: place_by_flow(problem) or {})  # noqa: B023  # at once
        except MissingSolverError as error:
            print(f"| absent: {error.advice} ||||")
            return
        ranks = value_of(problem, placed).ranks
        print(f"| flow, {size:,} | {ranks} | {seconds * 1000:.0f} ms | ≤ {reach} |", flush=True)
    group = companies(1_000)
    place_by_search(companies(40))  # the library is loaded
    started = time.process_time()
    found = place_by_search(group)
    seconds = time.process_time() - started
    print(
        f"| friends and a spread, 1,000 | {found.value.ranks}, {found.value.split} split, "
        f"{found.value.excess} above a half, gap {found.gap:.2f} "
        f"| {seconds * 1000:.0f} ms | ≤ 10,000 ms |",
        flush=True,
    )
    started = time.process_time()
    rounds = place_in_rounds([crowd(1_000, 1.1)] * 3)
    seconds = time.process_time() - started
    unplaced = sum(each.value.unplaced for each in rounds)
    print(f"| three rounds, 1,000 | {unplaced} without a place | {seconds * 1000:.0f} ms | |")


def main() -> None:
    """Print the tables."""
    print_sizes()
    print_methods(crowd(1_000))
    print_solver()


if __name__ == "__main__":
    main()
