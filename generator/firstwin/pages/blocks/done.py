"""What completes a step, and the box to tick when all of it is done."""

from __future__ import annotations

from firstwin.pages import anchors
from firstwin.pages.blocks.sign_off import signs_alone
from firstwin.pages.blocks.ticks import has_own_lines
from firstwin.pages.form import form_of
from firstwin.pages.reader import Reader
from firstwin.pages.views import TickView
from firstwin.resolve.blocks.done import Done
from firstwin.resolve.blocks.results import Results
from firstwin.resolve.blocks.sign_off import SignOff
from firstwin.resolve.guide_step import GuideStep
from firstwin.text import Prose


def done_args(done: Done, step: GuideStep, reader: Reader) -> dict[str, object]:
    """The author's words or ours; nothing where neither has any and nothing is left to tick."""
    words = "" if done.criterion else done_words(step, reader)
    tick = _done_tick(step, reader)
    if not (done.criterion or words or tick):
        return {}
    return {"criterion": done.criterion, "words_only": words, "box": tick}


def criterion_of(step: GuideStep) -> Prose:
    """What completes a step, in its author's words."""
    done = step.block(Done)
    return done.criterion if done else Prose()


def done_words(step: GuideStep, reader: Reader) -> str:
    """What completes a step of which its author wrote no criterion."""
    words, sentences = reader.words, []
    sign_off, results = step.block(SignOff), step.block(Results)
    if has_own_lines(step, reader):
        # Translators: When a step is done.
        sentences.append(words.say("done when", "Every line is ticked."))
    if sign_off:
        names = reader.in_sentence(sign_off.roles)
        # Translators: When a step is done: "It is signed by you and your success manager."
        sentences.append(words.say("done when", "It is signed by {names}.", names=names))
    if results and results.deliverables and not sentences:
        # Translators: When a step is done.
        sentences.append(words.say("done when", "The result is there."))
    return words.paragraph(sentences)


def _done_tick(step: GuideStep, reader: Reader) -> TickView | None:
    """A step without lines for its reader is a line itself, but for a tutorial: its actions are ticked on their page.

    Whoever signs without leading has a box for that.
    """
    own = form_of(step, reader) in ("own", "shared")
    if reader.role is None or not own or has_own_lines(step, reader) or step.type == "tutorial":
        return None
    if signs_alone(step, reader):
        return None
    # Translators: Beside the box that is ticked when a step is done.
    done = reader.words.say("step", "This is done")
    return TickView(reader.anchor(step.id, anchors.DONE), step.key.done, done, ())
