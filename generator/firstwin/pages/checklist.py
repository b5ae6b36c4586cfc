"""The checklist of a guide: everything its reader ticks off, on one page that is made for paper.

In: a `Guide` and the `SiteMap`. Out: a `Page`. Lines have the keys they have on the pages of phases and
tutorials, so what is ticked here is ticked there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from firstwin.models.keys import Key, key_of_plan
from firstwin.models.part import Part
from firstwin.models.vocabulary import Side
from firstwin.pages import anchors
from firstwin.pages.anchors import anchor
from firstwin.pages.blocks.done import criterion_for, criterion_of, done_words
from firstwin.pages.blocks.entries import entry_view, writes_down
from firstwin.pages.blocks.raci import acceptance_view
from firstwin.pages.blocks.sign_off import signs_alone
from firstwin.pages.blocks.ticks import group_title, own_points
from firstwin.pages.blocks.trials import trial_views
from firstwin.pages.choices import choice_words, enough
from firstwin.pages.conditions import condition_label, optional_word
from firstwin.pages.dates import dates_view
from firstwin.pages.library import action_of
from firstwin.pages.moments import by, reached, when
from firstwin.pages.page import Page
from firstwin.pages.reader import Reader, reader_of
from firstwin.pages.sitemap import SiteMap, guide_chrome
from firstwin.pages.titles import guide_in, guide_of, in_context, numbered
from firstwin.pages.urls import checklist_place, guide_place
from firstwin.pages.views import (
    ChecklistGroupView,
    ChecklistLineView,
    ChecklistPhaseView,
    ChecklistStepView,
    ChecklistView,
    EntryView,
    LinkView,
    TrialView,
)
from firstwin.resolve.blocks.acceptance import AcceptanceBlock
from firstwin.resolve.blocks.card import Card
from firstwin.resolve.blocks.entries import Entries
from firstwin.resolve.blocks.instructions import Instructions
from firstwin.resolve.blocks.results import Results
from firstwin.resolve.blocks.sign_off import SignOff
from firstwin.resolve.blocks.ticks import Tick, Ticks
from firstwin.resolve.blocks.trials import Trials
from firstwin.resolve.guide import Guide, GuidePhase, TierPlan
from firstwin.resolve.guide_step import AlternativeLabels, GuideStep
from firstwin.resolve.library_texts import TutorialText
from firstwin.text import Prose
from firstwin.words import Words


def checklist_page(guide: Guide, site: SiteMap) -> Page:
    """The checklist of a guide."""
    plan, config = site.plan(guide.tier), site.guides.config
    here = checklist_place(guide.tier, guide.persona.id)
    writer = _Writer(
        key_of_plan(guide.tier), reader_of(guide, here, site), site, config.company.name
    )
    phases = tuple(filter(None, map(writer.phase, guide.phases)))
    onboarding = tuple(
        filter(None, (writer.phase(each) for each in guide.phases if not each.after))
    )
    words = site.words
    # Translators: The title of a checklist; {role} is as its author wrote it.
    title = words.say("checklist", "Your checklist as {role}", role=guide.persona.title)
    context = guide_in(plan.tier_title, guide.persona.title, words)
    lede = _lede(plan, onboarding, words)
    view = ChecklistView(
        title=title,
        site=config.title,
        context=context,
        lede=lede,
        # Translators: Under the title of a checklist.
        hint=words.say("checklist", "Made for paper: print this page, or tick it off here."),
        dates=dates_view(plan, site, guide),
        blanks=(
            # Translators: On paper, before a line to write one's name on.
            words.say("checklist", "Name"),
            # Translators: On paper, before a line to write the start date on.
            words.say("checklist", "Day 1 is"),
        ),
        phases=phases,
        contacts=plan.people_to_ask(guide.persona.id),
    )
    back = LinkView(
        guide_of(guide.persona.title, words), here.to(guide_place(guide.tier, guide.persona.id))
    )
    chrome = guide_chrome("checklist", here, site, guide, back)
    name = in_context(site.titles.checklist, context, words)
    return Page(here, "checklist.md.j2", name, lede, chrome, view)


def _lede(plan: TierPlan, phases: Sequence[ChecklistPhaseView], words: Words) -> str:
    """What a checklist holds, and how to read it."""
    # Translators: How many things a checklist has, within a sentence.
    things = words.counted("checklist", "{number} thing", "{number} things", _things(phases))
    # Translators: How many phases a checklist or a plan has, within a sentence.
    in_phases = words.counted("phase", "{number} phase", "{number} phases", len(phases))
    # Translators: {duration} is "120 days", {things} "34 things", {phases} "5 phases".
    return words.say(
        "checklist",
        "{plan}, {duration}. {things} in {phases}. What has no other name beside it is yours.",
        plan=plan.tier_title,
        duration=words.days(plan.duration),
        things=things,
        phases=in_phases,
    )


def _things(phases: Iterable[ChecklistPhaseView]) -> int:
    return sum(
        (step.single is not None) + sum(len(group.lines) for group in step.groups)
        for phase in phases
        for step in phase.steps
    )


class _Writer(Struct, frozen=True):
    """Writes the steps of one reader as lines. `plan` is the plan's key, and `company` signs for the vendor."""

    plan: Key
    reader: Reader
    site: SiteMap
    company: str

    @property
    def words(self) -> Words:
        """What the site says by itself."""
        return self.site.words

    def phase(self, phase: GuidePhase) -> ChecklistPhaseView | None:
        """The steps in which the reader does something, and all milestones."""
        steps = tuple(
            self.step(step) for step in phase.steps if step.part.acts or step.is_milestone
        )
        if not steps:
            return None
        title = numbered(phase, self.words)
        notes = tuple(self.notes(phase.conditions, optional=False))
        label = when(phase.moment, self.words)
        return ChecklistPhaseView(self.plan.below(phase.id), title, label, notes, steps)

    def step(self, step: GuideStep) -> ChecklistStepView:
        """One step. Of a milestone of others, only the day is told."""
        mine = step.part.acts
        groups = tuple(self.groups(step)) if mine else ()
        who = "" if self.reader.is_me(step.owner) else step.owner.title
        notes = (
            *self.notes(step.conditions, optional=step.optional),
            *choice_words(step, self.words),
        )
        alone = mine and not groups and not own_points(step, self.reader)
        criterion = criterion_of(step)
        results, procedure, acceptance = (
            step.block(Results),
            step.block(Instructions),
            step.block(AcceptanceBlock),
        )
        there = not (criterion or step.block(Ticks) or step.block(SignOff))
        return ChecklistStepView(
            title=step.title,
            by=by(step.moment, self.words, step.key if mine else ""),
            who=who,
            notes=notes,
            milestone=reached(step.title, step.moment, self.words) if step.is_milestone else "",
            single=self.whole_step(step, notes, who) if alone else None,
            instructions=procedure.items if procedure and mine else (),
            groups=groups,
            trials=tuple(self.trials(step)) if mine and writes_down(step, self.reader) else (),
            entries=tuple(_entries(step)) if mine and writes_down(step, self.reader) else (),
            deliverables=results.deliverables if results and mine and there else (),
            done_when=criterion_for(step, self.reader) if mine else Prose(),
            done_words=self.done_words(step, groups),
            signatures=tuple(self.signatures(step)) if mine else (),
            acceptance=acceptance_view(acceptance, step, self.reader)
            if acceptance and mine
            else None,
        )

    def whole_step(self, step: GuideStep, notes: tuple[str, ...], who: str) -> ChecklistLineView:
        """A step without lines as a line itself: done by its owner, or signed by a reader who only signs."""
        key = step.key.signed if signs_alone(step, self.reader) else step.key.done
        return ChecklistLineView(anchor(step.id, anchors.DONE), key, step.title, notes, who)

    def groups(self, step: GuideStep) -> Iterator[ChecklistGroupView]:
        """The lines to tick: a tutorial's actions and the items. Of a step of others, the reader's items."""
        mine = step.part is Part.OWNER
        card, ticks = step.block(Card), step.block(Ticks)
        tutorial = self.site.entries.get(card.entry) if card else None
        if isinstance(tutorial, TutorialText) and mine:
            yield ChecklistGroupView("", (), tuple(self.actions(step, tutorial)))
        for group in ticks.groups if ticks else ():
            own = [tick for tick in group.ticks if mine or self.ticks_too(tick, step)]
            lines = tuple(self.tick(step, tick) for tick in own)
            if lines:
                yield ChecklistGroupView(
                    group_title(group, step, self.words),
                    (
                        *self.notes(group.conditions, optional=False),
                        *([enough(group.at_least, self.words)] if group.at_least else []),
                    ),
                    lines,
                )

    def actions(self, step: GuideStep, tutorial: TutorialText) -> Iterator[ChecklistLineView]:
        """The actions of a tutorial, and its check."""
        of = len(tutorial.actions)
        for action in tutorial.actions:
            title = action.title or action_of(action.number, of, self.words)
            id_ = anchor(step.id, anchors.ACTIONS, action.key.name)
            yield ChecklistLineView(id_, action.key, title, (), "")
        # Translators: The last line of a tutorial: one tries whether it works.
        check = self.words.say("tutorial", "Check that it works")
        id_ = anchor(step.id, anchors.VERIFY)
        yield ChecklistLineView(id_, tutorial.verify_key, check, (), "")

    def ticks_too(self, tick: Tick, step: GuideStep) -> bool:
        """Whether a line of somebody else's step is the reader's as well."""
        return any(map(self.reader.is_me, tick.owners)) or (tick.for_all and step.part.acts)

    def trials(self, step: GuideStep) -> Iterator[TrialView]:
        """What is tried in the step, with room for what came of it."""
        trials = step.block(Trials)
        if trials:
            yield from trial_views(trials, anchor(step.id), self.words)

    def tick(self, step: GuideStep, tick: Tick) -> ChecklistLineView:
        """An item of the step. The step's owner is not named again."""
        obvious = tick.owners in ((), (step.owner,))
        who = "" if obvious else self.reader.names(tick.owners)
        notes = self.notes(tick.conditions, optional=tick.optional)
        return ChecklistLineView(anchor(step.id, tick.key.name), tick.key, tick.text, notes, who)

    def done_words(self, step: GuideStep, groups: Sequence[ChecklistGroupView]) -> str:
        """Our words for what completes the step, where its author wrote none and they fit what is shown."""
        if criterion_of(step) or not groups:
            return ""
        return done_words(step, self.reader)

    def signatures(self, step: GuideStep) -> Iterator[str]:
        """Who signs on paper: whom the step names; at a milestone, the reader, and the vendor where it is not alone theirs."""
        sign_off = step.block(SignOff)
        if sign_off:
            for role in sign_off.roles:
                yield self.i_sign() if self.reader.is_me(role) else self.signed(role.title)
        elif step.is_milestone:
            yield self.i_sign()
            if not _is_for_customers_alone(step):
                yield self.signed(self.company)

    def i_sign(self) -> str:
        """Before the line the reader signs on."""
        # Translators: On paper, before a line that the reader signs on.
        return self.words.say("checklist", "Signed, you")

    def signed(self, who: str) -> str:
        """Before the line somebody else signs on."""
        # Translators: On paper, before a line that somebody signs on: a role or a company.
        return self.words.say("checklist", "Signed, {who}", who=who)

    def notes(self, conditions: Sequence[AlternativeLabels], *, optional: bool) -> tuple[str, ...]:
        """What stands behind a line: its conditions, and whether it may be left out."""
        labels = [condition_label(condition, self.words) for condition in conditions]
        return (*labels, *([optional_word(self.words)] if optional else []))


def _is_for_customers_alone(step: GuideStep) -> bool:
    """Whether nobody of the vendor or a partner takes part, so that no one is there who could sign for the vendor."""
    return all(role.side == Side.CUSTOMER.value for role in (step.owner, *step.with_))


def _entries(step: GuideStep) -> Iterator[EntryView]:
    entries = step.block(Entries)
    for entry in entries.entries if entries else ():
        yield entry_view(entry, anchor(step.id, entry.key.name))
