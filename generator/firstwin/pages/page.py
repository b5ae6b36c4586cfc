"""The `Pages` of a site: what stage 6 hands to stage 7.

In: nothing; `lay_out` builds them. Out: frozen types. A page knows its place, its template, its view
and what stands around its article; a sheet is a page that is laid out when it is asked for; the navigation knows the
pages one may start from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from firstwin.pages.urls import GLOSSARY, Place
from firstwin.pages.views import GlossView, LinkView, View
from firstwin.resolve.guide import Renamed
from firstwin.text import Prose
from firstwin.words import Words

NO_WORDS: Final = Prose()


class BarLink(Struct, frozen=True):
    """A link of the guide bar. `current`: "page" is this page, "true" is the part it lies in."""

    link: LinkView
    current: Literal["", "page", "true"] = ""


class Chrome(Struct, frozen=True):
    """What stands around a page's article.

    `kind` names the page type. `back` leads to the page's parent. `trail` says where the page is, from
    the plan on; the last of it is the page or what the page belongs to. `bar` are the pages of its
    guide. `foot` are the links at the foot of the page and `stuck` is what it says to a reader who is
    stuck, where they are not the site's. `reviewed` is the day on which its author last looked it
    over, `edit` the address at which it can be changed. `retired` is what it says above all else where nobody
    begins with its guide or plan any more. `guide` is the file with what a browser knows of the page's
    guide, or of its plan, where it is a page of one. `aside` says to whom its words speak, where that is not its reader.
    """

    kind: str
    back: LinkView | None = None
    trail: tuple[LinkView, ...] = ()
    bar: tuple[BarLink, ...] = ()
    foot: tuple[LinkView, ...] = ()
    stuck: Prose = NO_WORDS
    reviewed: date | None = None
    edit: str = ""
    guide: str = ""
    retired: Prose = NO_WORDS
    aside: str = ""


class Page(Struct, frozen=True):
    """One page. `title` and `description` are for the browser, for search and for previews.

    `listed_as` is the page under whose address this one is listed, where it is one of several that say the same.
    `glossary` is where the words on it are explained, and `glosses` are what they mean.
    """

    place: Place
    template: str
    title: str
    description: str
    chrome: Chrome
    view: View
    listed_as: Place | None = None
    glossary: Place = GLOSSARY
    glosses: tuple[GlossView, ...] = ()

    @property
    def path(self) -> str:
        """The Markdown file, below the docs folder."""
        return self.place.path


LayOut = Callable[[], Page]
"""What lays out a page when somebody asks for it."""


class Sheet(Struct, frozen=True, eq=False):
    """A page before it is laid out: where it lies, and what lays it out when somebody asks for it.

    `made_of` are the files its content was written in. `is_listed_elsewhere` tells that it is listed under the address of
    another page, or not at all.
    """

    place: Place
    lay_out: LayOut
    made_of: Callable[[], frozenset[str]]
    is_listed_elsewhere: bool = False

    @property
    def path(self) -> str:
        """The Markdown file, below the docs folder."""
        return self.place.path

    def then(self, change: Callable[[Page], Page]) -> Sheet:
        """The sheet of the same page with a change made to it, once it is laid out."""
        return replace(self, lay_out=lambda: change(self.lay_out()))


class File(Struct, frozen=True):
    """A file of the site that is no page: a picture, something to download, data.

    `path` is where it is published, below the site's root. It is a copy of the project's file `source`, or it is made
    here and holds what was `made`, or what one will `make` when somebody asks for it.
    """

    path: str
    source: str = ""
    made: bytes = b""
    make: Callable[[], str] | None = None

    @property
    def content(self) -> bytes:
        """What a file that is made here holds."""
        return self.make().encode() if self.make else self.made


class NavItem(Struct, frozen=True):
    """A page of the navigation (`path`), or several under a title (`items`)."""

    title: str
    path: str = ""
    items: tuple[NavItem, ...] = ()


class Footer(Struct, frozen=True):
    """The foot of every page. The links are relative to the site's root.

    Where a page has links of its own, they replace `links`; `more` are the owner's, and stand on every page.
    """

    title: str
    text: Prose
    links: tuple[LinkView, ...]
    more: tuple[LinkView, ...] = ()


class Outline(Struct, frozen=True):
    """What there is in an edition beside what its pages say.

    `unlisted` are the pages that stand in no navigation: they are reached by links. `plans` lead to the overviews of all
    plans from the home page. `files` are
    what is published beside the pages. What is not in it is not published: nothing of another edition gets in by
    lying beside what does.
    `listed` tells that search engines may lead to them: who they are for is everybody.
    `renamed` are the keys whose ids have changed, and `tiers` are the ids of the plans, both for the browser. `words` are
    what the site says by itself.
    """

    words: Words
    navigation: tuple[NavItem, ...]
    unlisted: tuple[str, ...]
    footer: Footer
    files: tuple[File, ...] = ()
    listed: bool = True
    renamed: tuple[Renamed, ...] = ()
    plans: tuple[LinkView, ...] = ()
    tiers: tuple[str, ...] = ()

    @property
    def copies(self) -> Mapping[str, str]:
        """The files that are copies of the project's, by where they are published."""
        return {file.path: file.source for file in self.files if file.source}

    def with_made(self, made: Mapping[str, bytes]) -> Outline:
        """The same with those files that are made already, by their paths."""
        files = (
            File(file.path, made=made[file.path]) if file.path in made else file
            for file in self.files
        )
        return replace(self, files=tuple(files))


class Pages(Struct, frozen=True):
    """All pages of an edition, in the order of the site.

    `made_of` are the files that each page's content was written in, by its path.
    """

    outline: Outline
    pages: tuple[Page, ...]
    made_of: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def listed_elsewhere(self) -> frozenset[str]:
        """The folders of the pages that are listed under the address of another."""
        return frozenset(
            page.place.folder for page in self.pages if page.listed_as or page.chrome.retired
        )


class PlanSheets(Struct, frozen=True):
    """What there is of a plan: its pages, and what scripts load of it. `given` is what they are made of, beside words."""

    given: tuple[object, ...]
    sheets: tuple[Sheet, ...]
    files: tuple[File, ...]


class Layout(Struct, frozen=True):
    """An edition of which no page is laid out yet: a sheet for each, in the order of the site.

    `plans` have those of each plan together.
    """

    outline: Outline
    sheets: tuple[Sheet, ...]
    plans: tuple[PlanSheets, ...]

    @property
    def listed_elsewhere(self) -> frozenset[str]:
        """The folders of the pages that are listed under the address of another."""
        return frozenset(sheet.place.folder for sheet in self.sheets if sheet.is_listed_elsewhere)

    @property
    def of_no_plan(self) -> tuple[Sheet, ...]:
        """The sheets of all pages that are of no plan."""
        of_plans = {sheet.path for plan in self.plans for sheet in plan.sheets}
        return tuple(sheet for sheet in self.sheets if sheet.path not in of_plans)

    @property
    def made_of(self) -> Mapping[str, frozenset[str]]:
        """The files that each page's content was written in, by its path."""
        return {sheet.path: sheet.made_of() for sheet in self.sheets}
