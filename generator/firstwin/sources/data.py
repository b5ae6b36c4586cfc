"""Plain data from a node tree.

In: the tree of a file without aliases. Out: `dict`, `list`, `str` and `None`, and the faults of what
parses but is not what was meant. Every value passes here, so what is rare is asked for only on lines
on which a look over the whole text has found a sign of it.
"""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from firstwin.sources.codes import DUPLICATE_KEY, KEY, OPEN_QUOTE, OPENING_SIGN, SWALLOWED
from firstwin.sources.document import Quoted, TextCut
from firstwin.sources.fault import Fault
from firstwin.sources.line import quote
from firstwin.sources.pitfalls import Place
from firstwin.sources.pitfalls.brackets import fill_in_as_mapping, is_bare, keys_without_value
from firstwin.sources.pitfalls.place import indentation
from firstwin.sources.pitfalls.signs import IN_QUOTES, opening_message
from firstwin.sources.pitfalls.spaces import odd_space, odd_space_lines
from firstwin.sources.tree import DEEPEST, too_deep

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_Pair = tuple[yaml.Node, yaml.Node]


def data_of(root: yaml.Node, text: str, lines: Sequence[str]) -> tuple[object, list[Fault]]:
    """The data of the tree made of `text`, which consists of `lines`."""
    walk = _Walk(text, lines)
    data = walk.value(root, 1)
    return data, walk.faults


class _Walk:
    """One way through a tree; `faults` grows on the way."""

    def __init__(self, text: str, lines: Sequence[str]) -> None:
        self.faults: list[Fault] = []
        self._lines = lines
        self._hashes: set[int] = set()
        if " #" in text or "\t#" in text:
            self._hashes = {at for at, line in enumerate(lines) if " #" in line or "\t#" in line}
        self._odd_spaces: set[int] = set() if text.isascii() else set(odd_space_lines(lines))

    def value(self, node: yaml.Node, depth: int) -> object:
        """The data of `node`, which lies `depth` levels deep."""
        if isinstance(node, yaml.ScalarNode):
            return self._quoted(node) if node.style else self._plain(node)
        if depth > DEEPEST:
            self.faults.append(too_deep(node.start_mark.line, node.start_mark.column))
            return None
        if isinstance(node, yaml.MappingNode):
            if node.flow_style:
                return self._flow_mapping(node, depth)
            return self._mapping(node.value, depth)
        return [self.value(entry, depth + 1) for entry in node.value]

    def _plain(self, node: yaml.Node) -> str | None:
        text: str = node.value
        end = node.end_mark.line
        if self._odd_spaces:
            self._look_for_odd_spaces(node)
        if " -" in text and node.start_mark.line != end:
            self._look_for_swallowed(node)
        if end in self._hashes:
            return self._cut(node)
        return None if text in _NOTHING else text

    def _quoted(self, node: yaml.ScalarNode) -> Quoted:
        if node.style in {'"', "'"} and node.start_mark.line != node.end_mark.line:
            self._look_for_open_quote(node)
        return Quoted(node.value)

    def _mapping(self, pairs: Sequence[_Pair], depth: int) -> dict[str, object]:
        data: dict[str, object] = {}
        for key, value in pairs:
            name = key.value
            if not isinstance(key, yaml.ScalarNode) or not name:
                self._bad_key(key)
            elif name in data:
                self._duplicate(key, pairs)
            else:
                data[name] = self.value(value, depth + 1)
                if self._odd_spaces:
                    self._look_for_odd_spaces(key)
        return data

    def _flow_mapping(self, node: yaml.MappingNode, depth: int) -> dict[str, object] | None:
        fault = fill_in_as_mapping(node, self._lines)
        if fault:
            self.faults.append(fault)
            return None
        fault = keys_without_value(node, self._lines)
        if fault:
            self.faults.append(fault)
        return self._mapping([pair for pair in node.value if not is_bare(pair, self._lines)], depth)

    def _cut(self, node: yaml.Node) -> str | None:
        """The value of a line with ` #` on it: the text that is left, or nothing."""
        end = node.end_mark
        comment = self._lines[end.line][end.column :].strip()
        if not comment.startswith("#"):
            return None if node.value in _NOTHING else node.value
        if node.value in _NOTHING:
            if not node.value and comment[1:].lstrip("#")[:1].strip():
                self._look_for_hash(end.line, comment)
            return None
        return TextCut(node.value, comment)

    def _look_for_hash(self, at: int, comment: str) -> None:
        """`title: #1 priority`: the value is nothing, the text a comment."""
        start = self._lines[at].index(comment)
        mended = {at: self._lines[at][:start] + quote(comment)}
        end = start + len(comment)
        self.faults.append(
            Fault(OPENING_SIGN, opening_message("#"), at, start, end, IN_QUOTES, mended)
        )

    def _look_for_odd_spaces(self, node: yaml.Node) -> None:
        for at in range(node.start_mark.line, node.end_mark.line + 1):
            if at in self._odd_spaces:
                self._odd_spaces.discard(at)
                self.faults += odd_space(Place.at(self._lines, at))

    def _look_for_swallowed(self, node: yaml.Node) -> None:
        """A line that begins with a dash in the midst of a text."""
        first = Place.at(self._lines, node.start_mark.line).line
        for at in range(node.start_mark.line + 1, node.end_mark.line + 1):
            line = self._lines[at]
            if not line.lstrip().startswith("- "):
                continue
            column = indentation(line)
            mended, advice = {}, "put the whole text in quotes, or leave nothing before the list"
            if first.dashes and not first.key:
                mended = {at: " " * first.columns[-2] + line.lstrip()}
                advice = f"put its dash below the one on line {node.start_mark.line + 1}"
            message = (
                f"YAML takes this line for more of the text on line {node.start_mark.line + 1}"
            )
            self.faults.append(
                Fault(SWALLOWED, message, at, column, len(line), advice, mended, shown=False)
            )
            return

    def _look_for_open_quote(self, node: yaml.ScalarNode) -> None:
        """A quote that is closed only behind lines that belong to other keys."""
        start, end = node.start_mark, node.end_mark
        place = Place.at(self._lines, start.line)
        line = place.line
        if line.value_column != start.column or not line.lead + line.key:
            return
        column = len(line.lead) if line.key else line.columns[-2]
        for at in range(start.line + 1, end.line + 1):
            text = self._lines[at]
            if text.strip() and indentation(text) <= column:
                message = f"the quote is closed only on line {end.line + 1}"
                advice = "close it where the text ends, or indent the lines that continue the text"
                mended = {start.line: line.with_value(line.value + line.value[0])}
                self.faults.append(place.fault(OPEN_QUOTE, message, advice, mended))
                return

    def _bad_key(self, key: yaml.Node) -> None:
        start, end = key.start_mark, key.end_mark
        what = "nothing"
        if isinstance(key, yaml.CollectionNode):
            what = "a mapping" if isinstance(key, yaml.MappingNode) else "a list"
        end_column = end.column if end.line == start.line else start.column + 1
        advice = "write a word before the colon; a text that begins with a bracket needs quotes"
        self.faults.append(
            Fault(KEY, f"{what} cannot be a key", start.line, start.column, end_column, advice)
        )

    def _duplicate(self, key: yaml.Node, pairs: Sequence[_Pair]) -> None:
        start = key.start_mark
        first = next(other.start_mark for other, _ in pairs if other.value == key.value)
        message = f"`{key.value}` stands here again: it has a value on line {first.line + 1}"
        self.faults.append(
            Fault(
                DUPLICATE_KEY,
                message,
                start.line,
                start.column,
                key.end_mark.column,
                "delete one of the two",
                also=((f"`{key.value}` stands here first", first.line, first.column),),
            )
        )
