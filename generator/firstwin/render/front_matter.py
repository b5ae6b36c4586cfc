"""The front matter of a page: what the theme's chrome and the engine's search read.

In: a `Page`. Out: YAML between two `---` lines. Every text is on one line, so nothing in it can be taken
for the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import yaml

from firstwin.pages.page import Chrome, Page
from firstwin.pages.views import LinkView

# The C dumper where PyYAML was built with it; both write the same.
_Dumper: Final = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_NO_FOLDING: Final = 100_000


def front_matter(page: Page) -> str:
    """The front matter, its closing line included."""
    content: dict[str, Any] = {
        "title": _line(page.title),
        "description": _line(page.description),
        **_chrome(page.chrome),
    }
    if not page.search:
        content["search"] = {"exclude": True}
    written = yaml.dump(
        content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_NO_FOLDING
    )
    return f"---\n{written}---\n"


def _chrome(chrome: Chrome) -> dict[str, Any]:
    content: dict[str, Any] = {"kind": chrome.kind}
    if chrome.back:
        content["back"] = _link(chrome.back)
    bar: dict[str, Any] = {}
    if chrome.trail:
        bar["trail"] = _links(chrome.trail)
    if chrome.bar:
        bar["links"] = [
            {**_link(item.link), **({"current": item.current} if item.current else {})}
            for item in chrome.bar
        ]
    return {**content, "guide_bar": bar} if bar else content


def _links(links: Iterable[LinkView]) -> list[dict[str, str]]:
    return [_link(link) for link in links]


def _link(link: LinkView) -> dict[str, str]:
    url = {"url": str(link.url)} if link.url else {}
    return {"title": _line(link.title), **url}


def _line(text: str) -> str:
    return " ".join(text.split())
