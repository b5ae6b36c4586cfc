"""The lines of a step to tick, with what follows each."""

from __future__ import annotations

from firstwin.pages.conditions import condition_label, condition_view, optional_word
from firstwin.pages.form import form_of
from firstwin.pages.reader import Reader
from firstwin.pages.views import TickGroupView, TickView
from firstwin.resolve.blocks.ticks import Tick, TickGroup, Ticks
from firstwin.resolve.guide_step import GuideStep


def ticks_args(ticks: Ticks, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The lines; nothing to tick in a milestone of others."""
    if form_of(step, reader) == "seen":
        return {}
    return {"groups": tuple(_group(group, step, reader) for group in ticks.groups)}


def _group(group: TickGroup, step: GuideStep, reader: Reader) -> TickGroupView:
    return TickGroupView(
        group.title,
        tuple(condition_view(condition, reader.words) for condition in group.conditions),
        tuple(_tick(tick, step, reader) for tick in group.ticks),
    )


def _tick(tick: Tick, step: GuideStep, reader: Reader) -> TickView:
    notes = [condition_label(condition, reader.words) for condition in tick.conditions]
    if tick.optional:
        notes.append(optional_word(reader.words))
    owners = tick.owners or (step.owner,)
    obvious = reader.role or step.owner
    if any(owner.id != obvious.id for owner in owners):
        notes.append(reader.names(owners))
    return TickView(reader.anchor(step.id, tick.key.name), tick.key, tick.text, tuple(notes))
