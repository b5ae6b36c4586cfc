"""How often a drawing repeats its parts.

In: its elements, as they open and close, and its style sheets. Out: whether a browser would have to draw more than it
can. A few lines that use one another are as many elements as one likes, and a part is used by whatever is filled, cut or
covered with it, and at each corner that it marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from firstwin.sources.drawing_styles import ANYTHING, PartUse, uses_in_declarations, uses_in_sheet

MOST: Final = 100_000
"""The elements that a browser draws for all parts and their repetitions."""
MOST_LOOKED_AT: Final = 2_000_000
"""How often something that is said of an element is looked at. A drawing that somebody drew comes to thousands."""
_ALL: Final = ""
_NUMBER: Final = re.compile(r"[\d.]+")
_FORMS: Final = ("d", "points")
_NOT_DRAWN: Final = "stop"

Trait = PartUse | str
"""What is said of an element: that it uses a part, or by what a style sheet knows it."""


class _Part:
    """What the elements of a part use, and how often each thing is said of them."""

    def __init__(self) -> None:
        self.elements = 0
        self.uses: Counter[str] = Counter()
        self.own: Counter[Trait] = Counter()
        """Of elements themselves."""
        self.passed: Counter[Trait] = Counter()
        """Of them and of those around them."""
        self.corners: Counter[Trait] = Counter()
        """Of the corners of shapes."""

    def times(self, trait: Trait, use: PartUse, *, inherits: bool) -> int:
        """How often something is used of which something is said."""
        if use.at_corners:
            return self.corners[trait]
        return self.passed[trait] if use.is_inherited or inherits else self.own[trait]


class Copies:
    """Counts what stands in each part that has an id, and what is used there."""

    def __init__(self) -> None:
        self._open: list[tuple[str, tuple[Trait, ...]]] = []
        self._inside: list[str] = [_ALL]
        self._parts: dict[str, _Part] = {_ALL: _Part()}
        self._around: Counter[Trait] = Counter()
        self._sheets: dict[Trait, Counter[PartUse]] = {}
        self._looked_at = 0
        self._inherits = False

    def enter(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens. It counts for the nearest part around it."""
        id_, traits = attributes.get("id", ""), tuple(_traits(attributes))
        self._open.append((id_, traits))
        self._around.update(traits)
        part = self._parts[self._inside[-1]]
        part.elements += tag != _NOT_DRAWN
        if id_:
            part.uses[id_] += 1
            self._inside.append(id_)
            part = self._parts.setdefault(id_, _Part())
        for key, value in attributes.items():
            self._inherits |= "inherit" in value
            if key.rpartition(" ")[2] == "href":
                part.uses[value.strip().removeprefix("#")] += 1
        self._looked_at += len(self._around)
        if self._looked_at <= MOST_LOOKED_AT:
            part.own.update(traits)
            part.passed.update(self._around.keys())
            numbers = sum(len(_NUMBER.findall(attributes.get(form, ""))) for form in _FORMS)
            part.corners.update(dict.fromkeys(self._around, numbers) if numbers else ())

    def leave(self) -> None:
        """The element that opened last closes."""
        id_, traits = self._open.pop()
        if id_:
            self._inside.pop()
        for each in traits:
            self._around[each] -= 1
            if not self._around[each]:
                del self._around[each]

    def style(self, sheet: str) -> None:
        """A style sheet has ended, which may be about what stands before it."""
        self._inherits |= "inherit" in sheet
        for name, use in uses_in_sheet(sheet):
            self._sheets.setdefault(name, Counter())[use] += 1

    @property
    def too_many(self) -> bool:
        """Whether there is more to draw than a browser can."""
        looked_at, used = (
            self._looked_at,
            {id_: part.uses.copy() for id_, part in self._parts.items()},
        )
        for id_, part in self._parts.items():
            for trait in part.passed:
                uses = (trait,) if isinstance(trait, PartUse) else self._sheets.get(trait, ())
                looked_at += len(uses)
                if looked_at > MOST_LOOKED_AT:
                    return True
                for use in uses:
                    used[id_][use.id] += part.times(trait, use, inherits=self._inherits)
        return looked_at > MOST_LOOKED_AT or self._drawn(used) > MOST

    def _drawn(self, used: Mapping[str, Counter[str]]) -> int:
        """The elements that are drawn, counted from the parts that use no other one upwards."""
        known: dict[str, int] = {}
        waiting, begun = [_ALL], set[str]()
        while waiting:
            part = waiting[-1]
            uses = used.get(part) or Counter()
            if part not in begun:
                begun.add(part)
                waiting += [other for other in uses if other not in known and other not in begun]
                continue
            waiting.pop()
            # What uses itself is drawn by no browser.
            inside = sum(times * known.get(other, 0) for other, times in uses.items())
            elements = self._parts[part].elements if part in self._parts else 0
            known.setdefault(part, min(elements + inside, MOST + 1))
        return known[_ALL]


def _traits(attributes: Mapping[str, str]) -> Iterator[Trait]:
    """What an element says that it uses, and by what a style sheet may know it."""
    yield ANYTHING
    for name in attributes.get("class", "").split():
        yield f".{name}"
    if id_ := attributes.get("id"):
        yield f"#{id_}"
    for key, value in attributes.items():
        if "(" in value:
            yield from uses_in_declarations(value if key == "style" else f"{key}:{value}")
