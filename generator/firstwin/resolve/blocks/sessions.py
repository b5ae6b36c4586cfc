"""The sessions of a training."""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.effort import Effort
from firstwin.models.steps.content import Content
from firstwin.models.steps.training import Training
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import RoleName
from firstwin.text import Prose


class TrainingSession(Struct, frozen=True):
    """One session of a training, and whom it is for."""

    title: str
    roles: tuple[RoleName, ...]
    minutes: Effort
    covers: tuple[Prose, ...]
    recorded: bool


class Sessions(Block, frozen=True):
    """The sessions of a training."""

    component = "sessions"

    sessions: tuple[TrainingSession, ...]


def sessions(content: Content, setting: Setting) -> Sessions | None:
    """The sessions of a training."""
    if not isinstance(content, Training):
        return None
    names, texts = setting.names, setting.texts
    return Sessions(
        tuple(
            TrainingSession(
                title=texts.text(session.title),
                roles=names.people(session.for_),
                minutes=session.minutes,
                covers=texts.proses(session.covers),
                recorded=session.recorded,
            )
            for session in content.sessions.values()
        )
    )
