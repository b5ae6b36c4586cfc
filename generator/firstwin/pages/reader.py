"""Who reads a page, and where: what is theirs, what leads where from here.

In: the place of a page, a role, the pages of its guide. Out: a `Reader`, which views of steps are made for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from firstwin.pages.anchors import anchor
from firstwin.pages.sitemap import SiteMap
from firstwin.pages.urls import NOWHERE, Place
from firstwin.resolve.guide import Guide
from firstwin.resolve.guide_step import NeededStep, RoleName
from firstwin.text import Url
from firstwin.words import Words


class Reader(Struct, frozen=True):
    """Who reads steps, and where.

    `role` is None where nobody's own guide is read (plays). `phases` and `entries` are the pages that this guide has
    of phases, tutorials, quizzes and documents. `prefix` keeps anchors apart where steps of several plans stand on one page.
    """

    here: Place
    role: RoleName | None
    site: SiteMap
    phases: Mapping[str, Place] = field(default_factory=dict)
    entries: Mapping[str, Place] = field(default_factory=dict)
    prefix: str = ""

    @property
    def words(self) -> Words:
        """What the site says by itself."""
        return self.site.words

    def anchor(self, step: str, part: str = "") -> str:
        """The anchor of a step on its page, or of a part of the step."""
        return anchor(self.prefix, step, part)

    def is_me(self, role: RoleName) -> bool:
        """Whether a role is the reader's."""
        return self.role is not None and self.role.id == role.id

    def link_to(self, needed: NeededStep) -> Url:
        """The link to something that must be complete before, if its page shows it."""
        page = self.here if self.prefix else self.phases.get(needed.phase)
        if not needed.shown or not page:
            return NOWHERE
        return self.here.to(page, "" if needed.kind == "phase" else self.anchor(needed.id))

    def link_to_entry(self, entry: str) -> Url:
        """The link to a tutorial, quiz or document: to this guide's page of it, or else to the site's."""
        page = self.entries.get(entry) or self.site.library[entry].place
        return self.here.to(page)

    def whose_instead(self, needed: NeededStep) -> str:
        """Whose something is that the reader's guide has not; empty where it has it, or where nobody is named."""
        owner = needed.owner
        return "" if needed.shown or owner is None or self.is_me(owner) else owner.title

    def whose(self, role: RoleName) -> str:
        """Somebody else in a sentence: as their author says there, or by their title."""
        return role.title if self.role is None else role.in_sentence or role.title

    def others(self, roles: Sequence[RoleName]) -> tuple[RoleName, ...]:
        """Roles without the reader's; all of them where nobody else is there."""
        return tuple(role for role in roles if not self.is_me(role)) or tuple(roles)

    def in_sentence(self, roles: Sequence[RoleName]) -> str:
        """Roles within a sentence, the reader as `you` and first."""
        # Translators: The reader, first of several people in a sentence: "It is signed by you and your champion."
        you = self.words.say("within a sentence", "you")
        return self._listed(roles, you, [self.whose(role) for role in self._not_me(roles)])

    def names(self, roles: Sequence[RoleName]) -> str:
        """Roles that stand by themselves, the reader as `You` and first."""
        return self._listed(roles, you(self.words), [role.title for role in self._not_me(roles)])

    def _not_me(self, roles: Sequence[RoleName]) -> list[RoleName]:
        return [role for role in roles if not self.is_me(role)]

    def _listed(self, roles: Sequence[RoleName], you: str, others: Sequence[str]) -> str:
        return self.words.listed([*([you] if len(others) < len(roles) else []), *others])


def reader_of(guide: Guide, here: Place, site: SiteMap) -> Reader:
    """Who reads a page of their guide."""
    places = site.places_of(guide)
    return Reader(here, guide.persona, site, places.phases, places.entries)


def you(words: Words) -> str:
    """The reader, named as a role is."""
    # Translators: The reader, in the place of the name of a role: "Led by: You".
    return words.say("role", "You")
