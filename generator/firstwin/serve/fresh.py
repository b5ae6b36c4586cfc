"""The sites of a preview, of which each page is rendered when it is asked for.

In: a configuration and an edition. Out: an `Attempt` for each call. The page somebody looks at comes first, and shows
faults in what all pages have in common; what only advises, or needs all pages to be seen, follows when it is on the
screen.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from msgspec import Struct

from firstwin.api import build_folder, with_faults
from firstwin.caching.memo import Memo
from firstwin.caching.store import Store, open_store
from firstwin.diagnostics import Diagnostic
from firstwin.editions import draft_edition
from firstwin.loading import Loaded, advising, load_for_now
from firstwin.models.values import Audience
from firstwin.output import locked, make_folder
from firstwin.serve.files import parts_of
from firstwin.serve.preview import Attempt
from firstwin.serve.problems import failed
from firstwin.site import NOT_FOUND, Draft, base_of
from firstwin.site.engine_warnings import TemplateFailedError
from firstwin.site.on_demand import DraftSites, SiteOnDemand
from firstwin.system.collector import collector_paused, spare_what_is_left, spare_what_was_made
from firstwin.system.refusals import writing

SERVED: Final = "served"
"""The folder in `build` for what the engine reads: neither a tree nor a site that is built is ever touched."""

_HOME: Final = "index.html"
_KEPT: Final = 64
_AT_A_TIME: Final = 64
"""Steps after which it is seen to what they left behind."""

T = TypeVar("T")


@dataclass
class Readers:
    """What the readers of a preview have on their screens. It outlasts every site."""

    pages: OrderedDict[str, bytes] = field(default_factory=OrderedDict)

    @property
    def latest(self) -> str:
        """The page that was asked for last."""
        return next(reversed(self.pages), _HOME)

    def see(self, name: str, page: bytes) -> None:
        """A page is shown to somebody."""
        self.pages[name] = page
        self.pages.move_to_end(name)
        if len(self.pages) > _KEPT:
            self.pages.popitem(last=False)


class FreshSite(Struct, frozen=True):
    """A site that is made while it is read."""

    site: SiteOnDemand
    readers: Readers

    def read(self, path: str) -> bytes | None:
        """What is in a file; None where there is none."""
        name = "/".join(parts_of(path))
        try:
            content = self.site.read(name)
        except TemplateFailedError:
            return self.readers.pages.get(name)
        if content is not None and name.endswith(".html") and name != NOT_FOUND:
            self.readers.see(name, content)
        return content

    def loaded_by(self, page: str) -> bytes:
        """A name for what a page loads that is not of its look."""
        return self.site.loaded_by("/".join(parts_of(page)))

    @property
    def look(self) -> str:
        """A name for all that every page shows beside its HTML."""
        return self.site.look

    def is_folder(self, path: str) -> bool:
        """Whether a path leads to a folder."""
        return self.site.is_folder("/".join(parts_of(path)))


@dataclass
class FreshSites:
    """Makes the sites of one edition of a project, one after the other."""

    config: Path
    audience: Audience
    build_dir: Path | None
    _memo: Memo = field(default_factory=Memo)
    _drafts: DraftSites = field(default_factory=DraftSites)
    _readers: Readers = field(default_factory=Readers)
    _is_begun: bool = False

    @collector_paused()
    def attempt(self) -> Attempt:
        """Make a site of the project as it is now."""
        attempt = self._attempt()
        if not self._is_begun:
            spare_what_is_left()
        self._is_begun = True
        return attempt

    def _attempt(self) -> Attempt:
        self._memo.end_round()
        # Later on the memo has what was found, and knows by the plans themselves whether they are alike.
        store = None if self._is_begun else open_store()
        loaded = load_for_now(self.config, memo=self._memo, store=store, hides_drafts=False)
        if loaded.catalog is None or not loaded.report.ok(strict=False):
            return failed(loaded.report)
        build = build_folder(loaded, self.build_dir)
        tree = build / SERVED / self.audience.value
        draft = draft_edition(loaded.project, loaded.catalog, self.audience, tree, self._memo)
        try:
            site = self._begun(draft, build)
        except TemplateFailedError as error:
            return failed(with_faults(loaded, [error.diagnostic]))
        return Attempt(
            FreshSite(site, self._readers),
            base_of(draft.url),
            report=loaded.report,
            complete=False,
            follows=self._follows(loaded, site, store),
        )

    def _begun(self, draft: Draft, build: Path) -> SiteOnDemand:
        """The site of a draft, with the page in it that somebody looks at."""
        with writing(build, "--build-dir DIR"):
            make_folder(build)
            with locked(build):
                site = self._drafts.site(draft)
        for name in (self._readers.latest, NOT_FOUND):
            site.read(name)
        return site

    def _follows(
        self, loaded: Loaded, site: SiteOnDemand, store: Store | None
    ) -> Iterator[Attempt | None]:
        """What is found once the page is shown: the advice of the rules, and then what all pages say."""
        for step in _sparing(advising(loaded, self._memo, store, hides_drafts=False)):
            if step is None:
                yield None
            else:
                loaded = step
        if loaded.report.diagnostics:
            yield Attempt(report=loaded.report, complete=False)
        try:
            for found in _sparing(site.findings()):
                if found is None:
                    yield None
                else:
                    yield _found_on_pages(loaded, found)
        except TemplateFailedError as error:
            yield failed(with_faults(loaded, [error.diagnostic]))


def _sparing(steps: Iterator[T]) -> Iterator[T]:
    """Steps of which all that they leave is held for long: the collector is not to look through it over and over."""
    for number, step in enumerate(steps):
        if number % _AT_A_TIME == 0:
            spare_what_was_made()
        yield step


def _found_on_pages(loaded: Loaded, found: list[Diagnostic]) -> Attempt | None:
    """What to say of what was found on the pages; nothing where all that there is has been said."""
    if loaded.report.diagnostics and not found:
        return None
    report = with_faults(loaded, found)
    return Attempt(report=report) if report.ok(strict=False) else failed(report)
