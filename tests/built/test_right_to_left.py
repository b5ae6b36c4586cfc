"""A Hebrew site of English playbooks: where both stand in one text, the English keeps to itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser
from tests.built.building import Sites

from firstwin.scaffold import new_project

ISOLATED = re.compile("\u2068[^\u2068\u2069]*\u2069")
READ = ("title", "alt", "aria-label", "aria-description", "placeholder", "content")


def write(folder: Path) -> None:
    new_project(folder, reference=True)
    config = folder / "site_config.yml"
    config.write_text(
        re.sub(r"(?m)^language: .*$", "", config.read_text("utf-8")) + "\nlanguage: he\n"
    )


def texts(html: str) -> Iterator[str]:
    """What people read, but for the title of a window: its two parts have a line to themselves."""
    page = LexborHTMLParser(html)
    for selector in ("script", "style", "svg", "title"):
        for node in page.css(selector):
            node.decompose()
    for node in page.root.traverse(include_text=True) if page.root else ():
        if node.tag == "-text":
            yield node.text(deep=False)
        else:
            yield from (value for name in READ if (value := node.attributes.get(name)))


def directions(text: str) -> set[str]:
    while ISOLATED.search(text):
        text = ISOLATED.sub("", text)
    return {unicodedata.bidirectional(sign) for sign in text} & {"L", "R"}


def test_words_of_another_direction_keep_to_themselves(sites: Sites) -> None:
    site = sites.of("right-to-left", write, "customer", "--no-strict", built="customer")
    pages = list(site.folder.rglob("*.html"))
    read = {text for page in pages for text in texts(page.read_text("utf-8"))}

    assert any("\u2068" in text for text in read)
    assert {text for text in read if directions(text) == {"L", "R"}} == set()
