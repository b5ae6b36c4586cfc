"""The order in which a step's blocks stand.

In: a step's content and setting. Out: its blocks. Pages show them in this order, and the first occurrence of a
glossary term is the first in it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.acceptance import acceptance
from firstwin.resolve.blocks.agenda import agenda
from firstwin.resolve.blocks.avoid import avoid
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.card import card
from firstwin.resolve.blocks.decision import decision
from firstwin.resolve.blocks.done import done
from firstwin.resolve.blocks.entries import entries
from firstwin.resolve.blocks.escalation import escalation
from firstwin.resolve.blocks.instructions import instructions
from firstwin.resolve.blocks.letter import letter
from firstwin.resolve.blocks.links import links
from firstwin.resolve.blocks.mapping import mapping
from firstwin.resolve.blocks.metrics import metrics
from firstwin.resolve.blocks.pictures import pictures
from firstwin.resolve.blocks.questions import questions
from firstwin.resolve.blocks.raci import raci
from firstwin.resolve.blocks.remarks import remarks
from firstwin.resolve.blocks.results import results
from firstwin.resolve.blocks.risk import risk
from firstwin.resolve.blocks.rollback import rollback
from firstwin.resolve.blocks.sessions import sessions
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.blocks.sign_off import sign_off
from firstwin.resolve.blocks.tables import tables
from firstwin.resolve.blocks.ticks import ticks
from firstwin.resolve.blocks.trials import trials
from firstwin.resolve.blocks.win import win

ORDER: Final[tuple[Callable[[Content, Setting], Block | None], ...]] = (
    raci,
    card,
    pictures,
    agenda,
    sessions,
    letter,
    instructions,
    mapping,
    tables,
    ticks,
    trials,
    entries,
    questions,
    metrics,
    results,
    links,
    avoid,
    risk,
    decision,
    escalation,
    rollback,
    sign_off,
    done,
    acceptance,
    win,
    remarks,
)


def blocks(content: Content, setting: Setting) -> tuple[Block, ...]:
    """What a step holds."""
    made = (make(content, setting) for make in ORDER)
    return tuple(block for block in made if block)
