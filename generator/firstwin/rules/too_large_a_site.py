"""FW055 and FW056: a site that grows beyond all measure because plans, guides, steps and entries multiply.

Files that are small each come to any number of pages: each guide of each plan has its own page of all it leads to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import Final

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Persona, Plan
from firstwin.models.steps.quiz import Quiz
from firstwin.models.steps.tutorial import Tutorial
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.sources.limits import LEAST_SHOWN, MOST_PAGES, MOST_SHOWN

PAGES = Code(
    "FW055",
    Severity.ERROR,
    "More pages than a site can have",
    f"An edition may have at most {MOST_PAGES:,} pages. Each guide of each plan has a page for each of its phases, for each "
    "tutorial and quiz that it leads to, and some more.",
)
SHOWN = Code(
    "FW056",
    Severity.ERROR,
    "More text than the guides of a site can show",
    f"All guides together may show at most {MOST_SHOWN:,} characters: a step counts once for each guide that has it, what "
    "the library says once more for each step that uses it, and words, metrics and contacts once for each guide. A text "
    f"counts for {LEAST_SHOWN} characters at least, and so does each step that another needs. The place is in the "
    "file that takes most of it.",
)

_PAGES_OF_A_GUIDE: Final = 9
"""Those that a guide has whatever is in it: its start, days, checklist, plan, help ..."""
_IN_EACH_GUIDE: Final = ("contacts", "glossary", "metrics")
"""Vocabularies that each guide has a page of."""


def _check_pages(inspection: Inspection) -> Iterator[Diagnostic]:
    pages = {plan.tier: _pages_of(inspection, plan) for plan in inspection.plans}
    total = sum(pages.values())
    if total > MOST_PAGES:
        plan = max(inspection.plans, key=lambda plan: pages[plan.tier])
        yield Diagnostic(
            PAGES,
            f"a site of these plans has about {total:,} pages; it may have at most {MOST_PAGES:,}",
            plan.origin.at("tier").span,
            f"{pages[plan.tier]:,} of them are of this plan, with {len(plan.personas):,} guides: write fewer plans, let fewer "
            "roles have a guide, or let their steps lead to fewer tutorials",
        )


def _pages_of(inspection: Inspection, plan: Plan) -> int:
    return 1 + sum(_pages_of_guide(inspection, plan, each) for each in plan.personas.values())


def _pages_of_guide(inspection: Inspection, plan: Plan, persona: Persona) -> int:
    phases, entries = set(), set()
    for phase in plan.phases:
        for step in persona.sees(phase):
            phases.add(phase.id)
            if isinstance(inspection.project.library.get(step.entry or ""), Tutorial | Quiz):
                entries.add(step.entry)
    return _PAGES_OF_A_GUIDE + len(phases) + len(entries)


def _check_shown(inspection: Inspection) -> Iterator[Diagnostic]:
    times = _times_shown(inspection)
    shown = [
        (max(LEAST_SHOWN, len(text.value)) * max(1, times.get(id(text.base), 1)), text.origin)
        for text in inspection.filled
    ]
    shown += [
        (
            LEAST_SHOWN * len(step.content.needs) * times.get(id(step.origin), 1),
            step.origin_of("needs"),
        )
        for step in inspection.project.every_step()
    ]
    total = sum(length for length, _ in shown)
    if total > MOST_SHOWN:
        files = Counter[str]()
        for length, origin in shown:
            files[origin.path] += length
        ((file, most),) = files.most_common(1)
        _, longest = max((one for one in shown if one[1].path == file), key=itemgetter(0))
        yield Diagnostic(
            SHOWN,
            f"all guides together show about {total:,} characters; a site shows at most {MOST_SHOWN:,}",
            longest.span,
            f"{most:,} of them are of this file, counted once for each guide that shows it: shorten it, or let fewer guides "
            "or steps show it",
        )


def _times_shown(inspection: Inspection) -> Mapping[int, int]:
    """How many guides show what was written at an origin, by the identity of the origin."""
    project, times = inspection.project, Counter[int]()
    for plan in inspection.plans:
        for persona in plan.personas.values():
            for phase in plan.phases:
                for step in persona.sees(phase):
                    times[id(step.origin)] += 1
                    if step.entry and step.entry in project.entries:
                        times[id(project.entries[step.entry])] += 1
    guides = Counter({plan.tier: len(plan.personas) for plan in inspection.plans})
    for name in _IN_EACH_GUIDE:
        if name in inspection.catalog.files:
            times[id(inspection.catalog.files[name])] = guides.total()
    for play in project.plays.values():
        readers = sum(guides[tier] for tier in play.tiers or guides)
        times.update(dict.fromkeys((id(play.origin), *(id(s.origin) for s in play.steps)), readers))
    return times


TOO_LARGE_RULES = (Rule(PAGES, _check_pages), Rule(SHOWN, _check_shown))
