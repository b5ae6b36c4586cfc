"""What a page of HTML says.

In: the HTML of a built page. Out: a `Reading`. Lexbor reads it as browsers do, so what is an element there is one here,
however it is written; a page that is another one without scripts is read both ways. Where the content of a page is known to be
plain HTML, its tags say all that is in it, and what is around it is read alone: most tags of a page are those of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from firstwin.site.attributes import Attributes, read_attributes
from firstwin.site.listed import LISTS, read_listed
from firstwin.site.plain_html import PLAIN_TAG, PlainHtml, remembering
from firstwin.site.reading import Forbidden, Inline, Reading, Reference
from firstwin.site.script import read_script
from firstwin.site.style import read_style

_MARK: Final = "fw-content"
_HERE: Final = f"<{_MARK}></{_MARK}>"
"""Stands for the content of a page."""
_BLOCKS: Final = frozenset({"article", "aside", "body", "div", "main", "section"})
_ATTRIBUTE: Final = re.compile(r'([a-zA-Z_:][-a-zA-Z0-9_:.]*+)(?:="([^"]*+)")?')


def read_markup(html: str, content: PlainHtml | None = None) -> Reading:
    """What a page says. Its `content` is looked at by its tags, where that is known to be right."""
    found = _Found()
    around = html.replace(content.html, _HERE) if content and content.html else html
    tree = LexborHTMLParser(around, scripting=True)
    if content and not _stands_among_blocks(tree):
        return read_markup(html)
    found.add_all(tree)
    if tree.css_first("noscript"):
        found.add_all(LexborHTMLParser(around))
    for tag in content.tags if content else ():
        if "=" in tag:
            found.add_reading(_said_in(tag))
    return found.reading()


def _stands_among_blocks(tree: LexborHTMLParser) -> bool:
    """Whether what was taken out of a page stands in it once, and where its tags mean what they mean alone."""
    places = tree.css(_MARK)
    parent = places[0].parent if len(places) == 1 else None
    while parent and parent.tag in _BLOCKS:
        parent = parent.parent
    return parent is not None and parent.tag == "html"


@remembering
def _said_in(tag: str) -> Reading:
    """What a tag of plain HTML says, wherever it stands."""
    found = _Found()
    plain = PLAIN_TAG.fullmatch(tag)
    if plain and plain["attributes"]:
        found.add(plain["name"], _attributes(plain["attributes"]))
    return found.reading()


def _attributes(written: str) -> Attributes:
    """The attributes of a plain tag; where entities are in them, as Lexbor reads them in an element that may stand everywhere."""
    if "&" in written:
        node = LexborHTMLParser(f"<div{written}>").css_first("div")
        return node.attributes if node else {}
    # Of two with one name, the first counts.
    return {name.lower(): value for name, value in reversed(_ATTRIBUTE.findall(written))}


class _Found:
    """What was found in a page so far. Pages say most things more than once."""

    def __init__(self) -> None:
        self._references: dict[Reference, None] = {}
        self._forbidden: dict[Forbidden, None] = {}
        self._inlines: list[Inline] = []
        self._ids: set[str] = set()

    def add_all(self, tree: LexborHTMLParser | LexborNode) -> None:
        """Add what every element says, and those in the contents of templates, which are no part of their tree."""
        for node in tree.css("*"):
            tag, attributes = node.tag or "", node.attributes
            if attributes:
                self.add(tag, attributes)
            if tag in ("script", "style") and (content := node.text()).strip():
                self._add_inline(tag, attributes, content)
        for inner in tree.template_fragments():
            self.add_all(inner)

    def add(self, tag: str, attributes: Attributes) -> None:
        """Add what the attributes of an element say."""
        self._say(read_attributes(tag, attributes))
        if id_ := attributes.get("id"):
            self._ids.add(id_)
        if tag == "a" and (name := attributes.get("name")):
            self._ids.add(name)

    def add_reading(self, reading: Reading) -> None:
        """Add what was found in a part of the page."""
        self._references.update(dict.fromkeys(reading.references))
        self._forbidden.update(dict.fromkeys(reading.forbidden))
        self._ids |= reading.ids

    def reading(self) -> Reading:
        """All that was found."""
        return Reading(
            tuple(self._references),
            frozenset(self._ids),
            tuple(self._inlines),
            tuple(self._forbidden),
        )

    def _say(self, found: Iterable[Reference | Forbidden]) -> None:
        for one in found:
            if isinstance(one, Reference):
                self._references[one] = None
            else:
                self._forbidden[one] = None

    def _add_inline(self, tag: str, attributes: Attributes, content: str) -> None:
        kind = (attributes.get("type") or "").strip().lower()
        inline = Inline(tag, kind, attributes.get("id") or "", content)
        self._inlines.append(inline)
        self._say(_loaded_by(inline))


@lru_cache(maxsize=256)
def _loaded_by(inline: Inline) -> tuple[Reference, ...]:
    """What a script or style loads. The same few stand in all pages, on lines that nobody wrote."""
    if inline.tag == "style":
        found: Iterable[Reference] = read_style(inline.content)
    elif inline.kind in LISTS:
        found = read_listed(inline.content)
    else:
        found = read_script(inline.content)
    return tuple(Reference(one.address) for one in found)
