"""Plain data from a node tree.

In: the tree of a file without aliases. Out: `dict`, `list`, `str` and `None`, and the faults of what
parses but is not what was meant. Every value passes here, so what is rare is asked for only on lines
on which a look over the whole text has found a sign of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

import yaml

from firstwin.sources import second_look
from firstwin.sources.characters import CONTROLS
from firstwin.sources.document import Quoted, TextCut
from firstwin.sources.escapes import SHOWS_ESCAPE, escaped_control, escaped_path
from firstwin.sources.fault import MOST_FAULTS, LineFault
from firstwin.sources.limits import DEEPEST
from firstwin.sources.pitfalls import LinePlace
from firstwin.sources.pitfalls.brackets import fill_in_as_mapping, is_bare, keys_without_value
from firstwin.sources.pitfalls.dashes import Pair, torn_entry
from firstwin.sources.pitfalls.odd_spaces import (
    begins_something,
    odd_space,
    odd_space_lines,
    odd_space_of_key,
)
from firstwin.sources.pitfalls.wide_colons import WIDE_COLONS, wide_colons_in_text
from firstwin.sources.tree import too_deep, too_many

TO_FIRSTWIN = re.compile(r"#\s*firstwin\s*:")
"""What a comment begins with that tells firstwin something: no text goes on like that."""

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


def data_of(root: yaml.Node, text: str, lines: Sequence[str]) -> tuple[object, list[LineFault]]:
    """The data of the tree made of `text`, which consists of `lines`."""
    walk = _Walk(text, lines)
    data = walk.value(root, 1)
    return data, walk.faults


class _Walk:
    """One way through a tree; `faults` grows on the way."""

    def __init__(self, text: str, lines: Sequence[str]) -> None:
        self.faults: list[LineFault] = []
        self._lines = lines
        self._hashes: set[int] = set()
        if " #" in text or "\t#" in text:
            self._hashes = {at for at, line in enumerate(lines) if " #" in line or "\t#" in line}
        self._said: set[int] = set()
        self._by_program = False  # whether what is read stands behind a key in double quotes
        self._glued_comments = second_look.glued_comments(lines)
        self._odd_spaces: set[int] = set() if text.isascii() else set(odd_space_lines(lines))

    def value(self, node: yaml.Node, depth: int) -> object:
        """The data of `node`, which lies `depth` levels deep."""
        if isinstance(node, yaml.ScalarNode):
            return self._quoted(node) if node.style else self._plain(node)
        assert isinstance(node, yaml.CollectionNode), "there are no other nodes"  # noqa: S101  # for the types
        start = node.start_mark
        unfit = too_deep(start.line, start.column) if depth > DEEPEST else too_many(node)
        if unfit:
            self.faults.insert(0, unfit)  # before any others, of which only so many are noted
            return None
        if node.flow_style:
            return self._in_brackets(node, depth)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node.value, depth)
        if isinstance(node, yaml.SequenceNode) and isinstance(node.value[0], yaml.MappingNode):
            self._add_all(torn_entry(node, self._lines))
        return [self.value(entry, depth + 1) for entry in node.value]

    def _add(self, fault: LineFault) -> None:
        self._add_all(iter([fault]))

    def _add_all(self, faults: Iterable[LineFault]) -> None:
        """Note the faults; they are not even looked for where there are enough."""
        self.faults += islice(faults, max(MOST_FAULTS - len(self.faults), 0))

    def _plain(self, node: yaml.ScalarNode) -> str | None:
        text: str = node.value
        end = node.end_mark.line
        if self._odd_spaces:
            self._look_for_odd_spaces(node)
        if not text.isascii() and not WIDE_COLONS.isdisjoint(text):
            found = list(wide_colons_in_text(node, self._lines))
            self._add_all(found)
            if found:
                return text
        if "-" in text and (text[0] == "-" or " - " in text):
            self._look_for_list(node)
        if end in self._hashes:
            return self._cut(node)
        return None if text in _NOTHING else text

    def _quoted(self, node: yaml.ScalarNode) -> Quoted:
        lines, start, end = self._lines, node.start_mark.line, node.end_mark.line
        if self._glued_comments and not self._glued_comments.isdisjoint((start, end)):
            self._add_all(second_look.glued_comment(node, lines))
        if start != end:
            if node.style in {'"', "'"}:
                self._add_all(second_look.open_quote(node, lines))
            elif lines[start + 1].isspace():
                self._add_all(second_look.block_head(node, lines))
        text: str = node.value
        if node.style == '"':
            self._add_all(self._escapes(node))
            text = CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
        return Quoted(text)

    def _escapes(self, node: yaml.ScalarNode) -> Iterator[LineFault]:
        """The fault of an escape: where it is the backslash of a path, it is no character that was meant."""
        paths: list[LineFault] = []
        if not self._by_program and SHOWS_ESCAPE.search(node.value):
            paths = list(escaped_path(node, self._lines))
        if not paths and CONTROLS.search(node.value):
            return escaped_control(node, self._lines)
        return iter(paths)

    def _mapping(self, pairs: Sequence[Pair], depth: int) -> dict[str, object]:
        data: dict[str, object] = {}
        # One look at all keys is enough, however many of them stand twice.
        dash = cache(lambda: second_look.dash_among(pairs, self._lines))
        for key, value in pairs:
            name = key.value
            if not isinstance(key, yaml.ScalarNode) or not name:
                self._add(second_look.bad_key(key))
            elif name in data:
                self._add_all(second_look.duplicate(key, pairs, dash(), self._lines))
            else:
                if key.start_mark.line in self._odd_spaces:
                    self._add_odd_spaces(odd_space_of_key(key, self._lines), key.start_mark.line)
                above = self._by_program
                self._by_program = above or key.style == '"'
                data[name] = self.value(value, depth + 1)
                self._by_program = above
        return data

    def _in_brackets(self, node: yaml.CollectionNode, depth: int) -> object:
        if node.start_mark.line != node.end_mark.line:
            self._add_all(second_look.flow_indentation(node, self._lines))
        if not isinstance(node, yaml.MappingNode):
            return [self.value(entry, depth + 1) for entry in node.value]
        fault = fill_in_as_mapping(node, self._lines)
        if fault:
            self._add(fault)
            return None
        bare = [is_bare(pair, self._lines) for pair in node.value]
        if not any(bare):
            return self._mapping(node.value, depth)
        self._add(keys_without_value(node, bare, self._lines))
        pairs = zip(node.value, bare, strict=True)
        return self._mapping([pair for pair, is_bare_key in pairs if not is_bare_key], depth)

    def _cut(self, node: yaml.ScalarNode) -> str | None:
        """The value of a line with ` #` on it: the text that is left, or nothing."""
        text: str = node.value
        end = node.end_mark
        comment = self._lines[end.line][end.column :].strip()
        if not comment.startswith("#") or TO_FIRSTWIN.match(comment):
            return None if text in _NOTHING else text
        if not text:
            self._add_all(second_look.hash_text(end.line, comment, self._lines))
        return None if text in _NOTHING else TextCut(text, comment)

    def _look_for_list(self, node: yaml.ScalarNode) -> None:
        """A list that YAML has read as a text."""
        known = len(self.faults)
        if node.value[0] == "-":
            self._add_all(second_look.glued_dash(node, self._lines))
        is_said = len(self.faults) > known or node.start_mark.line in self._said
        if not is_said and node.start_mark.line != node.end_mark.line:
            self._add_all(second_look.swallowed(node, self._lines))

    def _look_for_odd_spaces(self, node: yaml.Node) -> None:
        """Odd spaces before a value. Before words that go on with its text they are part of it."""
        start = node.start_mark.line
        for at in range(start, node.end_mark.line + 1):
            if at in self._odd_spaces and (at == start or begins_something(self._lines[at])):
                self._add_odd_spaces(odd_space(LinePlace.at(self._lines, at)), at)

    def _add_odd_spaces(self, faults: Iterable[LineFault], at: int) -> None:
        found = list(faults)
        said = {at}.union(*(fault.mended for fault in found))
        self._odd_spaces -= said
        self._said |= said
        self._add_all(found)
