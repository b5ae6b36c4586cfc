"""Ids where none is written: entries of `items` and the like may be a plain list, steps and phases have a title alone.

In: documents as they were read. Out: the same with an id for each such piece, made of what it says, and where each was
made. Data and places agree: whoever looks at the document sees a mapping, and a key that stands where its entry does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

import yaml

from firstwin.caching.memo import Memo
from firstwin.models.values import LONGEST_ID, made_id
from firstwin.sources import Document, MadeId, Sources

NAMED: Mapping[str, str] = {
    "items": "item",
    "fields": "field",
    "actions": "action",
    "questions": "question",
    "sessions": "session",
    "tests": "test",
    "ready_when": "point",
}
"""The keys below which each entry has an id, and what an entry is called."""

CRITERIA: Mapping[str, frozenset[str]] = {
    "criteria": frozenset({"technical", "user", "value"}),
    "acceptance": frozenset({"when"}),
}
"""The same of criteria: keys that mean this only below another one."""

SAID = ("text", "label", "title", "do", "ask", "scenario")
"""The keys of an entry that say what it is."""

_ORDERED = {"steps": "step", "phases": "phase", "aftercare": "phase", "add": "step"}
_Node = yaml.Node
_space = re.compile(r"\s")


def with_made_ids(sources: Sources, memo: Memo) -> Sources:
    """The sources with ids in all playbooks. Documents that are alike are as the `memo` has them."""
    documents = {
        path: memo.of(("ids of", path), with_ids, document)
        if path != sources.config.path
        else document
        for path, document in sources.documents.items()
    }
    return replace(sources, documents=documents)


def with_ids(document: Document) -> Document:
    """The document with an id for each piece that has none; itself where each has one."""
    if document.root is None:
        return document
    maker = _Maker(set(_ids_in(document.data)))
    root, data = maker.value(document.root, document.data, "", None)
    return (
        replace(document, root=root, data=data, made=tuple(maker.made)) if maker.made else document
    )


def _ids_in(data: object) -> Iterator[str]:
    """The ids of steps and phases that stand somewhere in some data."""
    rest = [data]
    while rest:
        each = rest.pop()
        if isinstance(each, dict):
            yield from (value for key in ("id", "use") if isinstance(value := each.get(key), str))
            rest += each.values()
        elif isinstance(each, list):
            rest += each


class _Maker:
    """One way through a document; `made` grows on the way."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self.made: list[MadeId] = []

    def value(
        self, node: _Node, data: object, key: str, taken: set[str] | None, within: str = ""
    ) -> tuple[_Node, object]:
        """A value below `key`, with ids. `taken` are the ids of the items of the step it stands in.

        `within` is the key below which the mapping stands that it is in.
        """
        if isinstance(node, yaml.ScalarNode):
            return node, data
        if key == "items" and taken is None:
            taken = set()
        if isinstance(node, yaml.MappingNode) and isinstance(data, dict):
            return self._mapping(node, data, key, taken)
        if not (isinstance(node, yaml.SequenceNode) and isinstance(data, list)) or len(
            node.value
        ) != len(data):
            return node, data
        noun = "point" if key in CRITERIA.get(within, ()) else NAMED.get(key)
        if noun and data and all(map(_says, data)):
            own = taken if key == "items" and taken is not None else set[str]()
            return self._named(node, data, key, noun, own)
        return self._list(node, data, key)

    def _mapping(
        self, node: yaml.MappingNode, data: dict[str, object], key: str, taken: set[str] | None
    ) -> tuple[_Node, object]:
        pairs, values, changed = [], dict[str, object](), False
        are_items = key == "items" and taken is not None
        if are_items and taken is not None:
            taken |= data.keys()
        for name_node, below in node.value:
            name = name_node.value
            if not isinstance(name, str) or name not in data:
                pairs.append((name_node, below))
                continue
            inside = taken if are_items or name == "items" else None
            inside_key = "" if are_items else "add" if key == "add" else name
            new, value = self.value(below, data[name], inside_key, inside, key)
            changed |= new is not below
            pairs.append((name_node, new))
            values[name] = value
        if not changed:
            return node, data
        return _like(node, yaml.MappingNode, pairs), values

    def _list(self, node: yaml.SequenceNode, data: list[object], key: str) -> tuple[_Node, object]:
        nodes, values = [], []
        for each, said in zip(node.value, data, strict=True):
            new, value = self.value(each, said, "", None)
            if key in _ORDERED and isinstance(new, yaml.MappingNode) and isinstance(value, dict):
                new, value = self._identified(new, value, _ORDERED[key])
            nodes.append(new)
            values.append(value)
        if all(new is old for new, old in zip(nodes, node.value, strict=True)):
            return node, data
        return _like(node, yaml.SequenceNode, nodes), values

    def _identified(
        self, node: yaml.MappingNode, data: dict[str, object], noun: str
    ) -> tuple[yaml.MappingNode, dict[str, object]]:
        """A step or phase with an id, where it has a title and none."""
        title = data.get("title")
        if not isinstance(title, str) or "id" in data or "use" in data:
            return node, data
        id_ = self._free(made_id(title), noun, self._taken)
        first = node.value[0][0]
        self.made.append(MadeId(id_, first.start_mark.line, first.start_mark.column))
        pair = (_scalar("id", first), _scalar(id_, first))
        return _like(node, yaml.MappingNode, [pair, *node.value]), {"id": id_, **data}

    def _named(
        self, node: yaml.SequenceNode, data: list[object], key: str, noun: str, taken: set[str]
    ) -> tuple[_Node, object]:
        """A list as a mapping, whose keys stand where its entries do."""
        pairs, values = [], dict[str, object]()
        for each, said in zip(node.value, data, strict=True):
            id_ = self._free(made_id(_words(said)), noun, taken)
            self.made.append(MadeId(id_, each.start_mark.line, each.start_mark.column, key))
            new, value = self.value(each, said, "", taken if key == "items" else None)
            pairs.append((_scalar(id_, each), new))
            values[id_] = value
        return _like(node, yaml.MappingNode, pairs), values

    @staticmethod
    def _free(made: str, noun: str, taken: set[str]) -> str:
        """The id that something makes, or else the next of its kind that nothing has."""
        numbered = (f"-{number}" for number in count(2 if made else 1))
        free = made
        while not free or free in taken:
            end = next(numbered)
            free = (made or noun)[: LONGEST_ID - len(end)].rstrip("-") + end
        taken.add(free)
        return free


def _says(entry: object) -> bool:
    """Whether an entry of a list says what it is, and brings no id of its own."""
    return (
        "id" not in entry and bool(_words(entry))
        if isinstance(entry, dict)
        else isinstance(entry, str)
    )


def _words(entry: object) -> str:
    if not isinstance(entry, dict):
        return str(entry)
    said = next((str(entry[key]) for key in SAID if isinstance(entry.get(key), str)), "")
    return said or _cut_by_a_colon(entry)


def _cut_by_a_colon(entry: Mapping[str, object]) -> str:
    """The text that an entry is, of which a colon made one key and its value; nothing of any other."""
    if len(entry) != 1:
        return ""
    ((key, value),) = entry.items()
    return f"{key}: {value}" if isinstance(value, str) and are_words(key) else ""


def are_words(key: object) -> bool:
    """Whether what stands before a colon is no key, but words of a text."""
    return isinstance(key, str) and bool(_space.search(key.strip()))


def _scalar(text: str, at: _Node) -> yaml.ScalarNode:
    return yaml.ScalarNode("", text, at.start_mark, at.end_mark)


def _like(node: yaml.CollectionNode, kind: type, value: Sequence[object]) -> yaml.MappingNode:
    """A node in the place of another."""
    made: yaml.MappingNode = kind("", value, node.start_mark, node.end_mark, node.flow_style)
    return made
