"""The parts of editions as they are written: what is of no plan, and each plan, made by several processes.

In: for each edition its `Layout`, and what renders its pages. Out: what there is of each part, in their order, and what is
wrong with templates. A part is a function of its sheets, so that any process may make it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct

from firstwin.diagnostics import Diagnostic
from firstwin.pages import Layout, Sheet
from firstwin.render import Renderer
from firstwin.render.stored_plans import StoredPlans, WrittenPlan
from firstwin.system.shares import Portions, made_in_shares

_OF_NO_PLAN: Final = ""
_PORTIONS: Final = Portions(1, {"fork": 1})
"""A plan is a second or so of work. A process that is no copy of this one would have to be handed all of the edition."""


class WrittenPart(Struct, frozen=True):
    """What was made of a part, and the faults of templates that it met."""

    written: WrittenPlan
    faults: tuple[Diagnostic, ...] = ()


class PartWriter(Struct, frozen=True):
    """Writes the parts of an edition, each of its name: the number of a plan. Plans that are `stored` are not made again."""

    layout: Layout
    renderer: Renderer
    stored: StoredPlans | None

    def sizes(self) -> dict[str, int]:
        """The names of all parts in their order, and of how many sheets each is."""
        plans = enumerate(self.layout.plans)
        of_plans = {str(number): len(plan.sheets) for number, plan in plans}
        return {_OF_NO_PLAN: len(self.layout.of_no_plan), **of_plans}

    def made(self, name: str) -> WrittenPart:
        """What there is of a part. A plan with a fault in one of its pages is not kept."""
        if name == _OF_NO_PLAN:
            pages, faults = self._pages(self.layout.of_no_plan)
            return WrittenPart(WrittenPlan(pages, {}), faults)
        plan = self.layout.plans[int(name)]
        known = self.stored.read(plan) if self.stored else None
        if known:
            return WrittenPart(known)
        pages, faults = self._pages(plan.sheets)
        made = WrittenPlan(pages, {file.path: file.content for file in plan.files})
        if self.stored and not faults:
            self.stored.write(plan, made)
        return WrittenPart(made, faults)

    def _pages(self, sheets: Sequence[Sheet]) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
        """The Markdown of some pages as it is written: that has half the size of a text with an arrow or a dash in it."""
        texts, faults = self.renderer.markdown_of([sheet.lay_out() for sheet in sheets])
        return {path: text.encode() for path, text in texts.items()}, tuple(faults)


def written_parts(
    editions: Sequence[PartWriter],
    processes: int,
    progress: Callable[[int], None],
    meanwhile: Callable[[], None],
) -> list[list[WrittenPart]]:
    """What is of no plan, and every plan, of each edition, by up to so many processes: the largest first, whosever it is.

    `progress` hears how many are made; what it raises ends the work. `meanwhile` is done here while others write.
    """
    sizes = {
        _name(number, part): size
        for number, edition in enumerate(editions)
        for part, size in edition.sizes().items()
    }
    largest_first = sorted(sizes, key=sizes.__getitem__, reverse=True)
    writers = _Writers(editions)
    made = made_in_shares(
        writers, largest_first, processes, _PORTIONS, progress=progress, meanwhile=meanwhile
    )
    return [
        [made[_name(number, part)] for part in edition.sizes()]
        for number, edition in enumerate(editions)
    ]


def _name(edition: int, part: str) -> str:
    return f"{edition}/{part}"


class _Writers(Struct, frozen=True):
    """Writes the parts of several editions, each of the number of its edition and its own name."""

    editions: Sequence[PartWriter]

    def set_up(self) -> None:
        """Load the templates, which all parts need."""
        for edition in self.editions:
            edition.renderer.load_templates()

    def made(self, name: str) -> WrittenPart:
        """What there is of a part."""
        edition, _, part = name.partition("/")
        return self.editions[int(edition)].made(part)
