"""What a reader can show others soon."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.text import Prose


class Win(Block, frozen=True):
    """A quick win: what can be shown to others, and by when. `step` brings it."""

    component = "win"

    title: str
    text: Prose
    step: str
    day: int


def win(content: Content, setting: Setting) -> Win | None:
    """The quick win of a step."""
    quick_win, texts = content.quick_win, setting.texts
    if not quick_win:
        return None
    step, day = setting.key.name, setting.days.last
    return Win(texts.text(quick_win.title), texts.prose(quick_win.text), step, day)
