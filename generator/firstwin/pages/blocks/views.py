"""Each block of a step as its page shows it.

In: a `GuideStep` and its `Reader`. Out: `BlockView`s, in the order of the blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from firstwin.pages.blocks.card import card_args
from firstwin.pages.blocks.decision import decision_args
from firstwin.pages.blocks.done import done_args
from firstwin.pages.blocks.entries import entries_args
from firstwin.pages.blocks.escalation import escalation_args, rollback_args
from firstwin.pages.blocks.feedback import feedback_view
from firstwin.pages.blocks.letter import letter_args
from firstwin.pages.blocks.pictures import pictures_args
from firstwin.pages.blocks.raci import acceptance_args, raci_args
from firstwin.pages.blocks.results import results_args
from firstwin.pages.blocks.sessions import sessions_args
from firstwin.pages.blocks.sign_off import sign_off_args
from firstwin.pages.blocks.ticks import ticks_args
from firstwin.pages.blocks.trials import trials_args
from firstwin.pages.blocks.win import win_args
from firstwin.pages.reader import Reader
from firstwin.pages.views import BlockView
from firstwin.resolve.blocks.acceptance import AcceptanceBlock
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.card import Card
from firstwin.resolve.blocks.decision import DecisionBlock
from firstwin.resolve.blocks.done import Done
from firstwin.resolve.blocks.entries import Entries
from firstwin.resolve.blocks.escalation import Escalation
from firstwin.resolve.blocks.letter import Letter
from firstwin.resolve.blocks.pictures import Pictures
from firstwin.resolve.blocks.raci import RaciBlock
from firstwin.resolve.blocks.results import Results
from firstwin.resolve.blocks.rollback import RollbackBlock
from firstwin.resolve.blocks.sessions import Sessions
from firstwin.resolve.blocks.sign_off import SignOff
from firstwin.resolve.blocks.ticks import Ticks
from firstwin.resolve.blocks.trials import Trials
from firstwin.resolve.blocks.win import Win
from firstwin.resolve.guide_step import GuideStep
from firstwin.system.fields import field_names

Args = Mapping[str, object]
"""What a component's macro is given; nothing where the page does not show it."""

ADDED_TO: Final[Mapping[type[Block], Callable[[Any, GuideStep, Reader], Args]]] = {
    RaciBlock: raci_args,
    Card: card_args,
    Pictures: pictures_args,
    Sessions: sessions_args,
    Letter: letter_args,
    Ticks: ticks_args,
    Entries: entries_args,
    Results: results_args,
    SignOff: sign_off_args,
    DecisionBlock: decision_args,
    Done: done_args,
    AcceptanceBlock: acceptance_args,
    Trials: trials_args,
    Escalation: escalation_args,
    RollbackBlock: rollback_args,
    Win: win_args,
}


def block_views(step: GuideStep, reader: Reader) -> Iterator[BlockView]:
    """The blocks of a step as its page shows them."""
    for block in step.blocks:
        add = ADDED_TO.get(type(block), _as_it_is)
        args = add(block, step, reader)
        if args:
            yield BlockView(block.component, args)
    yield from feedback_view(step, reader)


def _as_it_is(block: Block, _step: GuideStep, _reader: Reader) -> Args:
    return {name: getattr(block, name) for name in field_names(type(block))}
