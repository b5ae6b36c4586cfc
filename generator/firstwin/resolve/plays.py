"""Plays: what to do when something happens.

In: the plays of an edition. Out: `PlayText`s: all of them, where every step is shown to all, and those of one guide
with the steps that its reader has a part in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from firstwin.models.keys import key_of_play
from firstwin.models.plan import Persona, Plan, PlayPlan, Step
from firstwin.models.project import Project
from firstwin.models.vocabulary import Side
from firstwin.resolve.guide import ContactLine, PlayText
from firstwin.resolve.guide_step import GuideStep, RoleName
from firstwin.resolve.names import Names, names_of_play
from firstwin.resolve.reader import as_read_by
from firstwin.resolve.steps import guide_step
from firstwin.resolve.texts import Texts


def play_text(play: PlayPlan, project: Project, texts: Texts) -> PlayText:
    """The play with nothing left to look up; one written for no tier is for all."""
    names = names_of_play(play, project, texts)
    every_tier = tuple(project.vocabulary.tiers)
    made = _play(play, names, _steps(play.steps, play, names))
    return replace(made, tiers=play.tiers or every_tier)


def plays_of_guide(
    persona: Persona, plan: Plan, project: Project, contacts: Sequence[ContactLine], texts: Texts
) -> Iterator[PlayText]:
    """The plays that a persona of a plan reads: those for its side in which it has a part.

    `contacts` are those of the plan's tier. To tell are those who can be reached, and whoever else has a guide.
    """
    audience = project.vocabulary.audience_of(persona.role)
    for play in project.plays.values():
        own = [
            step
            for step in play.steps
            if persona.role in step.parts and audience.sees(step.audience)
        ]
        if own and audience.sees(play.audience) and (not play.tiers or plan.tier in play.tiers):
            names = names_of_play(play, project, texts)
            others = [role for role in play.tell if role in plan.personas and role != persona.role]
            yield replace(
                _play(
                    play,
                    names,
                    _as_read_by(persona.role, own, _steps(own, play, names), names, plan),
                ),
                tiers=(plan.tier,),
                late=play.late.get(plan.tier, ()),
                still_open=play.still_open.get(plan.tier, ()),
                tell=names.people(others),
                contacts=tuple(
                    contact
                    for contact in contacts
                    if contact.role in play.tell and contact.role != persona.role
                ),
            )


def _play(play: PlayPlan, names: Names, steps: Iterable[GuideStep]) -> PlayText:
    return PlayText(
        id=play.id,
        title=names.texts.text(play.title),
        trigger=names.texts.prose(play.trigger),
        tiers=play.tiers,
        tell=names.people(play.tell),
        contacts=(),
        late=(),
        still_open=(),
        not_seen=play.not_seen,
        moves=names.texts.proses(play.moves),
        edit=names.edits.of(play.origin),
        steps=tuple(steps),
    )


def _steps(steps: Iterable[Step], play: PlayPlan, names: Names) -> Iterator[GuideStep]:
    for number, step in enumerate(steps, start=1):
        yield guide_step(step, number, key_of_play(play.id), names)


def _as_read_by(
    role: str, steps: Sequence[Step], everyones: Iterable[GuideStep], names: Names, plan: Plan
) -> Iterator[GuideStep]:
    """The steps as a role of a plan reads them. A play is for several plans: nobody is named whom this one has not."""
    shown = {step.id for step in steps}
    for step, made in zip(steps, everyones, strict=True):
        yield replace(
            as_read_by(role, step, made, names),
            needs=tuple(replace(need, shown=need.id in shown) for need in made.needs),
            with_=tuple(_in_plan(made.with_, plan)),
            may_join=tuple(_in_plan(made.may_join, plan)),
            informed=tuple(_in_plan(made.informed, plan)),
        )


def _in_plan(people: Iterable[RoleName], plan: Plan) -> Iterator[RoleName]:
    for role in people:
        if role.side != Side.CUSTOMER.value or role.id in plan.personas:
            yield role
