"""Free tables of an event file: options of plugins, kept as written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import TypeAlias, final

import attrs

Value: TypeAlias = "str | int | float | bool | date | datetime | time | tuple[Value, ...] | Table"
"""What a TOML value becomes: arrays are tuples, tables are `Table`s."""


@final
@attrs.frozen(repr=False)
class Table(Mapping[str, Value]):
    """Be a mapping that nobody can change, so that an event stays comparable and hashable."""

    pairs: tuple[tuple[str, Value], ...] = ()

    @classmethod
    def of(cls, mapping: Mapping[str, object]) -> Table:
        """Freeze a mapping of TOML values and everything in it.

        Raise `TypeError` on a value that TOML cannot say.
        """
        return cls(tuple((key, freeze(value)) for key, value in mapping.items()))

    def __getitem__(self, key: str) -> Value:
        for name, value in self.pairs:
            if name == key:
                return value
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __repr__(self) -> str:
        return f"Table({dict(self.pairs)!r})"


def freeze(value: object) -> Value:
    """Return `value` with every list a tuple and every dictionary a `Table`.

    Raise `TypeError` on a value that TOML cannot say.
    """
    if isinstance(value, Table | str | bool | int | float | date | time):
        return value
    if isinstance(value, Mapping):
        return Table.of(value)
    if isinstance(value, list | tuple):
        return tuple(freeze(item) for item in value)
    message = f"not a TOML value: {type(value).__name__}"
    raise TypeError(message)
