"""A step as one role reads it.

In: a step as everybody in the edition may read it. Out: the same with what the role has in it: its part, its minutes,
and, where it does not lead the step, the line that is written for those who share it.
"""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from firstwin.models.part import Part, minutes
from firstwin.models.plan import Step
from firstwin.models.playbook import Adjustment
from firstwin.resolve.guide_step import GuideStep
from firstwin.resolve.names import Names


def as_read_by(
    role: str,
    step: Step,
    everyones: GuideStep,
    names: Names,
    adjustment: Adjustment | None = None,
    **seen: Any,
) -> GuideStep:
    """The step as a role reads it; `adjustment` is what the role's file says of it, `seen` what else it sees otherwise."""
    own = adjustment or Adjustment()
    part = step.parts.get(role, Part.NONE)
    if part is not Part.OWNER:
        everyones = _as_told_to_others(step, everyones, own, names)
    spent = minutes(step.content, step.owner, role, own.minutes)
    return replace(everyones, part=part, minutes=spent, **seen)


def _as_told_to_others(
    step: Step, everyones: GuideStep, own: Adjustment, names: Names
) -> GuideStep:
    """The step with the one line for those who do not lead it, in place of what its owner reads.

    What the role's own file says is written for this reader, so it wins.
    """
    if not (own.for_others or step.content.for_others):
        return everyones
    line = own.for_others or own.summary or step.content.for_others
    texts = names.texts.setting(step.values)
    return replace(everyones, summary=texts.prose(line), text=texts.prose(own.text))
