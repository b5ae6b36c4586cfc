"""The type of step `tutorial`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from firstwin.models.addresses import Address
from firstwin.models.base import Model
from firstwin.models.picture import Picture
from firstwin.models.several import Several
from firstwin.models.steps.content import Content
from firstwin.models.values import Asset, Id, Markdown, MarkdownLine, Number, Text


class Action(Model):
    """One numbered instruction of a tutorial."""

    title: Text | None = None
    """The instruction in a few words. Without it the page numbers the action alone."""
    do: Markdown
    """What to do."""
    see: MarkdownLine | None = None
    """What the reader sees when it worked."""
    image: Asset | None = None
    """A picture, as a path below this file's folder."""
    alt: Text | None = None
    """What the picture shows, for those who cannot see it."""
    caption: Text | None = None
    """A line under the picture."""
    stuck: Markdown | None = None
    """What to do when it did not work."""
    was: Id | None = None
    """The action's earlier id: ticks kept under it move here."""

    @property
    def picture(self) -> Picture | None:
        """Its picture with what is said of it, if it has one."""
        if not self.image:
            return None
        return Picture.model_construct(image=self.image, alt=self.alt, caption=self.caption)


class Video(Model):
    """A tutorial as a film, for those who rather watch."""

    url: Address
    """Where the film is."""
    minutes: Number
    """How long it is."""
    transcript: Markdown
    """Every word that is said in it, for those who cannot hear or do not want to."""


class Tutorial(Content):
    """A guided exercise. Its text lives in the library, once, and has a page of its own."""

    has_page = True
    is_attended = True

    type: Literal["tutorial"]
    """The type of step."""
    goal: MarkdownLine
    """What the reader can do afterwards."""
    before_you_start: Several[MarkdownLine] = ()
    """What has to be at hand."""
    actions: dict[Id, Action] = Field(min_length=1)
    """The actions, in order, by permanent id."""
    video: Video | None = None
    """The same as a film. Pages show its address as a link and load nothing from there."""
    verify: MarkdownLine
    """How to tell that it works."""

    def every_picture(self) -> Iterator[Picture]:
        """What its page shows: its own pictures, and those of its actions."""
        yield from self.pictures
        yield from filter(None, (action.picture for action in self.actions.values()))

    @property
    def criterion(self) -> MarkdownLine | None:
        """How everybody can tell that it is done: as its step says, or as it is verified."""
        return self.done_when or self.verify
