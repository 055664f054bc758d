"""Minimise one criterion after the other, by CP-SAT, with a limited effort."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel, LinearExpr

_LARGEST: Final = 1 << 40
"""As large may a number be that levels are put into: the solver works with floats too."""


@attrs.frozen
class Level:
    """Hold what is to be as small as can be, from 0 to `most`."""

    amount: LinearExpr | int
    most: int


@attrs.define
class Search:
    """Look for the best values of a model, level by level.

    No hints are given: solved anew, a stage takes a third of the time, as was measured.
    """

    model: CpModel
    seed: int
    effort: float
    """What is left of it in the solver's own measure, the same on every machine."""
    gap: float = 0.0
    """By how much the first level that was not proved might be smaller, of 1."""
    values: Sequence[int] = ()
    """Those of all variables, once some were found."""

    def minimise(self, levels: Sequence[Level]) -> None:
        """Look for the values that minimise the first level, then the next, and keep to that."""
        for stage in _stages(levels):
            if stage or not self.values:
                self._minimise_together(stage)

    def _minimise_together(self, stage: Sequence[Level]) -> None:
        """Minimise levels as one number."""
        from ortools.sat.python import cp_model

        weighed: LinearExpr | int = 0
        for level in stage:
            weighed = (level.most + 1) * weighed + level.amount
        self.model.minimize(weighed)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = self.seed % (1 << 31)
        solver.parameters.linearization_level = 2
        # half is for what follows
        solver.parameters.max_deterministic_time = max(self.effort, 0) / 2
        status = solver.solve(self.model)
        self.effort -= solver.response_proto.deterministic_time
        if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            self.gap = self.gap or 1.0
            return
        found = round(solver.objective_value)
        if status == cp_model.FEASIBLE and not self.gap:
            bound = max(0, ceil(solver.best_objective_bound))
            self.gap = _gap(_parts(found, stage), _parts(bound, stage))
        self.model.add(weighed <= found)
        self.values = list(solver.response_proto.solution)


def _stages(levels: Sequence[Level]) -> Iterator[list[Level]]:
    """Give the levels in stages, each as many as fit into one number; leave out what is 0."""
    stage: list[Level] = []
    size = 1
    for level in levels:
        if not level.most:
            continue
        if stage and size * (level.most + 1) > _LARGEST:
            yield stage
            stage, size = [], 1
        stage.append(level)
        size *= level.most + 1
    yield stage


def _parts(number: int, stage: Sequence[Level]) -> list[int]:
    """Give the amounts of the levels that were put into one number."""
    parts = []
    for level in reversed(stage):
        number, part = divmod(number, level.most + 1)
        parts.append(part)
    return parts[::-1]


def _gap(found: Sequence[int], bound: Sequence[int]) -> float:
    """Give how much smaller the first amount that differs may be, of 1."""
    pairs = zip(found, bound, strict=True)
    return next(((here - low) / here for here, low in pairs if here != low), 0.0)
