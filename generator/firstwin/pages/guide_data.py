"""What a browser knows of a guide: its steps, what is ticked in each, and what each needs.

In: the `SiteMap`. Out: one script a guide, `assets/guides/<tier>/<persona>.js`, which runs before ours on every page of the
guide, and one for the page of the plan, with no more than its dates. They hold what these pages show anyway, and nothing of
another edition. `theme/scripts/guide/guide.ts` has the same shapes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from hashlib import sha256
from typing import Any

from firstwin.dates import START
from firstwin.models.keys import Key, key_of_plan
from firstwin.models.part import Part
from firstwin.pages.blocks.done import done_tick
from firstwin.pages.blocks.entries import writes_down
from firstwin.pages.blocks.sign_off import signs
from firstwin.pages.blocks.ticks import own_choices, own_lines
from firstwin.pages.choices import choices_among
from firstwin.pages.form import form_of, only_gets
from firstwin.pages.moments import when_and_how_long
from firstwin.pages.page import File
from firstwin.pages.plain_words import plain
from firstwin.pages.reader import Reader, reader_of
from firstwin.pages.script_dates import script_dates
from firstwin.pages.script_value import script_value
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.urls import HOME, guide_data_path, plan_data_path
from firstwin.resolve.blocks.card import Card
from firstwin.resolve.blocks.entries import Entries
from firstwin.resolve.guide import Guide, GuidePhase, PlayText, TierPlan
from firstwin.resolve.guide_step import AlternativeLabels, GuideStep, NeededStep
from firstwin.resolve.library_texts import TutorialText

Box = tuple[Key, bool, Sequence[AlternativeLabels]]
"""What is ticked, or has to be written: its key, whether the step is done without it, and under which conditions it is there."""


def guide_files(plan: TierPlan, site: SiteMap) -> Iterator[File]:
    """The files of a plan and its guides."""
    dates = cache(partial(script_dates, plan, site.guides.config, site.words))
    yield File(plan_data_path(plan.tier), make=dates)
    for guide in site.guides_of(plan.tier):
        path = guide_data_path(guide.tier, guide.persona.id)
        yield File(path, make=partial(_script, guide, dates, site))


def _script(guide: Guide, dates: Callable[[], str], site: SiteMap) -> str:
    return f"var fwGuide={script_value(_guide(guide, site))};\n{dates()}"


def steps_counted(phase: GuidePhase, reader: Reader) -> int:
    """How many steps of a phase progress counts before anything is answered, as `theme/scripts/guide/progress.ts` does."""
    needed = {
        step.key
        for step in phase.steps
        if not step.optional and any(not optional for _, optional, _ in _boxes(step, reader))
    }
    for least, *keys in choices_among(phase.steps):
        needed -= set(sorted(needed.intersection(keys))[least:])
    return len(needed)


def _guide(guide: Guide, site: SiteMap) -> dict[str, Any]:
    reader = reader_of(guide, HOME, site)
    phases = [_phase(phase, guide, reader) for phase in guide.phases]
    start = site.places_of(guide).start
    return {
        "tier": guide.tier,
        "persona": guide.persona.id,
        "title": guide.persona.title,
        "plan": site.plan(guide.tier).tier_title,
        "address": f"{start.folder}/",
        "version": sha256(script_value(phases).encode()).hexdigest()[:8],
        "questions": _questions(guide, reader),
        "phases": phases,
        **_plays(guide, reader),
    }


def _plays(guide: Guide, reader: Reader) -> dict[str, Any]:
    """What to do when something is behind: the plays of the guide, each with its page and anchor, and what calls for it."""
    address = f"{reader.site.places_of(guide).plays.folder}/"
    own = {step.id: step for phase in guide.phases for step in phase.steps}
    plays = []
    for play in guide.plays:
        late = [own[step].key for step in play.late if step in own]
        still_open = list(_still_open(play, own, reader))
        calls = [late, still_open, play.not_seen]
        while calls and not calls[-1]:
            calls.pop()
        if calls:
            plays.append([play.title, address, play.id, *calls])
    return {"plays": plays} if plays else {}


def _still_open(
    play: PlayText, own: Mapping[str, GuideStep], reader: Reader
) -> Iterator[tuple[Key, int, str]]:
    """What of the guide calls for a play on a day: its key, the day, and what it is called."""
    for each in play.still_open:
        step = own.get(each.step)
        if step and form_of(step, reader) not in ("told", "seen"):
            titles = {step.key: step.title} if each.part is None else dict(_parts(step, reader))
            key = step.key.below(each.part) if each.part else step.key
            if key in titles:
                yield key, each.day, titles[key]


def _parts(step: GuideStep, reader: Reader) -> Iterator[tuple[Key, str]]:
    """What a reader ticks and writes down in a step, with what it is called."""
    for tick, _ in own_lines(step, reader):
        yield tick.key, plain(tick.text)
    entries = step.block(Entries)
    for entry in entries.entries if entries and writes_down(step, reader) else ():
        yield entry.key, entry.label


def _questions(guide: Guide, reader: Reader) -> dict[str, Any]:
    """What a guide asks before it knows what applies: each condition with its question, and what to choose from."""
    labels = (
        label
        for phase in guide.phases
        if phase.steps
        for condition in (*phase.conditions, *_of_steps(phase.steps, reader))
        for label in condition.labels
        if label.asked
    )
    return {
        label.condition: [
            label.question,
            *([dict(label.answers)] if any(text for _, text in label.answers) else []),
        ]
        for label in labels
    }


def _of_steps(steps: Iterable[GuideStep], reader: Reader) -> Iterator[AlternativeLabels]:
    for step in steps:
        yield from step.conditions
        for _, _, conditions in _boxes(step, reader):
            yield from conditions


def _phase(phase: GuidePhase, guide: Guide, reader: Reader) -> dict[str, Any]:
    place = reader.phases.get(phase.id)
    return {
        "key": key_of_plan(guide.tier).below(phase.id),
        "title": phase.title,
        **({"address": f"{place.folder}/"} if place else {}),
        **_needs(phase.needs, guide.tier),
        **({"after": True} if phase.after else {}),
        **({"only": _rules(phase.conditions)} if phase.conditions else {}),
        **({"enough": enough} if (enough := choices_among(phase.steps)) else {}),
        "steps": [_step(step, guide, reader) for step in phase.steps],
    }


def _step(step: GuideStep, guide: Guide, reader: Reader) -> dict[str, Any]:
    card = step.block(Card)
    return {
        "key": step.key,
        "title": step.title,
        "anchor": reader.anchor(step.id),
        **({} if step.moment.event else {"day": step.moment.days.last}),
        **({"from": step.moment.counted_from} if step.moment.counted_from != START else {}),
        "note": when_and_how_long(step, reader.words),
        "boxes": [_box(*box) for box in _boxes(step, reader)],
        **({"enough": enough} if (enough := own_choices(step, reader)) else {}),
        **_fields(step, reader),
        **(
            {"entry": f"{reader.entries[card.entry].folder}/"}
            if card and card.entry in reader.entries
            else {}
        ),
        **({"optional": True} if step.optional else {}),
        **({"away": True} if step.may_not_apply else {}),
        **({"milestone": True} if step.is_milestone else {}),
        **({"mine": True} if reader.is_me(step.owner) else {}),
        **({"gets": True} if only_gets(step, reader) else {}),
        **_needs(step.needs, guide.tier),
        **({"only": _rules(step.conditions)} if step.conditions else {}),
    }


def _fields(step: GuideStep, reader: Reader) -> dict[str, Any]:
    """The fields that its page has for the reader."""
    entries = step.block(Entries)
    if not entries or form_of(step, reader) in ("told", "seen"):
        return {}
    return {"fields": [entry.key.name for entry in entries.entries]}


def _needs(needs: Iterable[NeededStep], tier: str) -> dict[str, Any]:
    keys = [key_of_plan(tier).below(needed.id) for needed in needs]
    return {"needs": keys} if keys else {}


def _box(key: Key, optional: bool, conditions: Sequence[AlternativeLabels]) -> list[Any]:  # noqa: FBT001 - a row of `Box`
    """A box as a list, without what is empty at its end: key, 1 where it is optional, rules."""
    rules = _rules(conditions)
    return [key, int(optional), rules] if rules else [key, 1] if optional else [key]


def _rules(conditions: Iterable[AlternativeLabels]) -> list[str]:
    return [condition.rule for condition in conditions]


def _boxes(step: GuideStep, reader: Reader) -> Iterator[Box]:
    """Whatever the reader ticks in a step, and has to write down, as its page shows it."""
    if form_of(step, reader) in ("told", "seen"):
        return
    done = done_tick(step, reader)
    card = step.block(Card)
    tutorial = reader.site.entries.get(card.entry) if card else None
    if isinstance(tutorial, TutorialText) and step.part is Part.OWNER:
        yield from ((action.key, True, ()) for action in tutorial.actions)
        if not done:
            yield tutorial.verify_key, False, ()
    for tick, around in own_lines(step, reader):
        yield tick.key, tick.optional, (*around, *tick.conditions)
    entries = step.block(Entries)
    if entries and writes_down(step, reader):
        yield from ((entry.key, False, ()) for entry in entries.entries if entry.required)
    if signs(step, reader):
        yield step.key.signed, False, ()
    if done:
        yield done.key, False, ()
