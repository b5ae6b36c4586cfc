"""What a page of HTML says.

In: the HTML of a built page. Out: a `Reading`. Lexbor reads it as browsers do, so what is an element there is one here,
however it is written; a page that is another one without scripts is read both ways.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from firstwin.site.attributes import Attributes, read_attributes
from firstwin.site.listed import LISTS, read_listed
from firstwin.site.reading import Forbidden, Inline, Reading, Reference
from firstwin.site.script import read_script
from firstwin.site.style import read_style


def read_markup(html: str) -> Reading:
    """What a page says."""
    found = _Found()
    tree = LexborHTMLParser(html, scripting=True)
    found.add_all(tree)
    if tree.css_first("noscript"):
        found.add_all(LexborHTMLParser(html))
    return found.reading()


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
            self._add(node)
        for content in tree.template_fragments():
            self.add_all(content)

    def _add(self, node: LexborNode) -> None:
        tag, attributes = node.tag or "", node.attributes
        if attributes:
            self._say(read_attributes(tag, attributes))
            if id_ := attributes.get("id"):
                self._ids.add(id_)
            if tag == "a" and (name := attributes.get("name")):
                self._ids.add(name)
        if tag in ("script", "style") and (content := node.text()).strip():
            self._add_inline(tag, attributes, content)

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
