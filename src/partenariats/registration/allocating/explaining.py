"""Why each person got what it got, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import reduce

import attrs

from partenariats.language.message import Message
from partenariats.registration.allocating.problem import Option, Problem, Wisher
from partenariats.registration.allocating.solution import Solution
from partenariats.registration.allocating.valuing import possible


def why(problem: Problem, solution: Solution, person: str) -> Message:
    """Say why somebody got what it got, in one sentence; `Explanations` serves for many people."""
    return Explanations.of(problem, solution).why(person)


@attrs.frozen
class Explanations:
    """Know what there is to say about the allocation of each person."""

    solution: Solution
    people: dict[str, Wisher]
    options: dict[str, Option]
    sizes: Counter[str]

    @classmethod
    def of(cls, problem: Problem, solution: Solution) -> Explanations:
        """Look through an allocation once."""
        return cls(
            solution=solution,
            people={person.id: person for person in problem.people},
            options={option.id: option for option in problem.options},
            sizes=Counter(solution.placed.values()),
        )

    def why(self, person: str) -> Message:
        """Say why somebody got what it got; raise `KeyError` for somebody who is not there."""
        wisher = self.people[person]
        return _joined([self._outcome(wisher), *self._move(wisher)])

    def _outcome(self, person: Wisher) -> Message:
        option = self.solution.placed.get(person.id)
        if option is None and not person.wishes:
            return Message.of("`{person}` has wished for nothing", person=person.id)
        if option is None:
            reasons = [self._reason(person, wish) for wish in person.wishes]
            return Message.of(
                "`{person}` has no place: {reason}", person=person.id, reason=_joined(reasons)
            )
        if person.must is not None:
            return Message.of("`{person}` must be in `{option}`", person=person.id, option=option)
        rank = person.wishes.index(option)
        if not rank:
            return Message.of(
                "`{person}` gets the first wish, `{option}`", person=person.id, option=option
            )
        return Message.of(
            "`{person}` gets wish {rank}, `{option}`: {reason}",
            person=person.id,
            rank=rank + 1,
            option=option,
            reason=_joined([self._reason(person, wish) for wish in person.wishes[:rank]]),
        )

    def _reason(self, person: Wisher, wish: str) -> Message:
        """Say why somebody did not get a wish that comes before what it got.

        There is no other reason: with room in what it would rather have, only a move from where it
        was, friends, the minimum of what it got, or a spread of traits outweighs the better rank;
        or there was no time to find something better.
        """
        got = self.solution.placed.get(person.id)
        capacity = self.options[wish].capacity
        if wish in person.must_not:
            return Message.of("they cannot be in `{option}`", option=wish)
        if wish in self.solution.closed:
            return Message.of("`{option}` is closed for lack of people", option=wish)
        if capacity is not None and self.sizes[wish] >= capacity:
            return Message.of(
                "`{option}` is full, and whoever is there could only go at a greater loss",
                option=wish,
            )
        if got is not None and got == person.now:
            return Message.of(
                "there is room in `{option}`, and they stay where they were", option=wish
            )
        return self._reason_beside_room(person, wish, got)

    def _reason_beside_room(self, person: Wisher, wish: str, got: str | None) -> Message:
        """Say what keeps somebody from a wish in which there is room, and from no place before."""
        if got is not None and self.sizes[got] <= self.options[got].minimum:
            return Message.of(
                "there is room in `{option}`, and `{got}` would have too few people without them",
                option=wish,
                got=got,
            )
        if person.together is not None:
            return Message.of(
                "there is room in `{option}`, and they are kept together with others", option=wish
            )
        if person.traits:
            return Message.of(
                "there is room in `{option}`, and no workshop is to be one organization's",
                option=wish,
            )
        return Message.of(
            "there is room in `{option}`, and nothing better was found in time", option=wish
        )

    def _move(self, person: Wisher) -> Iterator[Message]:
        now, option = person.now, self.solution.placed.get(person.id)
        if now is None or now == option:
            return
        if now not in possible(person):
            yield Message.of("they were in `{now}`, and cannot be there any more", now=now)
        elif now in self.solution.closed:
            yield Message.of("they were in `{now}`, which is closed now", now=now)
        else:
            yield Message.of(
                "they were in `{now}`, and had to move so that everything fits", now=now
            )


def _joined(parts: list[Message]) -> Message:
    return reduce(
        lambda first, second: Message.of("{first}; {second}", first=first, second=second), parts
    )
