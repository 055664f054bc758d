"""From an event to the text of its file, and edits of a text: the one door of tomlkit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from partenariats.model.event import Event
from partenariats.source.tables import tables_of

if TYPE_CHECKING:
    from tomlkit.items import Array, InlineTable, Item, Table


def write(event: Event) -> str:
    """Return the event file of an event; reading it gives an equal event."""
    import tomlkit

    document = tomlkit.document()
    for key, value in tables_of(event).items():
        if isinstance(value, dict):
            document.add(key, _table(value))
        elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
            tables = tomlkit.aot()
            for item in value:
                tables.append(_table(item))
            document.add(key, tables)
        else:
            document.add(key, _item(value))
    return tomlkit.dumps(document)


def edit(text: str, path: tuple[str | int, ...], value: Any) -> str:
    """Return the text of an event file with one value replaced or added at a path.

    Comments and layout stay as they are. Raise `KeyError` or `IndexError` where nothing stands
    on the way to the path.
    """
    import tomlkit

    document = tomlkit.parse(text)
    target: Any = document
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = _item(value)
    return tomlkit.dumps(document)


def _table(value: Mapping[str, Any]) -> Table:
    import tomlkit

    table = tomlkit.table()
    for key, item in value.items():
        table.add(key, _table(item) if isinstance(item, dict) and key == "options" else _item(item))
    return table


def _item(value: Any) -> Item:
    import tomlkit

    if isinstance(value, dict):
        return _inline(value)
    if isinstance(value, list | tuple):
        return _array(list(value))
    if isinstance(value, str):
        lines = "\n" in value and not value.startswith("\n") and "\r" not in value
        return tomlkit.string(value, multiline=lines and value.isprintable())
    item: Item = tomlkit.item(value)
    return item


def _array(values: list[Any]) -> Array:
    import tomlkit

    array = tomlkit.array()
    for value in values:
        array.append(_item(value))
    if any(isinstance(value, dict) for value in values) or sum(len(str(v)) for v in values) > 80:  # noqa: PLR2004  # what fits on a line
        array.multiline(multiline=True)
    return array


def _inline(value: Mapping[str, Any]) -> InlineTable:
    import tomlkit

    table = tomlkit.inline_table()
    for key, item in value.items():
        table.append(key, _item(item))
    return table
