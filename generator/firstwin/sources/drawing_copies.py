"""How often a drawing repeats its parts.

In: its elements, as they open and close, and what they use. Out: whether a browser would have to draw more than it
can. A few lines that use one another are as many elements as one likes.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

MOST: Final = 100_000
"""The elements that a browser draws for all parts and their repetitions."""
_ALL: Final = ""


class Copies:
    """Counts what stands in each part that has an id, and what is used there."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._inside: list[str] = [_ALL]
        self._elements: Counter[str] = Counter()
        self._uses: dict[str, Counter[str]] = {}

    def enter(self, id_: str) -> None:
        """An element opens. It counts for the nearest part around it."""
        self._open.append(id_)
        self._elements[self._inside[-1]] += 1
        if id_:
            self.use(id_)
            self._inside.append(id_)

    def leave(self) -> None:
        """The element that opened last closes."""
        if self._open.pop():
            self._inside.pop()

    def use(self, id_: str) -> None:
        """The element that is open uses a part."""
        self._uses.setdefault(self._inside[-1], Counter())[id_] += 1

    @property
    def too_many(self) -> bool:
        """Whether there is more to draw than a browser can."""
        return self._drawn() > MOST

    def _drawn(self) -> int:
        """The elements that are drawn, counted from the parts that use no other one upwards."""
        known: dict[str, int] = {}
        waiting, begun = [_ALL], set[str]()
        while waiting:
            part = waiting[-1]
            uses = self._uses.get(part, Counter())
            if part not in begun:
                begun.add(part)
                waiting += [used for used in uses if used not in known and used not in begun]
                continue
            waiting.pop()
            # What uses itself is drawn by no browser.
            inside = sum(times * known.get(used, 0) for used, times in uses.items())
            known.setdefault(part, min(self._elements[part] + inside, MOST + 1))
        return known[_ALL]
