"""The front matter of a page: what the theme's chrome reads.

In: a `Page`, and the site's `Words`. Out: YAML between two `---` lines. Texts are written in double quotes, as JSON writes them,
which YAML reads alike: none can be taken for a number, a comment or the end. (Dumping the same with a
YAML library takes a tenth of the time it takes to render a page.) The title is HTML: the
theme puts it into the page as it stands here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from typing import Final

from firstwin.pages.page import BarLink, Chrome, Page
from firstwin.pages.views import LinkView
from firstwin.text import inline_html
from firstwin.words import Words

CACHED_TEXTS: Final = 8192
# What JSON leaves as it is and YAML does not read as it is.
_unprintable: Final = re.compile("[\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def front_matter(page: Page, words: Words) -> str:
    """The front matter, its closing line included."""
    listed = (f"canonical: {_quoted(page.listed_as.folder + '/')}",) if page.listed_as else ()
    return "\n".join(
        [
            "---",
            f"title: {_quoted(escape(page.title, quote=False))}",
            f"description: {_quoted(page.description)}",
            *_chrome(page.chrome, words),
            *listed,
            "---",
            "",
        ]
    )


def _chrome(chrome: Chrome, words: Words) -> Iterator[str]:
    yield f"kind: {chrome.kind}"
    if chrome.back:
        yield f"back: {_link(chrome.back)}"
    if chrome.trail or chrome.bar:
        yield "guide_bar:"
        yield from _links("trail", map(_link, chrome.trail))
        yield from _links("links", map(_bar_link, chrome.bar))
    yield from _foot(chrome)
    if chrome.retired:
        yield f"retired: {_quoted(inline_html(chrome.retired))}"
    if chrome.aside:
        yield f"aside: {_quoted(chrome.aside)}"
    if chrome.reviewed:
        day = chrome.reviewed
        text = words.calendar_day(day)
        yield f"reviewed: {{date: {_quoted(day.isoformat())}, text: {_quoted(text)}}}"
    if chrome.guide:
        yield f"guide: {_quoted(chrome.guide)}"
    if chrome.edit:
        yield f"edit: {_quoted(chrome.edit)}"


def _foot(chrome: Chrome) -> Iterator[str]:
    if chrome.foot or chrome.stuck:
        yield "footer:"
        if chrome.stuck:
            yield f"  text_html: {_quoted(inline_html(chrome.stuck))}"
        if chrome.foot:
            yield from _links("links", map(_link, chrome.foot))


def _links(name: str, links: Iterable[str]) -> Iterator[str]:
    yield f"  {name}:"
    yield from (f"    - {link}" for link in links)


def _link(link: LinkView, more: str = "") -> str:
    url = f", url: {_quoted(link.url)}" if link.url else ""
    return f"{{title: {_quoted(link.title)}{url}{more}}}"


def _bar_link(item: BarLink) -> str:
    return _link(item.link, f', current: "{item.current}"' if item.current else "")


@lru_cache(CACHED_TEXTS)
def _quoted(text: str) -> str:
    quoted = json.dumps(" ".join(text.split()), ensure_ascii=False)
    return _unprintable.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
