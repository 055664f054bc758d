"""From the edits of a fix to stretches of bytes in the files they change."""

from __future__ import annotations

import attrs

from partenariats.diagnostics.fix import Edit, Fix, Remove, Replace, Sort
from partenariats.diagnostics.where import Where
from partenariats.source.fixing.literals import read_literal
from partenariats.source.spans import TomlLocator
from partenariats.source.tree import Node, TomlTree


@attrs.frozen(order=True)
class Change:
    """Put other bytes in the place of those from `start` to `end` of a file."""

    file: str
    start: int
    end: int
    new: bytes


def changes_of(fix: Fix, locator: TomlLocator) -> tuple[Change, ...]:
    """Return what a fix changes; nothing where one of its edits does not fit the text any more."""
    found: list[Change] = []
    for edit in fix.edits:
        change = _change_of(edit, locator)
        if change is None:
            return ()
        found.append(change)
    return tuple(found)


def _change_of(edit: Edit, locator: TomlLocator) -> Change | None:
    match edit:
        case Replace():
            return _replace(edit, locator)
        case Remove():
            return _remove(edit, locator)
        case Sort():
            return _sort(edit, locator)


def _replace(edit: Replace, locator: TomlLocator) -> Change | None:
    path = edit.where.path
    found = locator.exact(edit.where)
    if found is None and path[-1:] == ("text",):
        # a point of an agenda that is nothing but a text
        found = locator.exact(Where(path[:-1]))
    if found is None or found[1].value.type != "string":
        return None
    tree, node = found[0], found[1].value
    literal = read_literal(tree.raw[node.start_byte : node.end_byte].decode())
    written = literal.write(edit.new)
    if written is None or literal.value != edit.text or not _lies_in(edit):
        return None
    stretch = literal.stretch(edit.start, edit.end)
    first, last = (len(literal.written[:at].encode()) for at in stretch)
    at = node.start_byte
    return Change(tree.source.name, at + first, at + last, written.encode())


def _lies_in(edit: Replace) -> bool:
    return 0 <= edit.start <= edit.end <= len(edit.text)


def _remove(edit: Remove, locator: TomlLocator) -> Change | None:
    found = locator.exact(edit.where)
    node = found[1].key.parent if found else None
    if found is None or node is None or node.type not in {"pair", "table_array_element"}:
        return None
    tree = found[0]
    if node.type == "pair" and (node.parent is None or node.parent.type == "inline_table"):
        return None
    start, end = _lines(tree, node.start_byte, _last_byte(node))
    if node.type != "pair" and tree.raw[end:].startswith((b"\n", b"\r\n")):
        end = tree.raw.index(b"\n", end) + 1
    return Change(tree.source.name, start, end, b"")


def _sort(edit: Sort, locator: TomlLocator) -> Change | None:
    places = [locator.exact(Where((edit.table, index))) for index in range(len(edit.order))]
    trees = {id(place[0]): place[0] for place in places if place}
    if len(trees) != 1 or None in places or sorted(edit.order) != list(range(len(places))):
        return None
    (tree,) = trees.values()
    nodes = [place[1].key.parent for place in places if place]
    items = _items(tree, edit.table, [node.start_byte for node in nodes if node is not None])
    if len(items) != len(places):
        return None
    written = [tree.raw[start:end].removesuffix(b"\n").removesuffix(b"\r") for start, end in items]
    parts = [written[edit.order[0]]]
    for position, source in enumerate(edit.order[1:], start=1):
        before = items[position - 1]
        ended = before[0] + len(written[position - 1])
        parts += [tree.raw[ended : items[position][0]], written[source]]
    last = items[-1][0] + len(written[-1])
    return Change(tree.source.name, items[0][0], last, b"".join(parts))


def _items(tree: TomlTree, table: str, starts: list[int]) -> list[tuple[int, int]]:
    """Return the lines of each item of a list, with its own tables and the comments above it.

    Return nothing where anything else stands among the items, such as another table.
    """
    comments = {node.start_point.row for node in tree.comments()}
    found: list[tuple[int, int]] = []
    for node in tree.root.named_children:
        if node.type == "comment" or not starts[0] <= node.start_byte:
            continue
        parts = tree.name_of(node)
        if node.start_byte in starts:
            found.append(_with_comments(tree, node, comments))
        elif parts[:1] == (table,) and len(parts) > 1:
            found[-1] = (found[-1][0], _lines(tree, node.start_byte, _last_byte(node))[1])
        elif len(found) < len(starts):
            return []
        else:
            return _unless_more(tree, table, node, found)
    return found


def _unless_more(
    tree: TomlTree, table: str, node: Node, found: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return what was found, unless something of the list stands behind a stranger."""
    while node.next_named_sibling is not None:
        node = node.next_named_sibling
        if tree.name_of(node)[:1] == (table,):
            return []
    return found


def _with_comments(tree: TomlTree, node: Node, comments: set[int]) -> tuple[int, int]:
    """Return the lines of a table with the comments directly above it."""
    start, end = _lines(tree, node.start_byte, _last_byte(node))
    row = node.start_point.row - 1
    while row in comments:
        start = tree.raw.rfind(b"\n", 0, start - 1) + 1
        row -= 1
    return start, end


def _last_byte(node: Node) -> int:
    """Return where a pair or a table ends, without what only stands behind it."""
    pairs = [child for child in node.named_children if child.type != "comment"]
    return pairs[-1].end_byte if pairs else node.end_byte


def _lines(tree: TomlTree, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch of bytes to whole lines, the last line's end included."""
    first = tree.raw.rfind(b"\n", 0, start) + 1
    last = tree.raw.find(b"\n", end)
    return first, len(tree.raw) if last < 0 else last + 1
