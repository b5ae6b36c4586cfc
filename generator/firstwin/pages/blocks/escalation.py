"""Whom to turn to when a step stalls, and how one goes back: who each is to the reader, and after how long."""

from __future__ import annotations

from firstwin.pages.reader import Reader
from firstwin.pages.views import LevelView
from firstwin.resolve.blocks.escalation import Escalation, EscalationRole
from firstwin.resolve.blocks.rollback import RollbackBlock
from firstwin.resolve.guide_step import GuideStep
from firstwin.words import Words


def escalation_args(escalation: Escalation, _step: GuideStep, reader: Reader) -> dict[str, object]:
    """The levels, one after the other."""
    return {
        "levels": tuple(
            LevelView(_after(level, reader.words), reader.names([level.to]), level.text)
            for level in escalation.levels
        )
    }


def _after(level: EscalationRole, words: Words) -> str:
    limit = level.after
    if limit is None:
        # Translators: When to turn to somebody about a step that stalls.
        return words.say("escalation", "At once")
    if limit.unit == "hour":
        # Translators: When to turn to somebody about a step that stalls.
        return words.counted(
            "escalation", "After {number} hour", "After {number} hours", limit.number
        )
    # Translators: When to turn to somebody about a step that stalls.
    return words.counted(
        "escalation", "After {number} working day", "After {number} working days", limit.number
    )


def rollback_args(rollback: RollbackBlock, _step: GuideStep, reader: Reader) -> dict[str, object]:
    """How one goes back; the role that decides is as its reader knows it."""
    return {
        "when": rollback.when,
        "by": reader.names([rollback.by]),
        "then": rollback.then,
    }
