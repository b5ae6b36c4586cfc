"""The steps of a page as rows that open, in groups.

In: `GuideStep`s in their order, and their `Reader`. Out: `StepGroupView`s. Steps stand under the headings of their
author; where there are none, under their days: a group ends where nothing of it goes on. A step by itself is no group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec.structs import replace

from firstwin.pages import anchors
from firstwin.pages.form import begins_with
from firstwin.pages.moments import day_range, when
from firstwin.pages.reader import Reader
from firstwin.pages.steps import step_view
from firstwin.pages.views import StepGroupView
from firstwin.resolve.guide_step import GuideStep
from firstwin.words import Words

FEW: Final = 6
"""So many steps are taken in at a glance, and need no days over them."""


def step_groups(steps: Sequence[GuideStep], reader: Reader) -> tuple[StepGroupView, ...]:
    """The groups of a page's steps. The step that the reader begins with stands open; where there is none, the first."""
    first = begins_with(steps, reader) or next(iter(steps), None)
    views = {step.id: step_view(step, len(steps), reader) for step in steps}
    if first:
        views[first.id] = replace(views[first.id], open=True)
    groups = _by_heading(steps) if any(step.heading for step in steps) else _by_days(steps)
    return tuple(
        StepGroupView(
            anchors.group_anchor(number),
            *_named(group, len(groups), reader.words),
            tuple(views[step.id] for step in group),
        )
        for number, group in enumerate(groups, start=1)
    )


def _named(group: Sequence[GuideStep], groups: int, words: Words) -> tuple[str, str]:
    """The title of a group and its days. Days alone are the title; a group that is all there is has none."""
    known = [step.moment.days for step in group if not step.moment.event]
    days = (
        day_range(min(each.first for each in known), max(each.last for each in known), words)
        if known
        else when(group[0].moment, words)
    )
    if group[0].heading:
        return group[0].heading, days
    return (days, "") if groups > 1 else ("", "")


def _by_heading(steps: Sequence[GuideStep]) -> list[Sequence[GuideStep]]:
    return [tuple(group) for _, group in groupby(steps, key=lambda step: step.heading)]


def _by_days(steps: Sequence[GuideStep]) -> list[Sequence[GuideStep]]:
    if len(steps) <= FEW:
        return [steps] if steps else []
    groups: list[Sequence[GuideStep]] = []
    for run in _runs(steps):
        if groups and 1 in (len(run), len(groups[-1])):
            groups[-1] = (*groups[-1], *run)
        else:
            groups.append(run)
    return groups


def _runs(steps: Iterable[GuideStep]) -> Iterator[tuple[GuideStep, ...]]:
    """Steps in a row of which each begins before all before it are over."""
    run: list[GuideStep] = []
    for step in steps:
        if run and step.moment.days.first > max(each.moment.days.last for each in run):
            yield tuple(run)
            run = []
        run.append(step)
    yield tuple(run)
