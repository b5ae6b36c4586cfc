"""What applies only under a condition, or may be left out, in words.

In: `AlternativeLabels`. Out: what is said of them. Labels stay as their authors typed them.
"""

from __future__ import annotations

from collections.abc import Sequence

from firstwin.pages.views import ConditionView
from firstwin.resolve.guide_step import AlternativeLabels, ConditionLabel
from firstwin.words import Words


def condition_label(condition: AlternativeLabels, words: Words) -> str:
    """A condition behind what it is a condition of, with those that do instead of it."""
    return words.either([_label(each, words) for each in condition.labels])


def _label(condition: ConditionLabel, words: Words) -> str:
    if not condition.negated:
        return condition.label
    # Translators: The opposite of a condition that its author wrote: "except if you bring data".
    return words.say("condition", "except {condition}", condition=condition.label)


def conditions_listed(conditions: Sequence[AlternativeLabels], words: Words) -> str:
    """Conditions in one line, all of which must hold; empty where there is none."""
    return words.listed([condition_label(condition, words) for condition in conditions])


def only_if(condition: AlternativeLabels, words: Words) -> str:
    """A condition as a sentence."""
    label = condition_label(condition, words)
    if any(each.negated for each in condition.labels):
        # Translators: A condition of which something is the opposite of what its author wrote: "Applies except if you bring data."
        return words.say("condition", "Applies {condition}.", condition=label)
    # Translators: A condition that its author wrote: "Only if you bring data."
    return words.say("condition", "Only {condition}.", condition=label)


def condition_views(
    conditions: Sequence[AlternativeLabels], words: Words
) -> tuple[ConditionView, ...]:
    """Conditions as callouts say them."""
    return tuple(
        ConditionView(only_if(each, words), _questions(each, words), _decided(each, words))
        for each in conditions
    )


def _questions(condition: AlternativeLabels, words: Words) -> str:
    """The questions that a reader answers, each once."""
    asked = (label.question for label in condition.labels if label.asked)
    return words.paragraph([*dict.fromkeys(asked)])


def _decided(condition: AlternativeLabels, words: Words) -> str:
    """Who answers what the reader does not; empty where they answer all of it."""
    return "" if all(label.asked for label in condition.labels) else decided_with_them(words)


def decided_with_them(words: Words) -> str:
    """What is said of a question that the vendor answers."""
    # Translators: Said to a reader of a question that the vendor answers for their company, in place of the question.
    return words.say("condition", "We decide this together with you.")


def optional_word(words: Words) -> str:
    """What is said of a step or a line that may be left out."""
    # Translators: Behind a step or a line that may be left out.
    return words.say("step", "optional")
