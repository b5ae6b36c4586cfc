"""Where to read more."""

from __future__ import annotations

from collections.abc import Iterable

from firstwin.models.step import Link
from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.texts import Texts
from firstwin.text import Prose, link


class LinksBlock(Block, frozen=True):
    """Links to other sites and to what this one has, each as the line it is shown as."""

    component = "links"

    links: tuple[Prose, ...]


def links(content: Content, setting: Setting) -> LinksBlock | None:
    """The links of a step."""
    made = lines_of_links(content.links, setting.texts)
    return LinksBlock(made) if made else None


def lines_of_links(written: Iterable[Link], texts: Texts) -> tuple[Prose, ...]:
    """Links, filled in."""
    return tuple(link(texts.text(each.title), texts.text(each.url)) for each in written)
