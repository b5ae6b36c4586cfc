"""An example for each key, as it is typed.

In: the text of a YAML file with a mapping of keys under each heading of the reference page. Out: the lines of each key, by
heading and key. They are cut out of the text and not read, so that the page shows the quotes and the form that an author
gave them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import dedent

_HEADING = re.compile(r"^(\S.*):\n", re.MULTILINE)
_KEY = re.compile(r"^(?=\S)", re.MULTILINE)


def key_examples(text: str) -> Mapping[str, Mapping[str, str]]:
    """The examples by the heading over them and by key."""
    _, *parts = _HEADING.split(text)
    return {
        heading: dict(_by_key(dedent(keys)))
        for heading, keys in zip(parts[::2], parts[1::2], strict=True)
    }


def _by_key(keys: str) -> list[tuple[str, str]]:
    return [(one.partition(":")[0], one.rstrip()) for one in _KEY.split(keys) if one]
