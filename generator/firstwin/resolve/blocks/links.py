"""Where to read more."""

from __future__ import annotations

from dataclasses import dataclass

from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.guide_step import OutsideLink


@dataclass(frozen=True, slots=True)
class LinksBlock(Block):
    """Links to other sites."""

    component = "links"

    links: tuple[OutsideLink, ...]


def links(content: Content, setting: Setting) -> LinksBlock | None:
    """The links of a step."""
    if not content.links:
        return None
    texts = setting.texts
    return LinksBlock(
        tuple(OutsideLink(texts.text(link.title), texts.url(link.url)) for link in content.links)
    )
