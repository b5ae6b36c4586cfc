"""A step as everybody in the edition may read it.

In: a `Step`. Out: a `GuideStep` nobody in particular reads: no part, and the minutes of everyone. `personas` makes it one reader's own.
"""

from __future__ import annotations

from firstwin.errors import FirstwinError
from firstwin.models.keys import Key
from firstwin.models.library import other_names_of
from firstwin.models.part import Part
from firstwin.models.plan import Days, SourceLine, Step
from firstwin.models.steps.handoff import Handoff
from firstwin.models.steps.milestone import Milestone
from firstwin.resolve.blocks.order import blocks
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import GuideStep, TakenFrom
from firstwin.resolve.names import Names


class UnfinishedStepError(FirstwinError):
    """A step has no owner or no days: the rules stop such a plan, so it never comes this far."""


def guide_step(step: Step, number: int, playbook: Key, names: Names) -> GuideStep:
    """The step with its names and texts. `number` counts from 1 where it stands.

    Raises UnfinishedStepError for one without an owner or days.
    """
    content = step.content
    owner, days = _settled(step)
    setting = Setting(
        key=playbook.below(step.id),
        entry=step.entry,
        owner=names.roles[owner],
        days=days,
        names=names,
        texts=names.texts.setting(step.values),
        pictures=step.pictures,
    )
    return GuideStep(
        id=step.id,
        was=step.was or "",
        key=setting.key,
        number=number,
        type=content.type,
        title=setting.texts.text(content.title),
        heading=names.texts.text(step.heading),
        also=tuple(map(setting.texts.text, other_names_of(content))),
        summary=setting.texts.prose(content.summary),
        text=setting.texts.prose(content.text),
        conditions=names.labels(content.only_if),
        needs=names.needs(content.needs),
        optional=content.optional,
        draft=step.draft,
        may_not_apply=content.optional or content.may_not_apply,
        attended=content.is_attended,
        first_value=isinstance(content, Milestone) and content.first_value,
        moment=names.moment(step.window, days, step.id, step.event),
        within=content.within,
        minutes=content.effort,
        part=Part.NONE,
        owner=setting.owner,
        with_=names.people(content.with_),
        may_join=names.people(content.may_join),
        informed=names.people(content.informed),
        takes_over=names.roles[content.to] if isinstance(content, Handoff) else None,
        blocks=blocks(content, setting),
        origins=_origins(step),
        taken_from=_taken_from(step, names),
        time=step.time,
        edit=names.edits.of(step.origin),
    )


def _settled(step: Step) -> tuple[str, Days]:
    if step.owner is None or step.days is None:
        missing = "owner" if step.owner is None else "planned days"
        raise UnfinishedStepError(f"the step `{step.id}` has no {missing}", "run `firstwin check`")
    return step.owner, step.days


def _taken_from(step: Step, names: Names) -> TakenFrom | None:
    title = names.tiers.get(step.taken_from or "")
    return TakenFrom(title, tuple(sorted(step.changed))) if title else None


def _origins(step: Step) -> dict[str, SourceLine]:
    path, own = step.origin.path, step.origin.document.lines_below(step.origin.keys)
    lines = {name: SourceLine(path, line) for name, line in own.items()}
    lines |= {name: origin.source_line for name, origin in step.origins.items()}
    if "done_when" not in lines and "verify" in lines:
        lines["done_when"] = lines["verify"]
    return lines
