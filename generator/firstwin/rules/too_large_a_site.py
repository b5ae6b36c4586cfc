"""FW055 and FW056: a site that grows beyond all measure because plans, guides, steps and entries multiply.

Files that are small each come to any number of pages: each guide of each plan has its own page of all it leads to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Final, NamedTuple

from msgspec import Struct

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Origin, Persona, Plan, Step
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.rules.texts import AuthorText, AuthorTexts
from firstwin.sources.limits import LEAST_SHOWN, MOST_PAGES, MOST_SHOWN

PAGES = Code(
    "FW055",
    Severity.ERROR,
    "More pages than a site can have",
    f"An edition may have at most {MOST_PAGES:,} pages. Each guide of each plan has a page for each of its phases, for each "
    "tutorial, quiz and document that it leads to, and some more.",
)
SHOWN = Code(
    "FW056",
    Severity.ERROR,
    "More text than the guides of a site can show",
    f"All guides together may show at most {MOST_SHOWN:,} characters: a step counts once for each guide that has it, what "
    "the library says once more for each step that uses it, words, metrics and contacts once for each guide, the title of "
    "the site, `footer` and `stuck` once for each page, the `stuck` of a guide once for each of its pages, and the heading of a column once more for each cell below it. A text "
    f"counts for {LEAST_SHOWN} characters at least, and so does each step that another needs. The place is in the "
    "file that takes most of it.",
)

_PAGES_OF_A_GUIDE: Final = 9
"""Those that a guide has whatever is in it: its start, days, checklist, plan, help ..."""
_ON_EACH_PAGE: Final = frozenset({"title", "footer", "stuck"})
"""What the configuration says on each page."""
_IN_EACH_GUIDE: Final = ("contacts", "glossary", "metrics")
"""Vocabularies that each guide has a page of."""


def _check_pages(inspection: Inspection) -> Iterator[Diagnostic]:
    pages = _pages(inspection)
    total = sum(pages)
    if total > MOST_PAGES:
        most, plan = max(zip(pages, inspection.plans, strict=True), key=itemgetter(0))
        yield Diagnostic(
            PAGES,
            f"a site of these plans has about {total:,} pages; it may have at most {MOST_PAGES:,}",
            plan.origin.at("tier").span,
            f"{most:,} of them are of this plan, with {len(plan.personas):,} guides: write fewer plans, let fewer "
            "roles have a guide, or let their steps lead to fewer tutorials",
        )


def _pages(inspection: Inspection) -> Sequence[int]:
    """How many pages each plan has."""
    return inspection.of_each_plan("pages of a plan", _pages_of, _with_page(inspection))


def _with_page(inspection: Inspection) -> frozenset[str]:
    """The entries of the library that have a page of their own."""
    return frozenset(id_ for id_, entry in inspection.library.items() if entry.has_page)


def _pages_of(plan: Plan, _: AuthorTexts, with_page: Collection[str]) -> int:
    return 1 + sum(_pages_of_guide(plan, each, with_page) for each in plan.personas.values())


def _pages_of_guide(plan: Plan, persona: Persona, with_page: Collection[str]) -> int:
    phases, entries = set(), set()
    for phase in plan.phases:
        for step in persona.sees(phase):
            phases.add(phase.id)
            if step.entry in with_page:
                entries.add(step.entry)
    return _PAGES_OF_A_GUIDE + len(phases) + len(entries)


class _Shown(Struct, frozen=True):
    """How much is shown of a plan, and how many of its guides show each entry of the library."""

    total: int
    entries: Counter[str]


class _Length(NamedTuple):
    """So many `characters` are shown so many `times`; what they are, and what says where it was written."""

    characters: int
    times: int
    name: str
    origin: Callable[[], Origin]

    @property
    def total(self) -> int:
        """All that is shown of it."""
        return self.characters * self.times


def _check_shown(inspection: Inspection) -> Iterator[Diagnostic]:
    with_page = _with_page(inspection)
    plans = inspection.of_each_plan("shown of a plan", _shown_of_plan, with_page)
    beside = tuple(_beside(inspection, sum((each.entries for each in plans), Counter())))
    total = sum(each.total for each in beside) + sum(each.total for each in plans)
    if total > MOST_SHOWN:
        in_plans = inspection.of_each_plan("lengths of a plan", _lengths_of_plan, with_page)
        shown = [(each, each.origin()) for each in chain(beside, *in_plans)]
        files = Counter[str]()
        for each, origin in shown:
            files[origin.path] += each.total
        ((file, of_file),) = files.most_common(1)
        in_file = (one for one in shown if one[1].path == file)
        most, origin = max(in_file, key=lambda one: one[0].total)
        yield Diagnostic(
            SHOWN,
            f"all guides together show about {total:,} characters; a site shows at most {MOST_SHOWN:,}",
            origin.span,
            f"{of_file:,} of them are of this file, {most.total:,} of {most.name}: {most.characters:,} each time, "
            f"{most.times:,} times. Shorten it, or let fewer guides or steps show it",
        )


def _shown_of_plan(plan: Plan, texts: AuthorTexts, with_page: Collection[str]) -> _Shown:
    entries = Counter(step.entry for step in _shown_steps(plan) if step.entry)
    lengths = _lengths_of_plan(plan, texts, with_page)
    return _Shown(sum(each.total for each in lengths), entries)


def _lengths_of_plan(
    plan: Plan, texts: AuthorTexts, with_page: Collection[str]
) -> Sequence[_Length]:
    times = Counter(id(step.origin) for step in _shown_steps(plan))
    of_guides = {
        id(each.origin): _pages_of_guide(plan, each, with_page) for each in plan.personas.values()
    }

    def shown(text: AuthorText) -> int:
        return (of_guides if text.keys == ("stuck",) else times).get(id(text.base), 1)

    return (
        *_texts(texts, shown),
        *_needs(plan.every_step(), times),
    )


def _shown_steps(plan: Plan) -> Iterator[Step]:
    """The steps of a plan, each once for each guide that shows it."""
    for persona in plan.personas.values():
        for phase in plan.phases:
            yield from persona.sees(phase)


def _beside(inspection: Inspection, uses: Mapping[str, int]) -> Iterator[_Length]:
    """What is shown of all that is no plan. `uses` are the guides that show each entry of the library."""
    files, places = inspection.catalog.files, inspection.project.entries
    guides = Counter({plan.tier: len(plan.personas) for plan in inspection.plans})
    times = {id(places[entry]): count for entry, count in uses.items() if entry in places}
    times |= {id(files[name]): guides.total() for name in _IN_EACH_GUIDE if name in files}
    for play in inspection.plays:
        readers = sum(guides[tier] for tier in play.tiers or guides)
        times |= dict.fromkeys((id(play.origin), *(id(s.origin) for s in play.steps)), readers)
    pages, config = sum(_pages(inspection)), inspection.config

    def shown(text: AuthorText) -> int:
        is_on_each_page = text.base.document is config and text.keys[0] in _ON_EACH_PAGE
        return pages if is_on_each_page else times.get(id(text.base), 1)

    yield from _texts(inspection.texts_beside_plans, shown)
    yield from _needs((step for play in inspection.plays for step in play.steps), times)


def _texts(texts: AuthorTexts, times: Callable[[AuthorText], int]) -> Iterator[_Length]:
    """The length of each text, once for each time that what it stands in is shown."""
    for text in texts.filled:
        shown = max(1, times(text))
        name = "the heading of a column" if text.cells else "a text"
        yield _Length(max(LEAST_SHOWN, text.length), shown, name, partial(text.base.at, *text.keys))


def _needs(steps: Iterable[Step], times: Mapping[int, int]) -> Iterator[_Length]:
    for step in steps:
        if step.content.needs:
            length = LEAST_SHOWN * len(step.content.needs)
            shown = times.get(id(step.origin), 1)
            yield _Length(length, shown, "what a step needs", partial(step.origin_of, "needs"))


_FIRM = "no machine could build it"
TOO_LARGE_RULES = (Rule(PAGES, _check_pages, firm=_FIRM), Rule(SHOWN, _check_shown, firm=_FIRM))
