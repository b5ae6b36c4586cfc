"""Node trees from YAML text, and the looks at it that need no tree.

In: text. Out: the tree of `yaml.compose`, in which every scalar is still text. libyaml composes by
recursion in C, so that enough brackets end the process; and a tree keeps no anchors, so that aliases
explode when it is walked. Where a text has signs of either, its events are looked at first.
"""

from __future__ import annotations

from collections.abc import Sequence

import yaml

from firstwin.sources.codes import TOO_DEEP, TOO_MANY
from firstwin.sources.fault import LineFault
from firstwin.sources.limits import DEEPEST, MOST_ENTRIES
from firstwin.sources.properties import has_signs, property_faults

# So many levels libyaml minds as little as Python's own parser minds the other number.
_HARMLESS = 900 if yaml.__with_libyaml__ else 2 * DEEPEST
_LIMIT_OF_LIBYAML = "nesting depth"

if yaml.__with_libyaml__:
    from yaml import CBaseLoader as BaseLoader
else:
    from yaml import BaseLoader  # type: ignore[assignment]  # slower, and the same to its users


class Loader(BaseLoader):
    """PyYAML's loader that knows no types, without the search for one that never finds any."""

    @staticmethod
    def resolve(kind: object, value: object, implicit: object) -> None:
        """Give no node a tag. Explicit tags stand in the events."""


def compose(text: str) -> yaml.Node | None:
    """The tree of `text`. Raises `yaml.YAMLError` where there is none."""
    node: yaml.Node | None = yaml.compose(text, Loader=Loader)
    return node


def first_error(text: str) -> yaml.YAMLError | None:
    """What is wrong where `text` stops being YAML. Ten times as fast as a tree, at any depth."""
    loader = Loader(text)
    try:
        raw_parse = getattr(loader, "raw_parse", None)  # libyaml's alone
        if raw_parse:
            raw_parse()
        while loader.check_event():
            loader.get_event()
    except yaml.YAMLError as error:
        return error
    finally:
        loader.dispose()
    return None


def last_scalar(text: str) -> int:
    """The line of the last scalar before YAML gives up."""
    line = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.ScalarEvent) and event.start_mark:
                line = event.start_mark.line
    except yaml.YAMLError:
        pass
    return line


def look_ahead(text: str, lines: Sequence[str]) -> list[LineFault]:
    """The faults for which no tree must be walked: depth, anchors, aliases, tags.

    Raises `yaml.YAMLError` where the text is not YAML.
    """
    if text.count("[") + text.count("{") > _HARMLESS or max(map(len, lines)) > _HARMLESS:
        deep = _first_too_deep(text)
        if deep:
            return [deep]
    if not has_signs(text):
        return []
    return property_faults(yaml.parse(text, Loader=Loader), lines)


def too_deep(line: int, column: int) -> LineFault:
    """The fault of a value that lies too deep."""
    message = f"nested more than {DEEPEST} levels deep"
    advice = "look for brackets that are not closed"
    return LineFault(TOO_DEEP, message, line, column, column + 1, advice, fatal=True)


def too_many(node: yaml.CollectionNode) -> LineFault | None:
    """The fault of a list or mapping with more entries than one may have."""
    if len(node.value) <= MOST_ENTRIES:
        return None
    kind = "mapping" if isinstance(node, yaml.MappingNode) else "list"
    message = (
        f"this {kind} has {len(node.value):,} entries; a list or mapping may have at most "
        f"{MOST_ENTRIES:,}"
    )
    line, column = node.start_mark.line, node.start_mark.column
    advice = "keep what somebody reads, and divide it among phases, steps, tiers or library entries"
    return LineFault(TOO_MANY, message, line, column, column + 1, advice, fatal=True)


def _first_too_deep(text: str) -> LineFault | None:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEEPEST and event.start_mark:
                    return too_deep(event.start_mark.line, event.start_mark.column)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError as error:
        # A libyaml that has a limit of its own meets it before it tells of what lies above.
        mark = getattr(error, "problem_mark", None)
        if mark and _LIMIT_OF_LIBYAML in str(error):
            return _first_too_deep(text[: mark.index])
        # Otherwise not too deep up to there; what is wrong there is found by whoever composes.
    return None
