"""The checklist of a guide: everything its reader ticks off, on one page that is made for paper.

In: a `Guide` and the `SiteMap`. Out: a `Page`. Lines have the keys they have on the pages of phases and
tutorials, so what is ticked here is ticked there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from firstwin.models.part import Part
from firstwin.pages import anchors, words
from firstwin.pages.anchors import anchor
from firstwin.pages.page import Page
from firstwin.pages.reader import Reader
from firstwin.pages.sitemap import SiteMap, guide_chrome
from firstwin.pages.steps import done_words
from firstwin.pages.urls import checklist_place, guide_place
from firstwin.pages.views import (
    ChecklistGroupView,
    ChecklistLineView,
    ChecklistPhaseView,
    ChecklistStepView,
    ChecklistView,
    EntryView,
    LinkView,
)
from firstwin.resolve.guide import Guide, GuidePhase, TutorialText
from firstwin.resolve.guide_step import ConditionLabel, GuideStep, Tick
from firstwin.text import Prose


def checklist_page(guide: Guide, site: SiteMap) -> Page:
    """The checklist of a guide."""
    plan, config = site.plan(guide.tier), site.guides.config
    here = checklist_place(guide.tier, guide.persona.id)
    writer = _Writer(Reader(here, guide.persona, site.library), site, config.company.name)
    phases = tuple(filter(None, map(writer.phase, guide.phases)))
    title = words.checklist_title(guide.persona.title)
    context = words.guide_name(plan.tier_title, guide.persona.title)
    lede = words.checklist_lede(plan.tier_title, plan.duration, _things(phases), len(phases))
    view = ChecklistView(
        title=title,
        site=config.title,
        context=context,
        lede=lede,
        hint=words.MADE_FOR_PAPER,
        blanks=(words.NAME_LINE, words.DAY_ONE_LINE),
        phases=phases,
    )
    back = LinkView(
        words.back_to_guide(guide.persona.title), here.to(guide_place(guide.tier, guide.persona.id))
    )
    chrome = guide_chrome("checklist", here, site, guide, back)
    name = words.in_context(words.CHECKLIST, context)
    return Page(here, "checklist.md.j2", name, lede, chrome, view, search=False)


def _things(phases: Iterable[ChecklistPhaseView]) -> int:
    return sum(
        (step.single is not None) + sum(len(group.lines) for group in step.groups)
        for phase in phases
        for step in phase.steps
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the steps of one reader as lines. `company` signs for the vendor."""

    reader: Reader
    site: SiteMap
    company: str

    def phase(self, phase: GuidePhase) -> ChecklistPhaseView | None:
        """The steps in which the reader does something, and all milestones."""
        steps = tuple(
            self.step(step) for step in phase.steps if step.part.acts or step.type == "milestone"
        )
        if not steps:
            return None
        title = words.numbered(phase.number, phase.title)
        return ChecklistPhaseView(title, words.when(phase.moment), steps)

    def step(self, step: GuideStep) -> ChecklistStepView:
        """One step. Of a milestone of others, only the day is told."""
        mine = step.part.acts
        groups = tuple(self.groups(step)) if mine else ()
        milestone = step.type == "milestone"
        who = "" if self.reader.is_me(step.owner) else step.owner.title
        notes = _notes(step.conditions, optional=step.optional)
        alone = mine and not groups
        there = not (step.done_when or step.ticks or step.sign_off)
        return ChecklistStepView(
            title=step.title,
            by=words.by(step.moment),
            who=who,
            notes=notes,
            milestone=words.reached(step.title, step.moment) if milestone else "",
            single=_whole_step(step, notes, who) if alone else None,
            groups=groups,
            entries=tuple(_entries(step)) if mine else (),
            deliverables=step.deliverables if mine and there else (),
            done_when=step.done_when if mine else Prose(),
            done_words=self.done_words(step, groups),
            signatures=tuple(self.signatures(step)) if mine else (),
        )

    def groups(self, step: GuideStep) -> Iterator[ChecklistGroupView]:
        """The lines to tick: a tutorial's actions and the items. Of a step of others, the reader's items."""
        mine = step.part is Part.OWNER
        tutorial = self.site.tutorials.get(step.page)
        if tutorial and mine:
            yield ChecklistGroupView("", (), tuple(self.actions(step, tutorial)))
        for group in step.ticks:
            ticks = [
                tick for tick in group.ticks if mine or any(map(self.reader.is_me, tick.owners))
            ]
            lines = tuple(self.tick(step, tick) for tick in ticks)
            if lines:
                yield ChecklistGroupView(
                    group.title, _notes(group.conditions, optional=False), lines
                )

    def actions(self, step: GuideStep, tutorial: TutorialText) -> Iterator[ChecklistLineView]:
        """The actions of a tutorial, and its check."""
        of = len(tutorial.actions)
        for action in tutorial.actions:
            title = action.title or words.action_of(action.number, of)
            id_ = anchor(step.id, anchors.ACTIONS, action.key.name)
            yield ChecklistLineView(id_, action.key, title, (), "")
        id_ = anchor(step.id, anchors.VERIFY)
        yield ChecklistLineView(id_, tutorial.verify_key, words.CHECK_THAT_IT_WORKS, (), "")

    def tick(self, step: GuideStep, tick: Tick) -> ChecklistLineView:
        """An item of the step. The step's owner is not named again."""
        obvious = tick.owners in ((), (step.owner,))
        who = "" if obvious else self.reader.names(tick.owners)
        notes = _notes(tick.conditions, optional=tick.optional)
        return ChecklistLineView(anchor(step.id, tick.key.name), tick.key, tick.text, notes, who)

    def done_words(self, step: GuideStep, groups: Sequence[ChecklistGroupView]) -> str:
        """Our words for what completes the step, where its author wrote none and they fit what is shown."""
        if step.done_when or not groups:
            return ""
        return done_words(step, self.reader)

    def signatures(self, step: GuideStep) -> Iterator[str]:
        """Who signs on paper: whom the step names, or both sides at a milestone."""
        if step.sign_off:
            for role in step.sign_off:
                who = words.YOU if self.reader.is_me(role) else role.title
                yield words.signed(words.within(who))
        elif step.type == "milestone":
            yield words.signed(words.within(words.YOU))
            yield words.signed(self.company)


def _whole_step(step: GuideStep, notes: tuple[str, ...], who: str) -> ChecklistLineView:
    return ChecklistLineView(anchor(step.id, anchors.DONE), step.key.done, step.title, notes, who)


def _entries(step: GuideStep) -> Iterator[EntryView]:
    for entry in step.entries:
        yield EntryView(anchor(step.id, entry.key.name), entry.key, entry.label, entry.hint)


def _notes(conditions: Sequence[ConditionLabel], *, optional: bool) -> tuple[str, ...]:
    labels = map(words.condition, conditions)
    return (*labels, *([words.OPTIONAL] if optional else []))
