"""Addresses: where each page of a site lies, and links from one to another.

In: ids. Out: `Place`s (a Markdown file in the docs folder) and `Url`s relative to the page they stand
in. Every page is the `index.md` of the folder it is served at: then links inside raw HTML, computed
here, stand as they are in both engines (of `a/b.md`, served at `a/b/`, Zensical would rewrite them and
MkDocs not). Ids are kebab-case, so nothing has to be quoted.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from msgspec import Struct

from firstwin.text import Url

NOWHERE: Final = Url("")
CACHED_WAYS: Final = 16384


class Place(Struct, frozen=True):
    """Where a page lies: its file in the docs folder, `enterprise/admin/kickoff/index.md`."""

    path: str

    @property
    def folder(self) -> str:
        """The folder the page is served at, without slashes at its ends; the home page's is empty."""
        return _folder(self.path)

    def to(self, other: Place, anchor: str = "") -> Url:
        """The link from this page to another, or to an anchor of it."""
        fragment = f"#{anchor}" if anchor else ""
        if other.path == self.path:
            return Url(fragment or "./")
        return Url(_way(self.folder, other.folder) + "/" + fragment)

    def to_file(self, path: str) -> Url:
        """The link from this page to a file in the docs folder that is not a page."""
        return Url(_way(self.folder, path))


@lru_cache(CACHED_WAYS)
def _folder(path: str) -> str:
    folder, _, name = path.removesuffix(".md").rpartition("/")
    return folder if name == "index" else f"{folder}/{name}".lstrip("/")


@lru_cache(CACHED_WAYS)
def _way(here: str, there: str) -> str:
    """The relative path from one folder to another. (The standard library's asks for the current one.)"""
    start, end = (path.split("/") if path else [] for path in (here, there))
    shared = 0
    while shared < min(len(start), len(end)) and start[shared] == end[shared]:
        shared += 1
    return "/".join([".."] * (len(start) - shared) + end[shared:]) or "."


HOME: Final = Place("index.md")
HELP: Final = Place("help/index.md")
PLAYS: Final = Place("plays/index.md")
EVERYTHING: Final = Place("everything/index.md")
METRICS: Final = Place("metrics/index.md")
GLOSSARY: Final = Place("glossary/index.md")
INTERNAL: Final = Place("internal/index.md")
FAILURES: Final = Place("internal/failures/index.md")
EMAILS: Final = Place("internal/emails/index.md")
ECONOMICS: Final = Place("internal/economics/index.md")
METHODS: Final = Place("internal/methods/index.md")
COVERAGE: Final = Place("internal/coverage/index.md")

CHECKLIST: Final = "checklist"
DAYS: Final = "timeline"
"""The address of the page that tells a guide day by day."""


def tier_place(tier: str) -> Place:
    """The overview of a plan."""
    return Place(f"{tier}/index.md")


def guide_place(tier: str, persona: str) -> Place:
    """A persona's guide."""
    return Place(f"{tier}/{persona}/index.md")


def page_of_guide(tier: str, persona: str, name: str) -> Place:
    """A page of a guide; `guide_places` says what each is called."""
    return Place(f"{tier}/{persona}/{name}/index.md")


def phase_place(tier: str, persona: str, phase: str) -> Place:
    """A phase of a guide."""
    return page_of_guide(tier, persona, phase)


def checklist_place(tier: str, persona: str) -> Place:
    """The checklist of a guide."""
    return page_of_guide(tier, persona, CHECKLIST)


def days_place(tier: str, persona: str) -> Place:
    """The days of a guide."""
    return page_of_guide(tier, persona, DAYS)


def team_plan_place(tier: str) -> Place:
    """A plan with everybody's steps, for the vendor's team."""
    return Place(f"internal/plans/{tier}/index.md")


def team_phase_place(tier: str, phase: str) -> Place:
    """A phase of a plan with everybody's steps."""
    return Place(f"internal/plans/{tier}/{phase}/index.md")


def team_weeks_place(tier: str) -> Place:
    """What the vendor's team does in a plan, week by week."""
    return Place(f"internal/weeks/{tier}/index.md")


def everything_place(tier: str) -> Place:
    """Everything there is in a plan, from A to Z."""
    return Place(f"everything/{tier}/index.md")


def acceptance_place(tier: str) -> Place:
    """Everything in a plan that somebody accepts or signs."""
    return Place(f"delivery/{tier}/acceptance/index.md")


def raci_place(tier: str) -> Place:
    """Who has which part in each step of a plan."""
    return Place(f"delivery/{tier}/raci/index.md")


def tutorial_place(entry: str) -> Place:
    """A tutorial of the library."""
    return Place(f"tutorials/{entry}/index.md")


def quiz_place(entry: str) -> Place:
    """A quiz of the library."""
    return Place(f"quizzes/{entry}/index.md")


def document_place(entry: str) -> Place:
    """A document of the library."""
    return Place(f"documents/{entry}/index.md")


def own_place(page: str) -> Place:
    """A page of the project's own."""
    return Place(f"pages/{page}/index.md")


def guide_data_path(tier: str, persona: str) -> str:
    """What a browser knows of a guide."""
    return f"assets/guides/{tier}/{persona}.js"


def record_path(tier: str, persona: str) -> str:
    """What a guide says that its reader saves as a document."""
    return f"assets/records/{tier}/{persona}.js"


def plan_data_path(tier: str) -> str:
    """What a browser knows of a plan."""
    return f"assets/guides/{tier}.js"


def media_path(asset: str, playbooks: str) -> str:
    """Where a file that pages show is published; `playbooks` is the folder it lies in."""
    return "media/" + asset.removeprefix(playbooks.rstrip("/") + "/")
