"""What is decided in a step, by whom, and by what."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import RoleName
from firstwin.text import Prose


class DecisionBlock(Block, frozen=True):
    """Whether it goes on. `stand_in` decides when `by` cannot be reached."""

    component = "decision"

    question: str
    by: RoleName
    stand_in: RoleName | None
    go: tuple[Prose, ...]
    conditional: tuple[Prose, ...]
    no_go: tuple[Prose, ...]


def decision(content: Content, setting: Setting) -> DecisionBlock | None:
    """The decision of a step."""
    written, names, texts = content.decision, setting.names, setting.texts
    if not written:
        return None
    return DecisionBlock(
        question=texts.text(written.question),
        by=names.roles[written.by],
        stand_in=names.roles[written.stand_in] if written.stand_in else None,
        go=texts.proses(written.go),
        conditional=texts.proses(written.conditional),
        no_go=texts.proses(written.no_go),
    )
