"""Which files of the playbooks each page is made of.

In: `Guides`, and what a page is about. Out: paths relative to the project. For whoever asks where a page of a built
site came from, so it names too much rather than too little: a page of a guide is made of all that its plan takes from
the library, whichever step it shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from firstwin.resolve.guide import Guides, TierPlan
from firstwin.resolve.library_texts import EntryText, UsedBy
from firstwin.resolve.own_pages import OwnPageText

Files = frozenset[str]

_EVERYWHERE: Final = ("tiers", "roles", "glossary")
"""What bars and trails name, and the words that texts link to."""

_OF_PLANS: Final = ("conditions", "contacts", "metrics")


class MadeOf(Struct, frozen=True):
    """The files behind the pages of an edition."""

    guides: Guides

    @property
    def everything(self) -> Files:
        """Every file of the edition."""
        own = self.guides.files
        entries = (entry.file for entry in self.guides.entries)
        pages = (page.file for page in self.guides.own_pages)
        return self.plans.union(own.vocabularies.values(), own.plays, entries, pages)

    def vocabulary(self, *names: str) -> Files:
        """Vocabularies with those that every page is made of."""
        files = self.guides.files.vocabularies
        return frozenset(files[name] for name in (*_EVERYWHERE, *names) if name in files)

    @property
    def plans(self) -> Files:
        """All plans."""
        return frozenset().union(*map(self.plan, self.guides.plans.values()))

    def plan(self, plan: TierPlan) -> Files:
        """A plan with all its guides."""
        return self.vocabulary(*_OF_PLANS) | plan.files.all

    def plan_with_plays(self, plan: TierPlan) -> Files:
        """A plan with all its guides, and what to do when something happens."""
        return self.plan(plan) | self.plays

    def guide(self, tier: str, persona: str) -> Files:
        """One guide of a plan."""
        plan = self.guides.plans[tier]
        others = {file for role, file in plan.files.personas.items() if role != persona}
        return self.plan(plan) - others

    def guide_with_plays(self, tier: str, persona: str) -> Files:
        """One guide, and what to do when something happens."""
        return self.guide(tier, persona) | self.plays

    def guide_with_entry(
        self, tier: str, persona: str, entry: EntryText, uses: Iterable[UsedBy]
    ) -> Files:
        """An entry of the library as the page of a guide, of which `uses` lead to it."""
        return self.guide(tier, persona) | {entry.file} | self.plays_of(uses)

    def entry(self, entry: EntryText) -> Files:
        """An entry of the library that has a page, which leads back to the guides that use it."""
        guides = (self.guide(use.tier, use.persona.id) for use in entry.used_by)
        return self.vocabulary().union({entry.file}, self.plays_of(entry.used_by), *guides)

    def own_page(self, page: OwnPageText) -> Files:
        """A page of the project's own."""
        return self.vocabulary() | {page.file}

    def plays_of(self, uses: Iterable[UsedBy]) -> Files:
        """What is behind the plays among what leads to an entry."""
        return self.plays if any(use.play for use in uses) else frozenset()

    @property
    def plays(self) -> Files:
        """What to do when something happens."""
        return self.vocabulary("plays", *_OF_PLANS).union(self.guides.files.plays)
