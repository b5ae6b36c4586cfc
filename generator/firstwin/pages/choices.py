"""Lines and steps of which some are enough.

In: how many. Out: what is said of them, and what scripts know.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from firstwin.models.keys import Key
from firstwin.pages.views import ConditionView
from firstwin.resolve.guide_step import GuideStep, StepChoice
from firstwin.words import Words


def enough(at_least: int, words: Words) -> str:
    """How many of some lines or steps are enough."""
    # Translators: Over lines or steps of which the reader does one, or as many as it says.
    return words.counted(
        "choice", "One of these is enough.", "{number} of these are enough.", at_least
    )


def choice_views(choice: StepChoice | None, words: Words) -> tuple[ConditionView, ...]:
    """What is said in a step of those of which some are enough."""
    if not choice:
        return ()
    # Translators: The title of a step or phase, quoted in a sentence.
    quoted = [words.say("quoted", "“{title}”", title=title) for _, title in choice.steps]
    return (ConditionView(enough(choice.at_least, words), question="", text=words.either(quoted)),)


def choice_words(step: GuideStep, words: Words) -> tuple[str, ...]:
    """What is said behind a step that is one of several to choose from."""
    return (one_of_several(words),) if step.choice else ()


def one_of_several(words: Words) -> str:
    """What is said behind a step or line, where those it stands among are not told apart from others."""
    # Translators: Behind a step or line that is one of several, of which not all have to be done.
    return words.say("choice", "one of several to choose from")


def choices_among(steps: Iterable[GuideStep]) -> list[list[Any]]:
    """What scripts know of the steps of a guide of which some are enough: how many, and the keys of those it has."""
    keys: dict[StepChoice, list[Key]] = {}
    for step in steps:
        if step.choice:
            keys.setdefault(step.choice, []).append(step.key)
    return [[choice.at_least, *own] for choice, own in keys.items() if len(own) > choice.at_least]
