"""Make plans: playbooks, persona files and plays with everything in them linked and dated.

In: files as models. Out: `Plan`s and `PlayPlan`s. What does not lead anywhere (an unknown tier, a step
whose library entry is missing) is built around; `references` says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec.structs import replace

from firstwin.dates import FIRST_DAY
from firstwin.models.placed import PlacedStep
from firstwin.models.plan import About, Days, Persona, PhasePlan, Plan, PlayPlan, Step
from firstwin.models.playbook import PersonaFile, PhaseFields, Playbook
from firstwin.models.plays import Play, Plays
from firstwin.models.values import Audience, narrowest
from firstwin.models.vocabulary import Tier
from firstwin.models.window import Window
from firstwin.sources import KeyPath
from firstwin.validate.extended import merged, phases_in
from firstwin.validate.in_file import PhaseInFile, StepInFile
from firstwin.validate.listed_guides import ListedGuide
from firstwin.validate.repeats import each_time
from firstwin.validate.schedule import Schedule
from firstwin.validate.shape import Shaped
from firstwin.validate.steps import Inheritance, StepMaker


def make_plan(
    tier: Tier | None,
    file: Shaped[Playbook],
    personas: Iterable[Shaped[PersonaFile]],
    listed: Iterable[ListedGuide],
    workshop: StepMaker,
) -> Plan:
    """The plan of a tier."""
    playbook, origins = merged(file)
    audience = tier.audience if tier else Audience.CUSTOMER
    audience = workshop.seen_by(audience, draft=playbook.draft)
    phases = [
        _phase(phase, number, audience, workshop, is_draft=playbook.draft or phase.fields.draft)
        for number, phase in enumerate(phases_in(file), start=1)
    ]
    schedule = Schedule(
        {id_: named.day for id_, named in playbook.named_days.items()},
        _milestones(step for phase in phases for step in phase.steps),
    )
    planned = tuple(
        replace(
            phase,
            days=schedule.days(phase.window) or _some_day(phase, playbook.duration),
            steps=_planned(phase.steps, schedule, _some_day(phase, playbook.duration)),
        )
        for phase in phases
    )
    touchpoint_days = {
        id_: schedule.days(touchpoint.window) if touchpoint.window else Days(1, playbook.duration)
        for id_, touchpoint in playbook.touchpoints.items()
    }
    by_id = {phase.id: phase for phase in reversed(planned)}
    made = [_persona(each, by_id, audience, workshop, schedule) for each in personas]
    made += [_without_file(each, playbook) for each in listed]
    return Plan(
        tier=playbook.tier,
        title=playbook.title,
        summary=playbook.summary,
        duration=playbook.duration,
        first_day=playbook.first_day,
        movable=playbook.movable,
        audience=audience,
        named_days=playbook.named_days,
        criteria=playbook.criteria,
        touchpoints=playbook.touchpoints,
        touchpoint_days={id_: days for id_, days in touchpoint_days.items() if days},
        phases=planned,
        personas={persona.role: persona for persona in made},
        origin=file.origin(),
        reviewed=playbook.reviewed,
        review_by=playbook.review_by,
        about=_about(playbook),
        draft=playbook.draft,
        extends=file.base.model.tier if file.base else None,
        origins=origins,
    )


def make_plays(file: Shaped[Plays], workshop: StepMaker) -> dict[str, PlayPlan]:
    """The plays, whose days count from the day of their trigger."""
    return {id_: _play(file, id_, play, workshop) for id_, play in file.model.plays.items()}


def _play(file: Shaped[Plays], id_: str, play: Play, workshop: StepMaker) -> PlayPlan:
    keys: KeyPath = ("plays", id_)
    origin = file.origin(*keys)
    written = _steps_in_file(file, play.steps, (*keys, "steps"))
    steps = _steps(written, Inheritance("", play.audience, origin), workshop)
    schedule = Schedule({}, _milestones(steps))
    return PlayPlan(
        id=id_,
        title=play.title,
        trigger=play.trigger,
        audience=play.audience,
        tiers=play.tiers,
        tell=play.tell,
        moves=play.moves,
        late=play.late,
        still_open=play.still_open,
        not_seen=play.not_seen or 0,
        steps=_planned(steps, schedule, Days(FIRST_DAY, FIRST_DAY)),
        origin=origin,
    )


def _phase(
    written: PhaseInFile, number: int, audience: Audience, workshop: StepMaker, *, is_draft: bool
) -> PhasePlan:
    phase, origin, window = written.fields, written.origin, written.fields.window
    inheritance = Inheritance(
        phase=written.id,
        audience=workshop.seen_by(narrowest(audience, phase.audience), draft=is_draft),
        origin=origin,
        owner=phase.owner,
        window=window,
        owner_origin=written.changes.get("owner"),
        window_origin=written.changes.get(window.key) if window else None,
        draft=is_draft,
        event=phase.when,
    )
    steps = _steps(written.steps, inheritance, workshop)
    return PhasePlan(
        id=written.id,
        number=number,
        title=phase.title,
        outcome=phase.outcome,
        owner=phase.owner,
        window=phase.window,
        event=phase.when,
        days=None,
        needs=phase.needs,
        audience=inheritance.audience,
        criteria=phase.criteria,
        origin=origin,
        steps=tuple(_under_headings(steps, phase.headings)),
        was=phase.was,
        headings=phase.headings,
        about=_about(phase),
        deliverables=phase.deliverables,
        ready_when=phase.ready_when,
        draft=is_draft,
        origins=written.changes,
        after=written.after,
        only_if=phase.only_if or (),
        choices=phase.choices,
    )


def _about(written: PhaseFields | Playbook) -> About:
    return About(written.text, written.tables, written.links, written.notes)


def _under_headings(steps: Iterable[Step], headings: Mapping[str, str]) -> Iterator[Step]:
    """The steps, each with the heading it stands under: the last one that all its readers may read.

    A heading is for those who see the step it begins with.
    """
    begun: list[tuple[str, Audience]] = [("", Audience.CUSTOMER)]
    for step in steps:
        if step.id in headings:
            begun.append((headings[step.id], step.audience))
        heading = next(text for text, readers in reversed(begun) if step.audience.sees(readers))
        yield step if heading == step.heading else replace(step, heading=heading)


def _without_file(guide: ListedGuide, playbook: Playbook) -> Persona:
    return Persona(
        role=guide.role,
        goal=playbook.summary,
        summary=guide.summary,
        hide=(),
        adjust={},
        added={},
        origin=guide.origin,
        listed=True,
    )


def _persona(
    file: Shaped[PersonaFile],
    phases: Mapping[str, PhasePlan],
    audience: Audience,
    workshop: StepMaker,
    schedule: Schedule,
) -> Persona:
    persona, added = file.model, {}
    by_step = {step.id: phase for phase in phases.values() for step in phase.steps}
    times = _later_times(phases.values())
    for id_, steps in persona.add.items():
        phase = phases.get(id_) or by_step.get(id_)
        inheritance = Inheritance(
            phase=phase.id if phase else id_,
            audience=phase.audience if phase else audience,
            origin=phase.origin if phase else file.origin("add", id_),
            owner=persona.persona,
            window=phase.window if phase else None,
            owner_origin=file.origin("persona"),
            draft=bool(phase and phase.draft),
            window_origin=phase.origin_of(phase.window.key) if phase and phase.window else None,
            event=phase.event if phase else None,
        )
        before = _before(id_, phase)
        made = _steps(_steps_in_file(file, steps, ("add", id_)), inheritance, workshop)
        under = (replace(step, heading=before.heading if before else "") for step in made)
        added[id_] = _planned(under, schedule, phase.days if phase and phase.event else None)
    return Persona(
        role=persona.persona,
        goal=persona.goal,
        summary=persona.summary,
        hide=(*persona.hide, *(id_ for first in persona.hide for id_ in times.get(first, ()))),
        adjust={
            **persona.adjust,
            **{id_: each for first, each in persona.adjust.items() for id_ in times.get(first, ())},
        },
        added=added,
        origin=file.origin(),
        retired=persona.retired,
        stuck=persona.stuck,
    )


def _later_times(phases: Iterable[PhasePlan]) -> dict[str, list[str]]:
    """The ids of a step that comes back, from the second time on, by that of the first."""
    found: dict[str, list[str]] = {}
    for phase in phases:
        for step in phase.steps:
            if step.time and step.time.number > 1:
                found.setdefault(step.time.first, []).append(step.id)
    return found


def _before(id_: str, phase: PhasePlan | None) -> Step | None:
    """The step that what is added under `id_` follows: of a phase, its last one."""
    steps = phase.steps if phase else ()
    own = next((step for step in steps if step.id == id_), None)
    return own or (steps[-1] if steps else None)


def _steps_in_file(
    file: Shaped[object], steps: Iterable[PlacedStep], keys: KeyPath
) -> Iterator[StepInFile]:
    for position, placed in enumerate(steps):
        yield StepInFile(placed, file.origin(*keys, position), "")


def _steps(
    written: Iterable[StepInFile], inheritance: Inheritance, workshop: StepMaker
) -> tuple[Step, ...]:
    made = (workshop.step(each, inheritance) for each in written)
    return tuple(chain.from_iterable(each_time(step) for step in made if step))


def _milestones(steps: Iterable[Step]) -> dict[str, Window | None]:
    return {step.id: None if step.event else step.window for step in steps if step.is_milestone}


def _planned(steps: Iterable[Step], schedule: Schedule, some_day: Days | None) -> tuple[Step, ...]:
    """The steps with their planned days; those of which no day is known may be on `some_day` of their phase."""
    return tuple(
        replace(step, days=schedule.days(step.window) or (some_day if step.event else None))
        for step in steps
    )


def _some_day(phase: PhasePlan, duration: int) -> Days | None:
    """The days on which a phase may be that has none: all of the plan, or what comes after it."""
    if not phase.event:
        return None
    return Days(duration + 1, duration + 1) if phase.after else Days(FIRST_DAY, duration)
