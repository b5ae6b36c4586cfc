"""What an engine makes of our Markdown, and what can be wrong with it."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

from markdown import Markdown

from firstwin.output.settings import MARKDOWN_EXTENSIONS

VOID = {"br", "circle", "col", "ellipse", "hr", "img", "input", "path", "rect", "wbr"}
IN_A_LINE = {
    "a",
    "abbr",
    "b",
    "br",
    "button",
    "code",
    "em",
    "i",
    "img",
    "input",
    "label",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "svg",
    "time",
}
DRAWN = {"circle", "ellipse", "g", "path", "rect", "text", "title"}


def body_of(markdown: str) -> str:
    """A Markdown file without its front matter."""
    return re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)


@cache
def _engine() -> Markdown:
    names = [each if isinstance(each, str) else next(iter(each)) for each in MARKDOWN_EXTENSIONS]
    options = {
        key: value
        for each in MARKDOWN_EXTENSIONS
        if not isinstance(each, str)
        for key, value in each.items()
    }
    return Markdown(extensions=names, extension_configs=options, output_format="html")


def html_of(markdown: str) -> str:
    """The HTML of a Markdown file, with the extensions of our `mkdocs.yml`."""
    return _engine().reset().convert(body_of(markdown))


class Look(HTMLParser):
    """Reads HTML and keeps what tests ask for.

    `faults` are tags that do not nest, paragraphs around blocks, empty paragraphs and ids used twice;
    `shape` is the sequence of tags and attribute names; `text` what a reader sees, in pieces;
    `attributes` the values of attributes.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.shape: list[str] = []
        self.text: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self._open: list[str] = []
        self._ids: set[str] = set()
        self._filled = False
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = " ".join(sorted(name for name, _ in attrs))
        self.shape.append(f"<{tag} {names}>".replace(" >", ">"))
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if "p" in self._open and tag not in IN_A_LINE | DRAWN:
            self.faults.append(f"<p> around <{tag}>")
        for name, value in attrs:
            if name == "id" and value in self._ids:
                self.faults.append(f"id `{value}` twice")
            if name == "id":
                self._ids.add(value or "")
            if name == "markdown":
                self.faults.append(f"<{tag}> was not read as Markdown")
        self._filled = tag != "p"
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        self.shape.append(f"</{tag}>")
        if tag in VOID:
            return
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> closes nothing")
        else:
            self._open.pop()
        if tag == "p" and not self._filled:
            self.faults.append("an empty <p>")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self._filled = True
            self.text.append(" ".join(data.split()))

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"a comment: {data}")
