"""Where to read more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firstwin.models.step import Link
from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import OutsideLink
from firstwin.resolve.texts import Texts


@dataclass(frozen=True, slots=True)
class LinksBlock(Block):
    """Links to other sites."""

    component = "links"

    links: tuple[OutsideLink, ...]


def links(content: Content, setting: Setting) -> LinksBlock | None:
    """The links of a step."""
    made = outside_links(content.links, setting.texts)
    return LinksBlock(made) if made else None


def outside_links(written: Iterable[Link], texts: Texts) -> tuple[OutsideLink, ...]:
    """Links, filled in."""
    return tuple(OutsideLink(texts.text(link.title), texts.url(link.url)) for link in written)
