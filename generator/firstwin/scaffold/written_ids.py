"""Write into a file the ids that were made where none is written; nothing else of it changes.

In: the lines of a file, and its document with the ids that were made. Out: the lines with them. Only the places that the
reader's own marks name are touched, so that comments, quotes and empty lines stay as they are
([ADR 45](../../../docs/decisions/0045-ids-are-written-at-the-readers-marks.md)).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import yaml
from msgspec import Struct

from firstwin.sources import Document, MadeId

STEP = 2
"""How much deeper what belongs to a key begins."""


class _Edit(Struct, frozen=True):
    """What stands from one place on up to another on its line, and what is to stand there instead."""

    line: int
    column: int
    end: int
    text: str


def with_ids_written(lines: Sequence[str], document: Document) -> list[str]:
    """The lines of a document with the ids that were made for it."""
    assert document.root is not None, "of nothing no ids are made"  # noqa: S101  # for the types
    made = {(each.line, each.column, each.below): each for each in document.made}
    edits, deeper = list[_Edit](), [0] * len(lines)
    for node in _mappings(document.root):
        edits += _edits(node, made, lines, deeper)
    written = list(lines)
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.column), reverse=True):
        line = written[edit.line]
        written[edit.line] = line[: edit.column] + edit.text + line[edit.end :]
    return [
        "\n".join(" " * (by if part.strip() else 0) + part for part in line.split("\n"))
        for by, line in zip(deeper, written, strict=True)
    ]


def _mappings(node: yaml.Node) -> Iterator[yaml.MappingNode]:
    """The mappings of a tree, the outer ones first."""
    left = [node]
    while left:
        here = left.pop()
        if isinstance(here, yaml.MappingNode):
            yield here
            left += [value for _, value in here.value]
        elif isinstance(here, yaml.SequenceNode):
            left += here.value


_Made = dict[tuple[int, int, str], MadeId]


def _edits(
    node: yaml.MappingNode, made: _Made, lines: Sequence[str], deeper: list[int]
) -> Iterator[_Edit]:
    """What to write for the ids of one mapping, and for the entries that become its values."""
    for key, value in node.value:
        start = key.start_mark
        if (start.line, start.column, "") in made and key.value == "id":
            yield _id_first(node, made[start.line, start.column, ""])
        if isinstance(value, yaml.MappingNode) and value.value:
            first = value.value[0][0].start_mark
            if (first.line, first.column, key.value) in made:
                yield from _named(value, key, lines, deeper)


def _id_first(node: yaml.MappingNode, made: MadeId) -> _Edit:
    """`id: kickoff` before the first key of a step."""
    if node.flow_style:
        return _Edit(made.line, made.column, made.column, f"id: {made.id}, ")
    indent = " " * made.column
    return _Edit(made.line, made.column, made.column, f"id: {made.id}\n{indent}")


def _named(
    node: yaml.MappingNode, owner: yaml.Node, lines: Sequence[str], deeper: list[int]
) -> Iterator[_Edit]:
    """`export-it: ` in the place of the dash of each entry below `owner`."""
    start, end = node.start_mark, node.end_mark
    if node.flow_style:
        yield _Edit(start.line, start.column, start.column + 1, "{")
        yield _Edit(end.line, end.column - 1, end.column, "}")
        for key, _ in node.value:
            at = key.start_mark
            yield _Edit(at.line, at.column, at.column, f"{key.value}: ")
        return
    shift = STEP if start.column <= owner.start_mark.column else 0
    last = max(_last_line(value) for _, value in node.value)
    for at in range(owner.start_mark.line + 1, last + 1):
        is_inside = len(lines[at]) - len(lines[at].lstrip(" ")) >= start.column
        deeper[at] += shift if is_inside else 0
    for key, value in node.value:
        line, column = _dash(lines, key.start_mark)
        inside = value.start_mark
        is_below = (
            line != inside.line or not isinstance(value, yaml.MappingNode) or value.flow_style
        )
        rest = f"\n{' ' * inside.column}"
        if is_below and line == inside.line:
            yield _Edit(line, column, inside.column, f"{key.value}: ")
        elif is_below:
            yield _Edit(line, column, column + 1, f"{key.value}:")
        else:
            yield _Edit(line, column, inside.column, f"{key.value}:{rest}")


def _dash(lines: Sequence[str], mark: yaml.Mark) -> tuple[int, int]:
    """Where the dash of an entry stands: on its line, or alone above it."""
    before = lines[mark.line][: mark.column].rstrip()
    if before.endswith("-"):
        return mark.line, len(before) - 1
    line = next(at for at in range(mark.line - 1, -1, -1) if lines[at].lstrip().startswith("-"))
    return line, lines[line].index("-")


def _last_line(node: yaml.Node) -> int:
    """The last line that belongs to a value."""
    while isinstance(node, yaml.CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = node.end_mark
    return int(end.line if end.column else max(end.line - 1, node.start_mark.line))
