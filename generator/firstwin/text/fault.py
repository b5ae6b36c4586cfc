"""What is wrong with a text: a value, with its place in the text.

In: nothing; whoever reads a text makes one. Out: `TextFault`.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TextFault:
    """Something a text may not contain. `line` counts from 0 in the text; `piece` is what is meant."""

    line: int
    message: str
    hint: str
    piece: str = field(default="", compare=False)
