"""What completes a step, and the box to tick when all of it is done."""

from __future__ import annotations

from collections.abc import Iterable

from firstwin.models.keys import key_of_entry
from firstwin.models.part import Part
from firstwin.pages import anchors
from firstwin.pages.blocks.sign_off import signs_alone
from firstwin.pages.blocks.ticks import has_own_lines, own_choices
from firstwin.pages.form import form_of, only_gets
from firstwin.pages.reader import Reader
from firstwin.pages.views import TickView
from firstwin.resolve.blocks.card import Card
from firstwin.resolve.blocks.done import Done
from firstwin.resolve.blocks.results import Results
from firstwin.resolve.blocks.sign_off import SignOff
from firstwin.resolve.blocks.trials import Trials
from firstwin.resolve.guide_step import GuideStep
from firstwin.text import Prose


def done_args(done: Done, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The author's words or ours; nothing where neither has any and nothing is left to tick.

    Who only gives a hand to a step of somebody else has a box for that: what completes the step is not theirs to see to.
    """
    criterion = criterion_for(step, reader)
    words = "" if done.criterion else done_words(step, reader)
    tick = done_tick(step, reader)
    if not (criterion or words or tick):
        return {}
    return {"criterion": criterion, "words_only": words, "box": tick}


def criterion_of(step: GuideStep) -> Prose:
    """What completes a step, in its author's words."""
    done = step.block(Done)
    return done.criterion if done else Prose()


def criterion_for(step: GuideStep, reader: Reader) -> Prose:
    """What completes a step, where its reader leads it, is there in person, or has something of their own to do."""
    return Prose() if form_of(step, reader) == "shared" else criterion_of(step)


def done_words(step: GuideStep, reader: Reader) -> str:
    """What completes a step of which its author wrote no criterion; nothing where all there is are lines to tick."""
    words, lines = reader.words, has_own_lines(step, reader)
    sign_off, results = step.block(SignOff), step.block(Results)
    if sign_off:
        names = reader.in_sentence(sign_off.roles)
        # Translators: When a step is done: "It is signed by you and your success manager."
        signed = words.say("done when", "It is signed by {names}.", names=names)
        # Translators: When a step is done.
        return words.paragraph(
            [words.say("done when", "Every line is ticked."), signed]
            if lines and not own_choices(step, reader)
            else [signed]
        )
    if step.block(Trials) and not lines:
        # Translators: When a step is done in which things are tried: each did as expected, or will be tried later.
        return words.say("done when", "Every test has passed or is deferred.")
    if results and results.deliverables and not lines:
        # Translators: When a step is done.
        return words.say("done when", "The result is there.")
    return ""


def done_by_lines(steps: Iterable[GuideStep], reader: Reader) -> str:
    """When a step is done whose lines are all that says so: said once a page, where there is such a step."""
    silent = [step for step in steps if _says_nothing(step, reader)]
    if not silent:
        return ""
    if any(own_choices(step, reader) for step in silent):
        # Translators: At the top of a list of steps. Over some lines of a step stands how many of them are enough.
        return reader.words.say(
            "done when",
            "A step is done when its lines are ticked: all of them, or as many as it says are enough.",
        )
    # Translators: At the top of a list of steps. The lines are those of the step.
    return reader.words.say("done when", "A step is done when all its lines are ticked.")


def _says_nothing(step: GuideStep, reader: Reader) -> bool:
    """Whether a step has lines to tick, and no words for when it is done."""
    said = criterion_of(step) or done_words(step, reader)
    return not said and has_own_lines(step, reader) and form_of(step, reader) != "seen"


def done_tick(step: GuideStep, reader: Reader) -> TickView | None:
    """A step without lines for its reader is a line itself.

    Whoever signs without leading has a box for that. Whoever does a tutorial ticks what its page asks at its end.
    """
    own = form_of(step, reader) in ("own", "shared")
    if reader.role is None or not own or has_own_lines(step, reader) or signs_alone(step, reader):
        return None
    card = step.block(Card)
    learns = card and step.type == "tutorial" and step.part is Part.OWNER
    key = key_of_entry(card.entry).verified if card and learns else step.key.done
    return TickView(reader.anchor(step.id, anchors.DONE), key, _what_is_done(step, reader), ())


def _what_is_done(step: GuideStep, reader: Reader) -> str:
    words = reader.words
    if step.part is Part.OWNER:
        # Translators: Beside the box that is ticked when a step is done.
        return words.say("step", "This is done")
    if only_gets(step, reader):
        # Translators: Beside the box of somebody who gets an email and need not answer it.
        return words.say("step", "I have read it")
    # Translators: Beside the box of somebody who takes part in a step that another person leads.
    return words.say("step", "My part is done")
