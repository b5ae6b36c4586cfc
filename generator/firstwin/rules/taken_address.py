"""FW629: a redirect from an address that has a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.part import Part
from firstwin.models.plan import Origin, Persona, Plan, Step
from firstwin.models.redirects import address_on_all_systems, plain_address
from firstwin.models.steps.content import Content
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.text import inside_of
from firstwin.validate.taken import GIVING_WAY, TAKEN_BY_A_GUIDE, TAKEN_BY_THE_SITE

CODE = Code(
    "FW629",
    Severity.ERROR,
    "A redirect from an address that has a page",
    "`redirects` in `site_config.yml` lead on from addresses at which nothing is any more. Where there is a page, its readers stay "
    "on it. Some systems tell no capitals apart: what differs in them alone is one address.",
    wrong="redirects:\n  team/admin: guide:team/champion",
    right="redirects:\n  team/sponsor: guide:team/champion",
)

_FOLDERS: Final = {"document": "documents", "quiz": "quizzes", "tutorial": "tutorials"}
_OF_A_TIER: Final = (
    *("everything/{}", "internal/plans/{}", "internal/weeks/{}"),
    *("delivery/{}/acceptance", "delivery/{}/raci"),
)
_OF_THE_TEAM: Final = ("coverage", "economics", "emails", "failures", "methods")


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    redirects = inspection.project.config.redirects
    taken = {*TAKEN_BY_THE_SITE, *_pages(inspection), "404.html"} if redirects else set()
    seen: dict[str, str] = {}
    for old in redirects:
        address = address_on_all_systems(old)
        earlier = seen.setdefault(address, old)
        message = ""
        if address in taken:
            message = f"there is a page at `{old}`"
        elif earlier != old:
            where = "" if plain_address(earlier) == plain_address(old) else " on some systems"
            message = f"`{earlier}` and `{old}` are one address{where}"
        if message:
            span = Origin(inspection.config, ("redirects", old)).key_span
            yield Diagnostic(CODE, message, span, "remove the redirect")


def _pages(inspection: Inspection) -> Iterator[str]:
    """The addresses of all pages. Those that a site has but for want of something to show are among them: it may come."""
    project = inspection.project
    yield from (f"internal/{name}" for name in _OF_THE_TEAM)
    for tier, plan in project.plans.items():
        yield tier
        yield from (form.format(tier) for form in _OF_A_TIER)
        yield from (f"internal/plans/{tier}/{phase.id}" for phase in plan.phases)
        for role, persona in plan.personas.items():
            yield f"{tier}/{role}"
            yield from (f"{tier}/{role}/{name}" for name in _of_guide(inspection, plan, persona))
    for id_, entry in project.library.items():
        if entry.has_page:
            yield f"{_FOLDERS[entry.type]}/{id_}"
    yield from (f"pages/{id_}" for id_ in project.own_pages)


def _of_guide(inspection: Inspection, plan: Plan, persona: Persona) -> Iterator[str]:
    """The names of the pages of a guide, each of which gives way to those before it."""
    phases = {phase.id for phase in plan.phases}
    taken = phases | TAKEN_BY_A_GUIDE | GIVING_WAY
    yield from taken
    yield from (f"page_{name}" for name in GIVING_WAY & phases)
    for id_ in _entries(inspection, plan, persona):
        entry = inspection.project.library.get(id_)
        if entry and entry.has_page:
            yield f"entry_{id_}" if id_ in taken else id_


def _entries(inspection: Inspection, plan: Plan, persona: Persona) -> Iterator[str]:
    """The entries of the library that a guide leads to. Who is only told of a step is shown a line of it."""
    for step in _steps(inspection, plan, persona):
        if step.parts.get(persona.role) is not Part.INFORMED:
            if step.entry:
                yield step.entry
            yield from _documents(step.content)


def _steps(inspection: Inspection, plan: Plan, persona: Persona) -> Iterator[Step]:
    """What a guide shows of its plan, and of the plays of its tier."""
    yield from (step for _, step in inspection.guide(plan, persona))
    audience = inspection.audience(persona)
    for play in inspection.project.plays.values():
        if not play.tiers or plan.tier in play.tiers:
            for step in play.steps:
                if step.is_shown_to(persona.role) and audience.sees(step.audience):
                    yield step


def _documents(content: Content) -> Iterator[str]:
    for link in content.links:
        meant = inside_of(link.url)
        if meant and meant.kind == "document":
            yield meant.id


RULE = Rule(CODE, check)
