"""A page of the project's own: what it says, and how one finds it.

In: the `SiteMap`. Out: `Page`s, and links at the foot.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from firstwin.models.own_page import Shelf
from firstwin.pages.blocks.pictures import picture_view
from firstwin.pages.finds import about_own_page
from firstwin.pages.page import Page
from firstwin.pages.plain_words import plain
from firstwin.pages.sitemap import SiteMap, site_chrome
from firstwin.pages.urls import GLOSSARY, HOME, own_place
from firstwin.pages.views import LinkView, OwnPageView, OwnSectionView
from firstwin.pages.ways import Ways
from firstwin.resolve.own_pages import OwnPageText
from firstwin.text import Url, Way, inside_of


def own_page(text: OwnPageText, site: SiteMap) -> Page:
    """The page."""
    here = own_place(text.id)
    view = OwnPageView(
        title=text.title,
        lede=text.description,
        sections=tuple(
            OwnSectionView(
                section.id,
                section.level,
                plain(section.title),
                section.text,
                section.tables,
                tuple(picture_view(each, here, site) for each in section.pictures),
                section.links,
            )
            for section in text.sections
        ),
    )
    chrome = replace(site_chrome("own", here, text.title, site), edit=text.edit)
    return Page(here, "own.md.j2", text.title, about_own_page(text), chrome, view)


def footer_links(site: SiteMap, ways: Ways) -> Iterator[LinkView]:
    """What the owner wants at the foot of every page: own pages, then links. From the site's root.

    A link inside the site to what this edition does not have is left out.
    """
    for page in site.guides.own_pages:
        if page.place is Shelf.FOOTER:
            yield LinkView(page.title, HOME.to(own_place(page.id)))
    for link in site.guides.footer:
        meant = inside_of(link.url)
        way = ways.way(HOME, GLOSSARY, meant) if meant else Way(link.url)
        if way.url:
            yield LinkView(f"{link.title} {way.remark}".rstrip(), Url(way.url))
