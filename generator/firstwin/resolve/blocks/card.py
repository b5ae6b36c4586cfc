"""The page of the library that a step leads to."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting


class Card(Block, frozen=True):
    """The library entry on whose page the step's text stands: a tutorial, a quiz or a document."""

    component = "link-card"

    entry: str


def card(content: Content, setting: Setting) -> Card | None:
    """The page of a step that has one."""
    return Card(setting.entry) if content.has_page and setting.entry else None
