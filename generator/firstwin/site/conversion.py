"""The Markdown of one page as HTML: what MkDocs makes of it, without what nobody asks it for.

In: a page whose source was read. Out: the HTML, the headings and the title that `Page.render` puts into the page. MkDocs reads
all HTML of a page twice more, to look for the ends of links that `links` follows itself, and Python-Markdown reads it as
slowly. docs/decisions/0041-a-site-is-built-page-by-page.md says what is relied on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc
from msgspec import Struct

from firstwin.site.plain_html import PlainHtml, plain_html


class _Watched:
    """The files of a site, and whether anybody looked which there are."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.is_asked = False

    def __getattr__(self, name: str) -> Any:
        self.is_asked = True
        return getattr(self._files, name)


class Converted(Struct, frozen=True):
    """The HTML of a page, its headings as Python-Markdown names them, and its title, where one of them says it.

    One that `is_alone` is the same whatever other files there are. `plain` is its HTML where Python-Markdown was not asked.
    """

    html: str
    headings: Sequence[Any]
    title: str | None
    is_alone: bool = True
    plain: PlainHtml | None = None

    def put_into(self, page: Page) -> None:
        """Leave a page as MkDocs leaves it."""
        page.content = self.html
        page.toc = get_toc(list(self.headings))
        page._title_from_render = self.title  # noqa: SLF001  # what `title` says where nothing else does


def convert(page: Page, config: MkDocsConfig, files: Files) -> Converted:
    """The HTML of a page whose source was read."""
    plain = plain_html(page.markdown or "")
    if plain:
        return Converted(plain.html, (), None, plain=plain)
    md = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
    watched = _Watched(files)
    links = _RelativePathTreeprocessor(page.file, cast("Files", watched), config)
    title = _ExtractTitleTreeprocessor()
    for each in (links, title):
        each._register(md)  # noqa: SLF001  # MkDocs has no other name for it
    html = md.convert(page.markdown or "")
    return Converted(html, getattr(md, "toc_tokens", []), title.title, not watched.is_asked)
