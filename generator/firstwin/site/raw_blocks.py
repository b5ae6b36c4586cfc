"""Take the HTML out of a page's Markdown before Python-Markdown reads it.

In: the text of a page. Out: the text with a placeholder for each block of HTML, and those blocks in Python-Markdown's stash,
whole or with Markdown in them: the same as its own preprocessor leaves. That one reads every tag in Python, which
is most of what a page costs; here one pattern does. Closed by default: what is not plainly written (a comment, a script, an
attribute without quotes, an element that is not closed), and all behind it, is left to Python-Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from firstwin.site.marked_blocks import MarkedBlocks
from firstwin.site.tags import OPAQUE, TAG, VOID

BEFORE_THE_PARSER: Final = 25
"""The priority between Python-Markdown's `normalize_whitespace` (30) and `html_block` (20)."""

_OUT_OF_STEP: Final = re.compile(r"<[?!]|&(?!(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#[xX][0-9a-fA-F]+);)")
"""What Python-Markdown completes, or loses count of its place in the text at: what it makes depends on what is before."""
_MARKDOWN: Final = re.compile(r"[ \n]markdown(?:=|[ \n]|$)")


class RawBlocks(Preprocessor):
    """What Python-Markdown runs before its own reading of HTML."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._markdown = md

    def run(self, lines: list[str]) -> list[str]:
        """The lines with placeholders in them."""
        store: Callable[[str], str] = self._markdown.htmlStash.store
        text, done, left = "\n".join(lines), [], 0
        if _OUT_OF_STEP.search(text):
            return lines
        marked = MarkedBlocks(self._markdown, text)
        start = _next(text, 0)
        while element := _element(text, start, self._markdown):
            end, is_raw = element
            if is_raw:
                done += [text[left:start], "\n", store(text[start:end] + "\n"), "\n\n"]
            elif (made := marked.left_of(start, end, text[left:start])) is not None:
                done += made
            else:
                break
            left = end
            start = _next(text, end)
        return "".join((*done, text[left:])).split("\n")


def _next(text: str, position: int) -> int:
    """Where the next line begins that is not empty."""
    while text.startswith("\n", position):
        position += 1
    return position


def _element(text: str, start: int, md: Markdown) -> tuple[int, bool] | None:
    """Where the block that begins at `start` ends, and whether it is all HTML; nothing where that is not plain.

    Behind it is an empty line, as is before it.
    """
    opening = TAG.match(text, start)
    if not opening or not opening["name"] or not md.is_block_level(opening["name"]):
        return None
    is_raw = not _MARKDOWN.search(opening["attributes"])
    end = _end(text, start)
    if not end or not text.startswith("\n\n", end):
        return None
    return end, is_raw


def _end(text: str, position: int) -> int:
    """Where the element ends that begins at a position; 0 where not all in it is plain and closed in its order."""
    open_elements: list[str] = []
    while tag := TAG.match(text, position):
        name, end, position = tag["name"], tag["end"], tag.end()
        if end:
            if end != open_elements.pop():
                return 0
            if not open_elements:
                return tag.end("end") + len(">")
        elif name in OPAQUE:
            return 0
        elif name not in VOID and not tag["closed"]:
            open_elements.append(name)
        elif not open_elements:
            return 0
    return 0
