"""The Markdown of one page as HTML: what MkDocs makes of it, without what nobody asks it for.

In: a page whose source was read. Out: the HTML, the contents and the title, put into the page as `Page.render` puts
them. MkDocs reads all HTML of a page twice more, to look for the ends of links that `links` follows itself, and
Python-Markdown reads it as slowly. docs/decisions/0041-a-site-is-built-page-by-page.md says what is relied on.
"""

from __future__ import annotations

from typing import Any, cast

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page, _ExtractTitleTreeprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import get_toc

from firstwin.site.raw_blocks import BEFORE_THE_PARSER, RawBlocks


class _Watched:
    """The files of a site, and whether anybody looked which there are."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.is_asked = False

    def __getattr__(self, name: str) -> Any:
        self.is_asked = True
        return getattr(self._files, name)


def convert(page: Page, config: MkDocsConfig, files: Files) -> bool:
    """Give a page whose source was read its HTML. Whether it is the same whatever other files there are."""
    md = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs or {})
    md.preprocessors.register(RawBlocks(md), "firstwin_raw_blocks", BEFORE_THE_PARSER)
    watched = _Watched(files)
    links = _RelativePathTreeprocessor(page.file, cast("Files", watched), config)
    title = _ExtractTitleTreeprocessor()
    for each in (links, title):
        each._register(md)  # noqa: SLF001  # MkDocs has no other name for it
    page.content = md.convert(page.markdown or "")
    page.toc = get_toc(getattr(md, "toc_tokens", []))
    page._title_from_render = title.title  # noqa: SLF001  # what `title` says where nothing else does
    return not watched.is_asked
