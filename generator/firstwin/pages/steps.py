"""A step of a guide as it stands on a page.

In: a `GuideStep`, and who reads it where. Out: a `StepView`: its row, the form it is shown in, facts, and blocks.
"""

from __future__ import annotations

from collections.abc import Sequence

from firstwin.pages import anchors
from firstwin.pages.blocks.views import block_views
from firstwin.pages.choices import choice_views
from firstwin.pages.conditions import condition_views, optional_word
from firstwin.pages.form import form_of
from firstwin.pages.reader import Reader
from firstwin.pages.step_facts import draft_mark, facts_of, row_facts, what_is_told
from firstwin.pages.urls import NOWHERE
from firstwin.pages.views import LinkView, StepView
from firstwin.resolve.guide_step import GuideStep, NeededStep
from firstwin.text import Url
from firstwin.words import Words


def step_view(step: GuideStep, of: int, reader: Reader) -> StepView:
    """The view of one step among `of`."""
    form, words = form_of(step, reader), reader.words
    return StepView(
        id=reader.anchor(step.id),
        was=reader.anchor(step.was) if step.was else "",
        row_id=reader.anchor(step.id, anchors.ROW),
        key=step.key,
        type=step.type,
        form=form,
        number=step.number,
        position=step_of(step.number, of, words),
        title=step.title,
        meta=(*draft_mark(step, words), *row_facts(step, reader)),
        milestone=milestone_word(words) if step.is_milestone else "",
        optional=optional_word(words) if step.optional else "",
        line=what_is_told(step, reader) if form == "told" else "",
        summary=step.summary,
        text=step.text,
        conditions=(*condition_views(step.conditions, words), *choice_views(step.choice, words)),
        needs=comes_after(step.needs, reader),
        facts=tuple(facts_of(step, reader)),
        blocks=tuple(block_views(step, reader)),
        edit=Url(step.edit),
    )


def milestone_word(words: Words) -> str:
    """What a step is called that marks an outcome."""
    # Translators: What a step is: the mark of an outcome.
    return words.say("step", "Milestone")


def step_of(number: int, of: int, words: Words) -> str:
    """Where a step stands in its phase."""
    # Translators: Where a step stands in its phase: "Step 3 of 7".
    return words.say("step", "Step {number} of {of}", number=number, of=of)


def comes_after(needs: Sequence[NeededStep], reader: Reader) -> tuple[LinkView, ...]:
    """What must be complete before, as a sentence in pieces: text, and links in it."""
    if not needs:
        return ()
    titles = [reader.words.isolated(_needed_title(needed, reader)) for needed in needs]
    # Translators: What has to be done before; {titles} are those of steps or phases: "Plan and Set up".
    around = reader.words.around("step", "Comes after: {titles}", titles=titles)
    pieces = [LinkView(around[0], NOWHERE)]
    for needed, title, behind in zip(needs, titles, around[1:], strict=True):
        pieces += [LinkView(title, reader.link_to(needed)), LinkView(behind, NOWHERE)]
    return tuple(piece for piece in pieces if piece.title)


def _needed_title(needed: NeededStep, reader: Reader) -> str:
    """What must be complete before; what this guide has not, with whose it is."""
    who = reader.whose_instead(needed)
    if not who:
        return needed.title
    # Translators: A step or phase that somebody else leads, in a list: "Load the data (Technical lead)".
    return reader.words.say("step", "{title} ({who})", title=needed.title, who=who)
