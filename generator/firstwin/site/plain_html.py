"""What Python-Markdown makes of a text that is nothing but HTML.

In: the text of a page. Out: the HTML that Python-Markdown makes of it, which carries blocks of HTML through whole; nothing
where that is not plain. It reads every tag in Python, which is most of what a page costs it; here one pattern does, and our
templates write nothing else. Closed by default: a text with Markdown in it, a comment, a script, an attribute without
quotes, an element that is not closed or a sign that Python-Markdown changes is for Python-Markdown.
"""

from __future__ import annotations

import re
from typing import Final

from markdown.util import BLOCK_LEVEL_ELEMENTS

_CHANGED: Final = (
    re.compile(r"[\x02\x03\t\r]"),
    re.compile(r"\n +\n"),
    re.compile(r"<[?!]"),
    re.compile(r"&(?!(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#[xX][0-9a-fA-F]+);)"),
)
"""What Python-Markdown takes out, completes, or loses count of its place in the text at. One by one they are looked for in
half the time."""
_BLOCKS: Final = frozenset(BLOCK_LEVEL_ELEMENTS)
_MARKDOWN: Final = re.compile(r"[ \n]markdown(?:=|[ \n]|$)")
_ATTRIBUTE: Final = r'[ \n]+[a-zA-Z_:][-a-zA-Z0-9_:.]*+(?:="[^"]*+")?'
_TAG: Final = re.compile(
    rf"<(?:(?P<name>[a-z][a-z0-9-]*+)(?P<attributes>(?:{_ATTRIBUTE})*+)(?P<closed> ?/)?"
    r"|/(?P<end>[a-z][a-z0-9-]*+))>[^<]*+"
)
"""A tag as our templates write it, with the text behind it."""
_VOID: Final = frozenset(
    {*("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"), "source", "wbr"}
)
_OPAQUE: Final = frozenset(
    {*("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style"), "title", "xmp"}
)
"""In these, what looks like a tag may be none, which depends on the release of Python."""


def plain_html(text: str) -> str | None:
    """The HTML of a text; nothing where it may be more than blocks of HTML with empty lines between them."""
    if any(changed.search(text) for changed in _CHANGED):
        return None
    blocks: list[str] = []
    position = _line_with_text(text, 0)
    while position < len(text):
        end = _end_of_block(text, position)
        if not end:
            return None
        blocks.append(text[position:end])
        position = _line_with_text(text, end)
        if position < min(end + len("\n\n"), len(text)):
            return None
    return "\n\n".join(blocks)


def _line_with_text(text: str, position: int) -> int:
    """Where the next line begins that is not empty."""
    while text.startswith("\n", position):
        position += 1
    return position


def _begins_a_block(tag: re.Match[str]) -> bool:
    """Whether what begins with a tag is a block that is HTML throughout."""
    attributes = tag["attributes"]
    return (
        tag["name"] in _BLOCKS
        and not attributes.startswith("\n")  # Python-Markdown would not know its name
        and not _MARKDOWN.search(attributes)
    )


def _end_of_block(text: str, position: int) -> int:
    """Where the block ends that begins at a position; 0 where not all in it is plain and closed in its order."""
    opening = _TAG.match(text, position)
    if not opening or not _begins_a_block(opening):
        return 0
    open_elements: list[str] = []
    while tag := _TAG.match(text, position):
        name, closed, end = tag.group("name", "closed", "end")
        position = tag.end()
        if end:
            if end != open_elements.pop():
                return 0
            if not open_elements:
                return tag.end("end") + len(">")
        elif name in _OPAQUE:
            return 0
        elif name not in _VOID and not closed:
            open_elements.append(name)
        elif not open_elements:
            return 0
    return 0
