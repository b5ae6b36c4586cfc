"""The pictures of a step."""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.picture import Picture
from firstwin.models.steps.content import Content
from firstwin.resolve.blocks.block import Block
from firstwin.resolve.blocks.setting import Setting
from firstwin.resolve.texts import Texts
from firstwin.sources import Size


class PictureText(Struct, frozen=True):
    """A picture: its path in the project, its size where it has one, and what is said of it."""

    image: str
    size: Size | None
    alt: str
    caption: str


class Pictures(Block, frozen=True):
    """The pictures of a step, in the order they were written."""

    component = "pictures"

    pictures: tuple[PictureText, ...]


def pictures(content: Content, setting: Setting) -> Pictures | None:
    """The pictures of a step."""
    made = (
        picture_text(picture, path, setting.names.pictures.get(path), setting.texts)
        for picture, path in zip(content.pictures, setting.pictures, strict=True)
    )
    return Pictures(tuple(made)) if content.pictures else None


def picture_text(picture: Picture, path: str, size: Size | None, texts: Texts) -> PictureText:
    """A picture, with what is said of it filled in. `path` is its way in the project."""
    return PictureText(path, size, texts.text(picture.alt), texts.text(picture.caption))
