"""One YAML document: plain data, and the place of every key and value in it.

In: a node tree from `yaml.compose`. Out: a `Document`. Data holds only `dict`, `list`, `str` and
`None`: YAML never decides that `no` is a boolean or `1.10` a number, the model does. The place of a
value is looked up in the node tree when somebody asks, which costs nothing for files without faults.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

import yaml
from msgspec import Struct

from firstwin.diagnostics import Span
from firstwin.sources.line import quote

LARGE = 32
"""So many entries are worth an index."""

_Pair = tuple[yaml.Node, yaml.Node]

KeyPath = tuple[str | int, ...]
"""The way from a document's root to a value: keys of mappings and indexes of lists."""


class Quoted(str):
    """A scalar that was written in quotes or as a block: text, and never a number."""

    __slots__ = ()


class TextCut(str):
    """A plain scalar followed by ` #` on its line: YAML reads the rest as a comment."""

    __slots__ = ("comment",)
    comment: str

    def __new__(cls, value: str, comment: str) -> Self:
        made = super().__new__(cls, value)
        made.comment = comment
        return made


class MadeId(Struct, frozen=True):
    """An id that was made where none is written: of the piece at a place, counted from 0, or of an entry of a list `below` a key."""

    id: str
    line: int
    column: int
    below: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file. `path` is relative to the project; `lines` are its lines without line ends.

    `mended` are the lines, counted from 1, that were no YAML and were read as they should be, and by how many
    columns each was moved to the right. What is wrong with them has been said; what they hold is a guess.
    A document is `partial` where lines were left out, so that nobody may say what is not there. `made` are the ids that
    are not written in it. `names` are the keys that were misspelt, by the way to each with its right name at the end.
    """

    path: str
    data: object
    root: yaml.Node | None = field(repr=False, compare=False)
    lines: Sequence[str] = field(repr=False, compare=False, default=())
    mended: Mapping[int, int] = field(repr=False, compare=False, default_factory=dict)
    partial: bool = field(repr=False, compare=False, default=False)
    made: Sequence[MadeId] = field(repr=False, compare=False, default=())
    names: Mapping[KeyPath, str] = field(repr=False, compare=False, default_factory=dict)
    _large: dict[int, dict[str, _Pair]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def span(self, keys: KeyPath = ()) -> Span:
        """The place of the value at `keys`; of the nearest parent where there is none."""
        node, _ = self._walk(keys)
        return self._span_of(node, keys)

    def setting_span(self, key: str) -> Span:
        """The place of a setting's value; of the file where it is not written."""
        return self.span((key,)) if self.has((key,)) else Span(self.path)

    def key_span(self, keys: KeyPath) -> Span:
        """The place of the key that ends `keys`; for a list's element the element's own place."""
        node, key = self._walk(keys)
        return self._span_of(key if key is not None else node, keys)

    def line_of(self, keys: KeyPath) -> int:
        """The line on which the key that ends `keys` stands."""
        node, key = self._walk(keys)
        found = node if key is None else key
        return 1 if found is None else int(found.start_mark.line) + 1

    def lines_of(self, keys: KeyPath) -> range:
        """The lines of the value at `keys`, from its first to its last."""
        node, _ = self._walk(keys)
        if node is None:
            return range(1, len(self.lines) + 1)
        first, last = int(node.start_mark.line) + 1, int(node.end_mark.line)
        return range(first, max(first, last) + 1)

    def lines_below(self, keys: KeyPath) -> dict[str, int]:
        """The line of each key of the mapping at `keys`, for whoever wants them all."""
        node, _ = self._walk(keys)
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        return {key.value: key.start_mark.line + 1 for key, _ in pairs}

    def has(self, keys: KeyPath) -> bool:
        """Whether a value stands at `keys`."""
        here = self.data
        for key in keys:
            if isinstance(here, dict) and key in here:
                here = here[key]
                continue
            if not (isinstance(here, list) and isinstance(key, int) and key < len(here)):
                return False
            here = here[key]
        return True

    def is_guess(self, keys: KeyPath) -> bool:
        """Whether the key that ends `keys` was none before its line was mended, but the first word of a text."""
        _, key = self._walk(keys)
        if key is None or key.start_mark.line + 1 not in self.mended:
            return False
        name = re.escape(key.value)
        key_line = rf"[\s-]*[\"'\u201c\u201d]?{name}[\"'\u201c\u201d]?\s*([:=;\uff1a]|$)"
        return re.match(key_line, self.lines[key.start_mark.line]) is None

    def in_quotes(self, keys: KeyPath) -> str:
        """The line of the value at `keys` with the value in quotes; nothing where that is no line.

        For texts that YAML has cut off or read as a list or a mapping.
        """
        node, _ = self._walk(keys)
        if node is None or _last_line(node) != node.start_mark.line:
            return ""
        line = self.lines[node.start_mark.line]
        column = self._column(node.start_mark)
        before, text = line[:column], line[column:].rstrip()
        if not text or text[0] in "\"'" or "{" in before or "[" in before:
            return ""
        return before.lstrip() + quote(text)

    def depth_below(self, keys: KeyPath) -> int:
        """The column in which a text of several lines stands below its key; 0 where what is there stands beside it."""
        node, key = self._walk(keys)
        if node is None or key is None or node.start_mark.line == key.start_mark.line:
            return 0
        return self._column(key.start_mark) + 2

    def _walk(self, keys: KeyPath) -> tuple[yaml.Node | None, yaml.Node | None]:
        """The node at `keys` and the node of its key, or those of the nearest parent."""
        node, key_node = self.root, None
        way: KeyPath = ()
        for key in keys:
            way = (*way, self.names.get((*way, key), key))
            if isinstance(node, yaml.MappingNode):
                pair = self._pair(node, way[-1])
                if pair is None:
                    break
                key_node, node = pair
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
                if key >= len(node.value):
                    break
                key_node, node = None, node.value[key]
            else:
                break
        return node, key_node

    def _pair(self, node: yaml.MappingNode, key: str | int) -> _Pair | None:
        """The key and the value of a mapping's entry. A large mapping is looked through once."""
        if len(node.value) < LARGE:
            return next((pair for pair in node.value if pair[0].value == key), None)
        known = self._large.get(id(node))
        if known is None:
            scalars = (pair for pair in reversed(node.value) if isinstance(pair[0].value, str))
            known = self._large[id(node)] = {pair[0].value: pair for pair in scalars}
        return known.get(str(key))

    def _span_of(self, node: yaml.Node | None, keys: KeyPath) -> Span:
        named = field_path(keys)
        if node is None:
            return Span(self.path, field=named)
        first, last = node.start_mark.line + 1, node.end_mark.line + 1
        start, end = self._column(node.start_mark), self._column(node.end_mark)
        if isinstance(node, yaml.CollectionNode) and first != last:
            # A collection's end mark lies where the next thing begins: show its first line only.
            last, end = first, len(self.lines[first - 1]) if first <= len(self.lines) else start
        return Span(self.path, first, start + 1, last, end + 1, named)

    def _column(self, mark: yaml.Mark) -> int:
        """The column, counted from 0, in which something stands that was read from a line as it should be."""
        moved = self.mended.get(mark.line + 1)
        if moved is None:
            return int(mark.column)
        return min(max(mark.column - moved, 0), len(self.lines[mark.line]))


def field_path(keys: KeyPath) -> str:
    """The way to a value, as people write it: `phases[0].steps[2].owner`."""
    named = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys)
    return named.removeprefix(".")


def _last_line(node: yaml.Node) -> int:
    """The line on which a value ends. A collection's own end mark lies behind it."""
    while isinstance(node, yaml.CollectionNode) and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return int(node.end_mark.line)
