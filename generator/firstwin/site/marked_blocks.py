"""HTML with Markdown in it, handed to Python-Markdown tag by tag.

In: a block of plain HTML. Out: what Python-Markdown's own reader leaves of it, and the same in its stash: all that it decides
by a tag it decides here as well. What is done for it is to find the tags, which it does with several patterns a tag, and
to know on which line it is; that took half of the time that a page took.
"""

from __future__ import annotations

from functools import cached_property
from html import unescape
from typing import Any, Final

from markdown import Markdown
from markdown.extensions.md_in_html import HTMLExtractorExtra

from firstwin.site.tags import ATTRIBUTE, REFERENCE, TAG

_READ_AS_TEXT: Final = "textarea"
_MOST_BLANKS: Final = 3
_UNDER_WAY: Final = ("mdstack", "inraw", "intail", "_cache")
"""What Python-Markdown's reader holds while a block is not at its end."""


class MarkedBlocks(HTMLExtractorExtra):
    """Python-Markdown's reader, to which tags are told that somebody else found in a text."""

    def __init__(self, md: Markdown, text: str) -> None:
        super().__init__(md)
        self.rawdata = text
        self._position = 0
        self._tag = ""

    def left_of(self, start: int, end: int, before: str) -> list[str] | None:
        """What is left of the plain block between two places, behind the text `before`; nothing where it is not by itself."""
        self.cleandoc = [before] if before else []
        position = start
        while position < end and (tag := TAG.match(self.rawdata, position, end)):
            self._position, position = position, tag.end()
            self._tag = self.rawdata[self._position : tag.start("behind")]
            name, closed = tag["name"], tag["end"]
            if closed:
                self.handle_endtag(closed)
            elif tag["closed"]:
                self.handle_startendtag(name, _attributes(tag["attributes"]))
            elif name == _READ_AS_TEXT and tag["behind"]:
                return None  # newer releases of Python read no tag in it
            else:
                self.handle_starttag(name, _attributes(tag["attributes"]))
            if behind := tag["behind"]:
                self._position = tag.start("behind")
                self._handle_text(behind)
        state: dict[str, Any] = vars(self)  # some of it is in no published type
        is_by_itself = not any(state[name] for name in _UNDER_WAY)
        return self.cleandoc if is_by_itself and position == end else None

    def _handle_text(self, text: str) -> None:
        if "&" not in text:
            self.handle_data(text)
            return
        for piece in REFERENCE.split(text):
            if piece.startswith("&"):
                self.handle_empty_tag(piece, is_block=False)
            elif piece:
                self.handle_data(piece)

    # What Python-Markdown asks of a place in the text, and builds anew for each tag

    @property
    def line_offset(self) -> int:
        """With `offset`, which stays 0, the place of the tag."""
        return self._position

    def at_line_start(self) -> bool:
        """Whether there are but three blanks before the tag."""
        begin = self.rawdata.rfind("\n", 0, self._position) + 1
        before = self.rawdata[begin : self._position]
        return len(before) <= _MOST_BLANKS and not before.strip()

    def get_starttag_text(self) -> str:
        """The tag as it is written."""
        return self._tag

    def get_endtag_text(self, tag: str) -> str:  # noqa: ARG002  # as it is called
        """The tag as it is written."""
        return self._tag

    @cached_property
    def block_level_tags(self) -> set[str]:
        """The elements that are blocks."""
        return set(self.md.block_level_elements)

    @cached_property
    def block_tags(self) -> set[str]:
        """Those that hold blocks."""
        return self.block_level_tags - (self.span_tags | self.raw_tags | self.empty_tags)

    @cached_property
    def span_and_blocks_tags(self) -> set[str]:
        """Those that may hold Markdown."""
        return self.block_tags | self.span_tags


def _attributes(text: str) -> list[tuple[str, str | None]]:
    return [
        (each[1].lower(), None if each[2] is None else unescape(each[2]))
        for each in ATTRIBUTE.finditer(text)
    ]
