"""The parts of an edition as text: what is of no plan, and each plan, made by several processes.

In: a `Layout`, and what renders its pages. Out: what there is of each part, in their order, and what is wrong with templates.
A part is a function of its sheets, so that any process may make it.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from firstwin.diagnostics import Diagnostic
from firstwin.pages import Layout
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


def written_parts(
    layout: Layout, renderer: Renderer, stored: StoredPlans | None, processes: int
) -> list[WrittenPart]:
    """What is of no plan, and every plan, by up to so many processes. Plans that are `stored` are not made again."""
    writer = _Writer(layout, renderer, stored)
    names = [_OF_NO_PLAN, *map(str, range(len(layout.plans)))]
    made = made_in_shares(writer, names, processes, _PORTIONS)
    return [made[name] for name in names]


class _Writer(Struct, frozen=True):
    """Writes a part of its name: the number of a plan."""

    layout: Layout
    renderer: Renderer
    stored: StoredPlans | None

    def set_up(self) -> None:
        """Load the templates, which all parts need."""
        self.renderer.load_templates()

    def made(self, name: str) -> WrittenPart:
        """What there is of a part. A plan with a fault in one of its pages is not kept."""
        if name == _OF_NO_PLAN:
            sheets = self.layout.of_no_plan
            pages, faults = self.renderer.markdown_of([sheet.lay_out() for sheet in sheets])
            return WrittenPart(WrittenPlan(pages, {}), tuple(faults))
        plan = self.layout.plans[int(name)]
        known = self.stored.read(plan) if self.stored else None
        if known:
            return WrittenPart(known)
        pages, faults = self.renderer.markdown_of([sheet.lay_out() for sheet in plan.sheets])
        made = WrittenPlan(pages, {file.path: file.content for file in plan.files})
        if self.stored and not faults:
            self.stored.write(plan, made)
        return WrittenPart(made, tuple(faults))
