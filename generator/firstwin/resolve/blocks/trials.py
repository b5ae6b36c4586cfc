"""What is tried in a step before its work counts as good."""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.keys import Key
from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.text import Prose


class Trial(Struct, frozen=True):
    """What is tried and what has to come of it. What came of it is kept under `key`."""

    key: Key
    scenario: Prose
    expected: Prose


class Trials(Block, frozen=True):
    """The tests, in order."""

    component = "trials"

    trials: tuple[Trial, ...]


def trials(content: Content, setting: Setting) -> Trials | None:
    """The tests of a step."""
    if not content.tests:
        return None
    prose = setting.texts.prose
    return Trials(
        tuple(
            Trial(setting.key.below(id_), prose(test.scenario), prose(test.expected))
            for id_, test in content.tests.items()
        )
    )
