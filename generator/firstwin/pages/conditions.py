"""What applies only under a condition, or may be left out, in words.

In: `ConditionLabel`s. Out: what is said of them. Labels stay as their authors typed them.
"""

from __future__ import annotations

from firstwin.pages.views import ConditionView
from firstwin.resolve.guide_step import ConditionLabel
from firstwin.words import Words


def condition_label(condition: ConditionLabel, words: Words) -> str:
    """A condition behind what it is a condition of."""
    if not condition.negated:
        return condition.label
    # Translators: The opposite of a condition that its author wrote: "not if you bring data".
    return words.say("condition", "not {condition}", condition=condition.label)


def condition_view(condition: ConditionLabel, words: Words) -> ConditionView:
    """A condition as a callout says it."""
    label = condition_label(condition, words)
    # Translators: A condition that its author wrote: "Only if you bring data."
    only = words.say("condition", "Only {condition}.", condition=label)
    return ConditionView(only, condition.question)


def optional_word(words: Words) -> str:
    """What is said of a step or a line that may be left out."""
    # Translators: Behind a step or a line that may be left out.
    return words.say("step", "Optional")
