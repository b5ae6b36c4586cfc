"""What Python-Markdown makes of a text that is nothing but HTML.

In: the text of a page. Out: the HTML that Python-Markdown makes of it, which carries blocks of HTML through whole, and the tags
in it; nothing where that is not plain. It reads every tag in Python, which is most of what a page costs it; here patterns
find them, and each is looked at once: most tags of a page are those of others. Our templates write nothing else. Closed by
default: a text with Markdown in it, a comment, a script, an attribute without quotes, an element that is not closed or a
sign that Python-Markdown changes is for Python-Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, TypeVar

from markdown.util import BLOCK_LEVEL_ELEMENTS
from msgspec import Struct

_TAKEN_OUT: Final = ("\x02", "\x03", "\t", "\r")
_CHANGED: Final = (
    re.compile(r"\n +\n"),
    re.compile(r"<[?!]"),
    re.compile(r"&(?!(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#[xX][0-9a-fA-F]+);)"),
)
"""What Python-Markdown completes, or loses count of its place in the text at. One by one they are looked for in half the time."""
_BLOCKS: Final = frozenset(BLOCK_LEVEL_ELEMENTS)
_MARKDOWN: Final = re.compile(r"[ \n]markdown(?:=|[ \n]|$)")
_TAG: Final = re.compile(r'<[^<>"]*+(?:"[^"]*+"[^<>"]*+)*+>')
_ATTRIBUTE: Final = r'[ \n]+[a-zA-Z_:][-a-zA-Z0-9_:.]*+(?:="[^"]*+")?'
PLAIN_TAG: Final = re.compile(
    rf"<(?:(?P<name>[a-z][a-z0-9-]*+)(?P<attributes>(?:{_ATTRIBUTE})*+)(?P<closed> ?/)?"
    r"|/(?P<end>[a-z][a-z0-9-]*+))>"
)
"""A tag as our templates write it."""
_BEFORE_BLOCK: Final = "\n\n<"
_LONG: Final = 300
_MOST: Final = 8192
"""Characters of a tag that is remembered, and how many such tags."""
T = TypeVar("T")
_VOID: Final = frozenset(
    {*("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"), "source", "wbr"}
)
_OPAQUE: Final = frozenset(
    {*("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style"), "title", "xmp"}
)
"""In these, what looks like a tag may be none, which depends on the release of Python."""


class PlainHtml(Struct, frozen=True):
    """The HTML of a text, and the different tags in it, in their order."""

    html: str
    tags: Sequence[str]


def plain_html(text: str) -> PlainHtml | None:
    """The HTML of a text; nothing where it may be more than blocks of HTML with empty lines between them."""
    text = text.strip("\n")
    if any(sign in text for sign in _TAKEN_OUT) or any(each.search(text) for each in _CHANGED):
        return None
    first, *others = text.split(_BEFORE_BLOCK)
    pieces = [piece for piece in (first, *(f"<{each}" for each in others)) if piece]
    tags = [_TAG.findall(piece) for piece in pieces]
    different = dict.fromkeys(chain.from_iterable(tags))
    closing = {tag: _closing(tag) for tag in different}
    if None in closing.values() or not _are_all(tags, text):
        return None
    blocks = _blocks(pieces, tags, closing)
    return None if blocks is None else PlainHtml("\n\n".join(blocks), tuple(different))


def remembering(read: Callable[[str], T]) -> Callable[[str], T]:
    """What reads a tag, and remembers what many pages have in common: the short ones."""
    remembered = lru_cache(maxsize=_MOST)(read)
    return lambda tag: remembered(tag) if len(tag) <= _LONG else read(tag)


@remembering
def _closing(text: str) -> str | None:
    """The tag that closes the element a tag opens; nothing in it for one that opens none, itself for one that closes.

    Nothing at all where it is not written as our templates write one.
    """
    tag = PLAIN_TAG.fullmatch(text)
    if not tag or tag["name"] in _OPAQUE:
        return None
    if tag["end"]:
        return text
    return "" if tag["closed"] or tag["name"] in _VOID else f"</{tag['name']}>"


def _are_all(tags: Sequence[Sequence[str]], text: str) -> bool:
    """Whether nothing else in a text begins as a tag does."""
    signs = text.count("<")
    return signs == sum(map(len, tags)) or signs == sum(
        tag.count("<") for tag in chain.from_iterable(tags)
    )


def _blocks(
    pieces: Sequence[str], tags: Sequence[Sequence[str]], closing: Mapping[str, str | None]
) -> list[str] | None:
    """The blocks that pieces of a text are; nothing where not all in them is closed in its order, or stands in a block."""
    blocks: list[str] = []
    block: list[str] = []
    open_elements = [""]  # what no tag closes
    for piece, its in zip(pieces, tags, strict=True):
        if not block and not _begins_a_block(piece):
            return None
        ended = 0
        for tag in its:
            wanted = closing[tag]
            if wanted == tag:
                if open_elements.pop() != tag:
                    return None
                ended += len(open_elements) == 1
            elif wanted:
                open_elements.append(wanted)
        block.append(piece)
        if ended:
            whole = "\n\n".join(block).rstrip("\n")
            if ended > 1 or len(open_elements) > 1 or not whole.endswith(closing[its[-1]] or "<"):
                return None
            blocks.append(whole)
            block.clear()
    return None if block else blocks


def _begins_a_block(piece: str) -> bool:
    """Whether a piece of a text begins with a block that is HTML throughout."""
    tag = PLAIN_TAG.match(piece)
    if not tag or tag["name"] not in _BLOCKS or tag["attributes"].startswith("\n"):
        return False  # Python-Markdown knows no name that a line ends
    return not _MARKDOWN.search(tag["attributes"])
