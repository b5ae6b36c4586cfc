"""Plays: what to do when something happens.

In: the plays of an edition. Out: `PlayText`s. Nobody owns a guide here: every step is shown to all.
"""

from __future__ import annotations

from firstwin.models.keys import key_of_play
from firstwin.models.plan import PlayPlan, Project
from firstwin.resolve.guide import PlayText
from firstwin.resolve.names import names_of_play
from firstwin.resolve.steps import guide_step
from firstwin.resolve.texts import Texts


def play_text(play: PlayPlan, project: Project, texts: Texts) -> PlayText:
    """The play with nothing left to look up; one written for no tier is for all."""
    names = names_of_play(play, project, texts)
    return PlayText(
        id=play.id,
        title=texts.text(play.title),
        trigger=texts.prose(play.trigger),
        tiers=play.tiers or tuple(project.vocabulary.tiers),
        edit=names.edits.of(play.origin),
        steps=tuple(
            guide_step(step, number, key_of_play(play.id), names)
            for number, step in enumerate(play.steps, start=1)
        ),
    )
