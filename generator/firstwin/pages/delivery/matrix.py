"""Who has which part in each step of a plan: a table of steps and roles, a RACI matrix.

In: a `TierPlan` and the `SiteMap`. Out: a `Page`. Whoever owns a step is responsible. Where its author names nobody who
answers for it, its owner does; whoever takes part in it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from firstwin.pages.blocks.raci import raci_parts
from firstwin.pages.delivery.step_places import step_link
from firstwin.pages.moments import deadline
from firstwin.pages.page import Page
from firstwin.pages.sitemap import SiteMap, delivery_chrome
from firstwin.pages.titles import numbered, raci_of
from firstwin.pages.urls import raci_place
from firstwin.pages.views import MatrixPhaseView, MatrixRowView, MatrixView, RaciRowView
from firstwin.resolve.blocks.raci import RaciBlock
from firstwin.resolve.guide import TierPlan
from firstwin.resolve.guide_step import GuideStep, RoleName

Parts = tuple[tuple[RoleName, ...], ...]
"""Who is responsible, accountable, consulted, informed: in the order in which `raci_parts` names these."""


def matrix_page(plan: TierPlan, site: SiteMap) -> Page:
    """The matrix of a plan."""
    here, words = raci_place(plan.tier), site.words
    title = raci_of(plan.tier_title, words)
    # Translators: Under the title of the table of steps and roles.
    lede = words.say(
        "RACI",
        "Who has which part in each step. Where a step names nobody else, whoever does it answers "
        "for it. Whoever takes part is consulted.",
    )
    letters = tuple(letter for letter, _ in raci_parts(words))
    roles = _roles(plan)
    view = MatrixView(
        title=title,
        lede=lede,
        parts=tuple(RaciRowView(letter, meaning, "") for letter, meaning in raci_parts(words)),
        roles=tuple(roles.values()),
        phases=tuple(
            MatrixPhaseView(
                numbered(phase, words),
                tuple(
                    MatrixRowView(
                        step.title,
                        step_link(step, phase, plan, here, site),
                        deadline(step.moment, words),
                        tuple(_cells(step, roles, letters)),
                    )
                    for step in phase.steps
                ),
            )
            for phase in plan.phases
            if phase.steps
        ),
    )
    chrome = delivery_chrome("matrix", here, title, plan, site)
    return Page(here, "matrix.md.j2", title, lede, chrome, view)


def _parts(step: GuideStep) -> Parts:
    """Who has which part in a step; whoever has a nearer one has no further one."""
    raci = step.block(RaciBlock)
    responsible = raci.responsible if raci else (step.owner,)
    accountable = raci.accountable if raci else step.owner
    consulted = (*(raci.consulted if raci else ()), *step.with_)
    nearer = {accountable.id, *(role.id for role in responsible)}
    asked = tuple(role for role in consulted if role.id not in nearer)
    nearer |= {role.id for role in asked}
    told = tuple(role for role in (*step.may_join, *step.informed) if role.id not in nearer)
    return (responsible, (accountable,), asked, told)


def _cells(step: GuideStep, roles: Iterable[str], letters: tuple[str, ...]) -> Iterator[str]:
    parts = [{role.id for role in part} for part in _parts(step)]
    for id_ in roles:
        held = [letter for letter, part in zip(letters, parts, strict=True) if id_ in part]
        yield " ".join(held)


def _roles(plan: TierPlan) -> Mapping[str, str]:
    """The roles with a part in any step, each with its title: as the plan names its people, then whoever is left."""
    steps = [step for phase in plan.phases for step in phase.steps]
    met = {role.id: role.title for step in steps for part in _parts(step) for role in part}
    order = [share.role.id for share in plan.roles if share.role.id in met]
    return {id_: met[id_] for id_ in dict.fromkeys((*order, *met))}
