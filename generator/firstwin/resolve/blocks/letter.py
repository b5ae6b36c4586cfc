"""An email as it is sent."""

from __future__ import annotations

from firstwin.models.steps.content import Content
from firstwin.models.steps.email import Email
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import RoleName
from firstwin.text import Prose


class Letter(Block, frozen=True):
    """An email as it is sent."""

    component = "email"

    sender: RoleName
    to: tuple[RoleName, ...]
    cc: tuple[RoleName, ...]
    subject: str
    body: Prose


def letter(content: Content, setting: Setting) -> Letter | None:
    """An email, which comes from the step's owner."""
    if not isinstance(content, Email):
        return None
    people, texts = setting.names.people, setting.texts
    return Letter(
        sender=setting.owner,
        to=people(content.to),
        cc=people(content.cc),
        subject=texts.text(content.subject),
        body=texts.prose(content.body),
    )
