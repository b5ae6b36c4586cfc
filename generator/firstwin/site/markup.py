"""What a page of HTML refers to and what can be referred to in it.

In: the HTML of a built page. Out: its references and its ids. The pages come from our own templates and
from engines that escape what authors write, so tags are found by one pattern; a tree of each of a
thousand pages would take as long as building them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

_SKIPPED: Final = re.compile(
    r"<!--.*?-->|(<(script|style|template)\b[^>]*>).*?</\2\s*>", re.DOTALL | re.IGNORECASE
)
_TAG: Final = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)((?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>")
# Every attribute is read, and most are dropped: the value of one may look like another.
_ATTRIBUTE: Final = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_ADDRESSES: Final = frozenset({"href", "src", "srcset", "poster", "data"})
_FOLLOWED: Final = frozenset({"a", "area"})
_NOT_LOADED: Final = frozenset({"canonical", "alternate", "prev", "next", "author", "license"})


@dataclass(frozen=True, slots=True)
class Reference:
    """An address in a page. `loaded` tells what the browser fetches from what a reader follows."""

    address: str
    loaded: bool


@dataclass(frozen=True, slots=True)
class Markup:
    """The references and the ids of one page."""

    references: tuple[Reference, ...]
    ids: frozenset[str]


def read_markup(html: str) -> Markup:
    """The references and ids of a page."""
    references: dict[Reference, None] = {}
    ids: set[str] = set()
    for tag, inside in _TAG.findall(_SKIPPED.sub(r"\1", html)):
        found = _ATTRIBUTE.findall(inside)
        if not found:
            continue
        attributes = {
            key.lower(): unescape(double or single or bare) for key, double, single, bare in found
        }
        if "id" in attributes:
            ids.add(attributes["id"])
        if attributes.keys() & _ADDRESSES:
            references |= dict.fromkeys(_references(tag.lower(), attributes))
        if "name" in attributes and tag.lower() == "a":
            ids.add(attributes["name"])
    return Markup(tuple(references), frozenset(ids))


def _references(tag: str, attributes: dict[str, str]) -> list[Reference]:
    rel = set(attributes.get("rel", "").lower().split())
    followed = tag in _FOLLOWED or (tag == "link" and bool(rel & _NOT_LOADED))
    found = []
    if "href" in attributes and tag != "base":
        found.append(Reference(attributes["href"], not followed))
    found += [
        Reference(attributes[key], loaded=True) for key in ("src", "poster") if key in attributes
    ]
    if tag == "object" and "data" in attributes:
        found.append(Reference(attributes["data"], loaded=True))
    for candidate in attributes.get("srcset", "").split(","):
        if candidate.strip():
            found.append(Reference(candidate.split()[0], loaded=True))
    return found
