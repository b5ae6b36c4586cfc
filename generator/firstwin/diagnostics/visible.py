"""Text that shows, and does nothing else.

In: what an author, a file name or another program wrote. Out: the same with a name for each character that does not
show, that a terminal would obey, or that turns the text around it. Whoever reads a log may also be a machine: GitHub and
its like obey a line that begins with two colons, and others two number signs and a bracket, so those signs are named too.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TAB: Final = "    "
_JOINERS: Final = "\u200c\u200d"  # they make one emoji of several, and letters of others
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

COMMAND: Final = re.compile(r"\A\s*(?P<colon>:)(?=:)|(?P<sign>#)(?=#\w*\[)")
"""What makes a command of a line: `::error`, `##[error]`, `##vso[...]`, `##teamcity[...]`."""


def visible(text: str) -> str:
    """`text`, a line or a part of one, as it may be written anywhere."""
    if text.isascii() and text.isprintable() and not COMMAND.search(text):
        return text
    return "".join(shown(text))


def shown(line: str) -> list[str]:
    """How each character of a line is shown."""
    named = {found.start(found.lastgroup or 0) for found in COMMAND.finditer(line)}
    return [
        _name(character) if place in named else _shown(character, line[place - 1 : place + 2 : 2])
        for place, character in enumerate(line)
    ]


def _shown(character: str, beside: str) -> str:
    if character == "\t":
        return _TAB
    if unicodedata.category(character) not in _HIDDEN:
        return character
    joins = character in _JOINERS and len(beside) == 2 and not any(map(str.isascii, beside))
    return character if joins else _name(character)


def _name(character: str) -> str:
    return f"<U+{ord(character):04X}>"
