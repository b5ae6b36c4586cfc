"""What a conversation is about, point by point."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from firstwin.models.step import AgendaPoint
from firstwin.models.steps.content import Content
from firstwin.models.steps.meeting import Meeting
from firstwin.models.steps.review import Review
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.texts import Texts
from firstwin.text import Prose


class AgendaLine(Struct, frozen=True):
    """One point of an agenda, with what belongs to it. `minutes` is 0 where none are written."""

    text: Prose
    minutes: int
    points: tuple[Prose, ...] = ()


class Agenda(Block, frozen=True):
    """The points of an agenda."""

    component = "agenda"

    lines: tuple[AgendaLine, ...]


def agenda(content: Content, setting: Setting) -> Agenda | None:
    """What a meeting or review talks about."""
    if not isinstance(content, Meeting | Review) or not content.agenda:
        return None
    return Agenda(agenda_lines(content.agenda, setting.texts))


def agenda_lines(points: Iterable[AgendaPoint], texts: Texts) -> tuple[AgendaLine, ...]:
    """The points of an agenda."""
    return tuple(
        AgendaLine(texts.prose(point.text), point.minutes or 0, texts.proses(point.points))
        for point in points
    )
