"""How much of a step its reader is shown at once.

In: a `GuideStep` and its `Reader`. Out: a form. What is the reader's own is shown whole. What others lead is shown
whole when the reader is there in person or has something to do in it; the rest is folded behind a line that says who
leads and when. An email that the reader only gets is nothing they do: no page says that they begin with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from firstwin.models.part import Part
from firstwin.pages.reader import Reader
from firstwin.resolve.blocks.acceptance import AcceptanceBlock
from firstwin.resolve.blocks.letter import Letter
from firstwin.resolve.blocks.sign_off import SignOff
from firstwin.resolve.blocks.ticks import Ticks
from firstwin.resolve.guide_step import GuideStep

Form = Literal["own", "shared", "told", "seen"]


def form_of(step: GuideStep, reader: Reader) -> Form:
    """How much of a step its reader is shown at once."""
    if step.part is Part.OWNER or reader.role is None:
        return "own"
    if step.part is Part.WITH:
        there = step.attended or _has_work_for(step, reader) or _wants_answer(step)
        return "own" if there else "shared"
    return "told" if step.part is Part.INFORMED else "seen"


def only_gets(step: GuideStep, reader: Reader) -> bool:
    """Whether a step is an email that its reader gets, and that asks nothing of them."""
    return step.block(Letter) is not None and form_of(step, reader) == "shared"


def takes_part(step: GuideStep, reader: Reader) -> bool:
    """Whether its reader does something in a step, or gives a hand to it."""
    return step.part.acts and not only_gets(step, reader)


def begins_with(steps: Iterable[GuideStep], reader: Reader) -> GuideStep | None:
    """The first step in which its reader does something."""
    return next((step for step in steps if takes_part(step, reader)), None)


def _has_work_for(step: GuideStep, reader: Reader) -> bool:
    ticks, sign_off = step.block(Ticks), step.block(SignOff)
    acceptance = step.block(AcceptanceBlock)
    owners = ticks.owners() if ticks else ()
    accepts = (acceptance.by,) if acceptance and acceptance.ticks else ()
    return any(map(reader.is_me, (*owners, *(sign_off.roles if sign_off else ()), *accepts)))


def _wants_answer(step: GuideStep) -> bool:
    """Whether a letter asks something of its reader: then it takes them time."""
    return step.block(Letter) is not None and bool(step.minutes)
