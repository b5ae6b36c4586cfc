"""Ways to go, side by side: the conditions of a plan whose answers are paths.

In: the phases of a guide or plan. Out: a `PathsView` for each such condition, in the order in which they are met.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from firstwin.pages.conditions import decided_with_them
from firstwin.pages.views import PathsView, PathView
from firstwin.resolve.blocks.ticks import Ticks
from firstwin.resolve.guide import GuidePhase
from firstwin.resolve.guide_step import AlternativeLabels, ConditionLabel, GuideStep, PathText
from firstwin.words import Words


def paths_views(phases: Sequence[GuidePhase], words: Words) -> tuple[PathsView, ...]:
    """What there is to choose between."""
    labels = {
        label.condition: label
        for phase in phases
        for condition in (*phase.conditions, *_of_steps(phase.steps))
        for label in condition.labels
        if label.paths
    }
    return tuple(_paths(label, phases, words) for label in labels.values())


def _of_steps(steps: Sequence[GuideStep]) -> Iterator[AlternativeLabels]:
    for step in steps:
        yield from step.conditions
        ticks = step.block(Ticks)
        for group in ticks.groups if ticks else ():
            yield from group.conditions
            for tick in group.ticks:
                yield from tick.conditions


def _paths(label: ConditionLabel, phases: Sequence[GuidePhase], words: Words) -> PathsView:
    return PathsView(
        condition=label.condition,
        question=label.question,
        note="" if label.asked else decided_with_them(words),
        paths=tuple(
            PathView(path.title, path.text, _steps_on(path, label.condition, phases, words))
            for path in label.paths
        ),
    )


def _steps_on(path: PathText, condition: str, phases: Sequence[GuidePhase], words: Words) -> str:
    """Which phases and steps are there on one path alone."""
    rule = f"{condition}: {path.id}"
    titles = []
    for phase in phases:
        if _has(phase.conditions, rule):
            titles.append(phase.title)
        else:
            titles += [step.title for step in phase.steps if _has(step.conditions, rule)]
    if not titles:
        return ""
    # Translators: Under one of several ways to go; {titles} are those of phases or steps: "Try it out and Review it".
    return words.say("paths", "Only on this path: {titles}", titles=words.listed(titles))


def _has(conditions: Sequence[AlternativeLabels], rule: str) -> bool:
    return any(condition.rule == rule for condition in conditions)
