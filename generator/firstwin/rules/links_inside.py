"""FW240 to FW242: links inside the site, `[words](tutorial:connect-sso)`, that lead nowhere, or not everybody there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Origin, Plan
from firstwin.models.steps import STEP_TYPES
from firstwin.models.values import Audience, Text, narrowest
from firstwin.rules.decided_away import away_in
from firstwin.rules.inspection import Inspection
from firstwin.rules.places import span_of
from firstwin.rules.rule import Rule
from firstwin.rules.texts import AuthorText, AuthorTexts
from firstwin.sources import FILES, KeyPath
from firstwin.text import OF_A_PLAN, Inside, inside_of
from firstwin.validate.words import Spelling, listed

NOWHERE = Code(
    "FW240",
    Severity.ERROR,
    "A link to something the site does not have",
    "A text links to what the site has by what it is and its id: `step:`, `tutorial:`, `quiz:`, `document:`, `term:`, `page:`, `file:`, "
    "`plan:`, `guide:`. A step or guide is one of the same plan; where a text belongs to none, the tier stands before it: "
    "`step:enterprise/kickoff-call`. A page may be followed by one of its headings: `page:security#backups`. The `url` of a link, "
    "of a contact and at the foot, and what `redirects` in `site_config.yml` lead to, are named in the same way.",
    wrong="text: Begin with [the connection](tutorial:conect-sso).",
    right="text: Begin with [the connection](tutorial:connect-sso).",
)
MISPLACED = Code(
    "FW241",
    Severity.ERROR,
    "A link inside the site in a text that leaves it",
    "An email is copied into another program, and `stuck` of the site stands on every page, that for missing addresses too: a "
    "way from one page to another leads nowhere from there. Call the thing by its title, or write its full address.",
)
NOT_FOR_ALL = Code(
    "FW242",
    Severity.WARNING,
    "A link inside the site that part of its readers cannot follow",
    "Where an edition does not have what a text links to, its readers see the words of the link alone. So they do where the "
    "tier has decided under `decided` that a step does not apply to its customers.",
)
_MOST: Final = 20
_FOOTER: Final = ("footer",)
_Link = tuple[AuthorText, str, Inside]


def check_targets(inspection: Inspection) -> Iterator[Diagnostic]:
    for text, typed, meant in links_found(inspection):
        is_lost = {meant.id, meant.tier} & inspection.catalog.left_out
        if not is_lost and not _leaves_the_site(text, inspection):
            yield from _unknown(text, typed, meant, _Known(inspection, text))


def check_places(inspection: Inspection) -> Iterator[Diagnostic]:
    for text, typed, _ in links_found(inspection):
        if _leaves_the_site(text, inspection):
            yield Diagnostic(
                MISPLACED,
                f"`{typed}` leads nowhere from this text, which is read outside of its page",
                span_of(text.origin, typed),
                "call it by its title, or write a full address",
            )


def check_readers(inspection: Inspection) -> Iterator[Diagnostic]:
    yield from _not_decided(inspection)
    links = [each for each in links_found(inspection) if "notes" not in each[0].keys]
    if not links:
        return
    readers = {
        _place(own.origin): own.page.audience for own in inspection.project.own_pages.values()
    }
    readers |= {_place(step.origin): step.audience for step in inspection.project.every_step()}
    for text, typed, meant in links:
        own = readers.get(_place(text.base)) or _at_the_foot(inspection, text)
        theirs = _Known(inspection, text).audience(meant)
        if own is None or theirs is None or theirs.width >= own.width:
            continue
        yield Diagnostic(
            NOT_FOR_ALL,
            f"`{typed}` is for the audience `{theirs.value}`: the {own.value} edition "
            + (
                "leaves this link out"
                if text.keys[:1] == _FOOTER
                else "shows the words of this link alone"
            ),
            span_of(text.origin, typed),
            "remove the link, or widen what it leads to",
        )


def _not_decided(inspection: Inspection) -> Iterator[Diagnostic]:
    """Links to steps that are in no site, by what the tier decided."""
    away = {plan.tier: away_in(plan, inspection.answers(plan)) for plan in inspection.plans}
    if not any(away.values()):
        return
    gone = {
        _place(step.origin)
        for plan in inspection.plans
        for step in plan.every_step()
        if {step.id, step.phase} & away[plan.tier]
    }
    for text, typed, meant in links_found(inspection):
        if meant.kind != "step" or _place(text.base) in gone:
            continue
        tiers = [tier for tier in _Known(inspection, text).tiers_of_step(meant) if tier in away]
        if tiers and all(meant.id in away[tier] for tier in tiers):
            yield Diagnostic(
                NOT_FOR_ALL,
                f"`{typed}` does not apply by what the tier {listed(tiers, 'and')} has decided: a page shows the words of this "
                "link alone",
                span_of(text.origin, typed),
                "remove the link, or what is decided",
            )


def _at_the_foot(inspection: Inspection, text: AuthorText) -> Audience | None:
    """Who sees a link at the foot of all pages; nobody where it is none."""
    if text.keys[:1] != _FOOTER:
        return None
    return inspection.project.config.footer[int(text.keys[1])].audience


def links_found(inspection: Inspection) -> Sequence[_Link]:
    """Every link inside the site: its text, how it is typed, and what it means."""
    return inspection.once(_all_links)


def _all_links(inspection: Inspection) -> tuple[_Link, ...]:
    return tuple(_found(inspection))


def _found(inspection: Inspection) -> Iterator[_Link]:
    yield from _typed(inspection.texts_beside_plans)
    for links in inspection.of_each_plan("links inside", _links_of_plan):
        yield from links
    for old, there in inspection.project.config.redirects.items():
        meant_by_all = inside_of(there)
        if meant_by_all:
            written = AuthorText(Text(there), Origin(inspection.config), ("redirects", old))
            yield written, there, meant_by_all


def _links_of_plan(_: Plan, texts: AuthorTexts) -> tuple[_Link, ...]:
    return tuple(_typed(texts))


def _typed(texts: AuthorTexts) -> Iterator[_Link]:
    return (each for each in texts.links_inside if each[0].is_in_place)


def _place(origin: Origin) -> tuple[str, KeyPath]:
    return origin.path, origin.keys


def _leaves_the_site(text: AuthorText, inspection: Inspection) -> bool:
    of_the_site = text.base.document is inspection.config
    return text.keys[-1] == "body" or (of_the_site and text.keys == ("stuck",))


class _Known:
    """What a text may link to."""

    def __init__(self, inspection: Inspection, text: AuthorText) -> None:
        self._inspection = inspection
        self._text = text

    def of(self, meant: Inside) -> Mapping[str, Audience]:
        """The ids of what a link may mean, each with who sees it."""
        project = self._inspection.project
        if meant.kind == "file":
            return dict.fromkeys(project.downloads, Audience.CUSTOMER)
        if meant.kind == "page":
            return {id_: own.page.audience for id_, own in project.own_pages.items()}
        if meant.kind == "term":
            return {id_: term.audience for id_, term in project.vocabulary.glossary.items()}
        if meant.kind == "plan":
            return {tier: plan.audience for tier, plan in project.plans.items()}
        if meant.kind in OF_A_PLAN:
            return (self._steps if meant.kind == "step" else self._guides).get(meant.tier, {})
        type_ = STEP_TYPES[meant.kind]
        return {
            id_: entry.audience or Audience.CUSTOMER
            for id_, entry in project.library.items()
            if isinstance(entry, type_)
        }

    def audience(self, meant: Inside) -> Audience | None:
        """Who sees what a link means."""
        return self.of(meant).get(meant.id)

    def headings(self, page: str) -> set[str]:
        """The ids of a page's headings."""
        own = self._inspection.project.own_pages[page].page
        return {piece.id for piece in own.pieces() if piece.level}

    def tier_of(self, meant: Inside) -> str:
        """The first tier whose plan has what a link names."""
        for plan in self._inspection.plans:
            ids = self._steps_of(plan) if meant.kind == "step" else self._guides_of(plan)
            if meant.id in ids:
                return plan.tier
        return ""

    def tiers_of_step(self, meant: Inside) -> Sequence[str]:
        """The tiers whose plan may be meant by a link to a step, and has it."""
        meant_tier = meant.tier or self._tier
        return [
            plan.tier
            for plan in self._inspection.plans
            if meant_tier in ("", plan.tier) and meant.id in self._steps_of(plan)
        ]

    @cached_property
    def is_of_a_plan(self) -> bool:
        """Whether the text belongs to one plan."""
        return bool(self._tier)

    @cached_property
    def _tier(self) -> str:
        plans = self._inspection.plans
        folder = _folder(self._text.base.path)
        return next((plan.tier for plan in plans if _folder(plan.origin.path) == folder), "")

    @cached_property
    def _steps(self) -> Mapping[str, Mapping[str, Audience]]:
        """The steps by their tier; without one, those of the plan, or for what the library says those of all plans."""
        plans = {plan.tier: self._steps_of(plan) for plan in self._inspection.plans}
        if self.is_of_a_plan:
            return {"": plans[self._tier], self._tier: plans[self._tier]}
        return {"": _together(plans)} if self._text.entry else plans

    @cached_property
    def _guides(self) -> Mapping[str, Mapping[str, Audience]]:
        """The personas that have guides by their tier; without one, as `_steps` are."""
        plans = {plan.tier: self._guides_of(plan) for plan in self._inspection.plans}
        if self.is_of_a_plan:
            return {**plans, "": plans[self._tier]}
        return {**plans, "": _together(plans)} if self._text.entry else plans

    def _steps_of(self, plan: Plan) -> Mapping[str, Audience]:
        return {step.id: step.audience for step in plan.every_step()}

    def _guides_of(self, plan: Plan) -> Mapping[str, Audience]:
        seen = self._inspection.project.vocabulary.audience_of
        return {role: narrowest(plan.audience, seen(role)) for role in plan.personas}


def _together(plans: Mapping[str, Mapping[str, Audience]]) -> Mapping[str, Audience]:
    return {id_: seen for ids in plans.values() for id_, seen in ids.items()}


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _unknown(text: AuthorText, typed: str, meant: Inside, known: _Known) -> Iterator[Diagnostic]:
    ids = known.of(meant)
    span = span_of(text.origin, typed)
    if meant.id in ids:
        if meant.anchor and meant.anchor not in (headings := known.headings(meant.id)):
            near = Spelling(headings).did_you_mean(meant.anchor)
            hint = near or (f"name one of {listed(sorted(headings))}" if headings else "remove it")
            message = f"there is no heading `{meant.anchor}` on the page `{meant.id}`"
            yield Diagnostic(NOWHERE, message, span, hint)
        return
    near = Spelling(ids).did_you_mean(meant.id)
    if meant.kind in OF_A_PLAN and not ids and not meant.tier:
        message = f"a {meant.kind} is one of a plan, and this text belongs to none"
        tier = known.tier_of(meant)
        before = f"write its tier before it: {meant.kind}:{tier}/{meant.id}"
        hint = before if tier else "remove the link"
        yield Diagnostic(NOWHERE, message, span, hint)
        return
    where = f" in the plan of `{meant.tier}`" if meant.tier else ""
    where = where or (" in this plan" if meant.kind in OF_A_PLAN and known.is_of_a_plan else "")
    nothing = f"put it into {FILES}/" if meant.kind == "file" else "remove the link"
    hint = near or (f"name one of {listed(sorted(ids)[:_MOST])}" if ids else nothing)
    yield Diagnostic(NOWHERE, f"there is no {meant.kind} `{meant.id}`{where}", span, hint)


LINKS_INSIDE_RULES = (
    Rule(NOWHERE, check_targets),
    Rule(MISPLACED, check_places),
    Rule(NOT_FOR_ALL, check_readers),
)
