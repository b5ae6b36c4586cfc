"""What comes out of a step, and how to tell that it is whole."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.models.steps.data_import import DataImport
from firstwin.models.steps.handoff import Handoff
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.text import Prose


class Results(Block, frozen=True):
    """What a handoff document says, how to tell that data arrived whole, what exists afterwards."""

    component = "lists"

    contents: tuple[Prose, ...]
    checks: tuple[Prose, ...]
    deliverables: tuple[Prose, ...]


def results(content: Content, setting: Setting) -> Results | None:
    """The short lists of a step."""
    proses = setting.texts.proses
    made = Results(
        contents=proses(content.contents) if isinstance(content, Handoff) else (),
        checks=proses(content.checks) if isinstance(content, DataImport) else (),
        deliverables=proses(content.deliverables),
    )
    return made if made.contents or made.checks or made.deliverables else None
