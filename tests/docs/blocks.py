"""The fenced blocks of a page, by the heading they stand under, and how a piece of YAML joins a project.

A block of the guides says in its first line where it belongs: a file and, for steps, the phase.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

import yaml

_HEADING_OR_FENCE = re.compile(
    r"^#+ (?P<heading>[^\n]+)$|(?:<!-- file: (?P<whole>\S+) -->\n)?^```(?P<form>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_PLACE = re.compile(r"# (?P<file>[\w./-]+\.yml)(?:, phase (?P<phase>[\w-]+))?\n")


@dataclass(frozen=True)
class Block:
    """A fenced block. `whole` names the file that it is all of, where a comment above it says so."""

    heading: str
    form: str
    text: str
    whole: str


def blocks(page: Path) -> Iterator[Block]:
    """The blocks of a Markdown page, in order."""
    heading = ""
    for found in _HEADING_OR_FENCE.finditer(page.read_text("utf-8")):
        if found["heading"]:
            heading = found["heading"]
        else:
            yield Block(heading, found["form"], found["text"], found["whole"] or "")


def place(text: str) -> str:
    """The file a piece names in its first line."""
    found = _PLACE.match(text)
    assert found, f"the first line says no place: {text.splitlines()[0]}"
    return found["file"]


def joined(base: str, piece: str) -> str:
    """A YAML file with a piece put in: new keys and list entries at the end, known ones merged."""
    found = _PLACE.match(piece)
    if found and found["phase"]:
        piece = f"phases:\n  - id: {found['phase']}\n    steps:\n{indent(piece, '      ')}"
    new = yaml.compose(piece)
    assert new is not None
    return yaml.serialize(_merged(yaml.compose(base), new), allow_unicode=True, width=10_000)


def _merged(into: yaml.Node | None, new: yaml.Node) -> yaml.Node:
    if isinstance(into, yaml.MappingNode) and isinstance(new, yaml.MappingNode):
        values = {key.value: (key, value) for key, value in into.value}
        for key, value in new.value:
            _, there = values.get(key.value, (key, None))
            values[key.value] = (key, _merged(there, value))
        into.value = list(values.values())
        return into
    if isinstance(into, yaml.SequenceNode) and isinstance(new, yaml.SequenceNode):
        there = {_id(entry): entry for entry in into.value if _id(entry)}
        for entry in new.value:
            if _id(entry) in there:
                _merged(there[_id(entry)], entry)
            else:
                into.value.append(entry)
        return into
    return new


def _id(entry: yaml.Node) -> str:
    pairs = entry.value if isinstance(entry, yaml.MappingNode) else []
    return next((value.value for key, value in pairs if key.value == "id"), "")
