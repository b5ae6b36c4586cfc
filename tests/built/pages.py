"""The pages of a built site, read as a browser would, and where their addresses lead."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

ADDRESSES = (
    "action",
    "background",
    "cite",
    "data",
    "formaction",
    "href",
    "longdesc",
    "manifest",
    "ping",
    "poster",
    "src",
    "xlink:href",
)
SETS = ("srcset", "imagesrcset")
STYLES = ("style", "fill", "stroke", "clip-path", "mask", "filter")
IDS = (
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-errormessage",
    "aria-flowto",
    "aria-labelledby",
    "aria-owns",
    "for",
    "form",
    "headers",
    "list",
    "popovertarget",
    "usemap",
)
IN_STYLES = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)|@import\s+["']([^"']+)""")


@dataclass(frozen=True)
class Address:
    """An address as it stands in a page, and the element that has it."""

    text: str
    node: LexborNode
    attribute: str

    @property
    def followed(self) -> bool:
        """Whether a reader follows it; a browser loads all others by itself."""
        kinds = set((self.node.attributes.get("rel") or "").split())
        return (
            self.node.tag in ("a", "area")
            or self.attribute == "cite"
            or (
                self.node.tag == "link" and bool(kinds & {"alternate", "canonical", "next", "prev"})
            )
        )

    @property
    def own_host(self) -> bool:
        parts = urlsplit(self.text)
        return not parts.scheme and not parts.netloc


class HtmlPage:
    """One page. It is read when it is asked, and once: a site has many pages and the tests ask often."""

    def __init__(self, name: str, html: str) -> None:
        self.name = name
        self.html = html

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @cached_property
    def nodes(self) -> list[tuple[LexborNode, dict[str, str | None]]]:
        """The elements, each with its attributes."""
        return [
            (node, dict(node.attributes)) for node in self.tree.css("*") if node.tag is not None
        ]

    @cached_property
    def ids(self) -> list[str]:
        return [
            found for _, attributes in self.nodes if (found := attributes.get("id")) is not None
        ]

    @property
    def kind(self) -> str | None:
        """What the page's template is called."""
        article = self.tree.css_first("article")
        classes = (article.attributes.get("class") or "").split() if article else []
        kinds = [name.removeprefix("fw-page--") for name in classes if name.startswith("fw-page--")]
        return kinds[0] if kinds else None

    @cached_property
    def addresses(self) -> list[Address]:
        """Every address that stands in the page."""
        return list(self._addresses())

    def _addresses(self) -> Iterator[Address]:
        for node, attributes in self.nodes:
            for name, text in attributes.items():
                if text is None:
                    continue
                if name in ADDRESSES:
                    yield Address(text, node, name)
                elif name in SETS:
                    for candidate in filter(str.strip, text.split(",")):
                        yield Address(candidate.split()[0], node, name)
                elif name in STYLES:
                    for address in in_styles(text):
                        yield Address(address, node, name)


def in_styles(css: str) -> list[str]:
    """The addresses in a style sheet."""
    return [next(filter(None, found), "") for found in IN_STYLES.findall(css)]


class BuiltSite:
    """The files of a site by their paths, and its pages."""

    def __init__(self, folder: Path, base: str = "/") -> None:
        self.folder = folder
        self.base = base
        self.files = {
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
        }

    @cached_property
    def pages(self) -> dict[str, HtmlPage]:
        return {
            name: HtmlPage(name, (self.folder / name).read_text("utf-8"))
            for name in sorted(self.files)
            if name.endswith(".html")
        }

    def target(self, address: str, page: str) -> str | None:
        """The file that an address on a page leads to, or None."""
        path = unquote(urlsplit(address).path)
        if not path:
            return page
        if path.startswith("/"):
            if not path.startswith(self.base):
                return None
            path = path.removeprefix(self.base)
        else:
            path = posixpath.join(posixpath.dirname(page), path)
        found = posixpath.normpath(path).removeprefix("./")
        if found.startswith(".."):
            return None
        folder = path == "" or path.endswith(("/", "/.", "..")) or found == "."
        return next(
            (name for name in _names("" if found == "." else found, folder) if name in self.files),
            None,
        )

    def fault(self, address: str, page: str) -> str | None:
        """What is wrong with an address within the site."""
        target = self.target(address, page)
        if target is None:
            return "leads nowhere"
        anchor = unquote(urlsplit(address).fragment)
        if anchor and target in self.pages and anchor not in self.pages[target].ids:
            return f"{target} has no such place"
        return None


def _names(path: str, folder: bool) -> list[str]:
    index = f"{path}/index.html".lstrip("/")
    return [index] if folder else [path, index]
