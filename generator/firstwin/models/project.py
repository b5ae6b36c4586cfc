"""A project: all that a catalog holds whole, and an edition in part.

In: vocabularies, the library, plans and plays, put together by `validate`. Out: a frozen `Project`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from firstwin.models.config import SiteConfig
from firstwin.models.own_page import OwnPage
from firstwin.models.picture import Picture
from firstwin.models.plan import Origin, Plan, PlayPlan, Step
from firstwin.models.steps.content import Content
from firstwin.models.values import Audience
from firstwin.models.vocabulary import Condition, Contact, Failure, Method, Metric, Role, Term, Tier
from firstwin.sources import Size


class Vocabulary(Struct, frozen=True):
    """What the vocabulary files define, by id, in the order of the files."""

    tiers: Mapping[str, Tier] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    conditions: Mapping[str, Condition] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)
    failures: Mapping[str, Failure] = field(default_factory=dict)
    methods: Mapping[str, Method] = field(default_factory=dict)

    def audience_of(self, persona: str) -> Audience:
        """Who reads the guide of a persona: its own side, and whoever sees more; of an unknown role, nobody else."""
        role = self.roles.get(persona)
        return role.side.audience if role else Audience.INTERNAL


LAST = 100_000
"""The position of an own page that names none."""


class OwnPageFile(Struct, frozen=True):
    """An own page, and where it was written."""

    id: str
    page: OwnPage
    origin: Origin

    @property
    def order(self) -> tuple[int, str]:
        """What pages are put in order by."""
        return self.page.position or LAST, self.id

    def path_of(self, picture: Picture) -> str:
        """The path in the project of a picture on it."""
        return posixpath.join(posixpath.dirname(self.origin.path), picture.image)


class Project(Struct, frozen=True):
    """A project's content: what the catalog holds whole and an edition holds in part.

    `library` maps an entry's id to its model, `entries` to the place of its file. `pictures` are the sizes of
    the pictures, by their paths in the project. `own_pages` are the pages of the project's own, by id. `downloads` are the
    sizes of the files that texts may offer, by name.
    """

    config: SiteConfig
    vocabulary: Vocabulary
    library: Mapping[str, Content]
    entries: Mapping[str, Origin]
    plans: Mapping[str, Plan]
    plays: Mapping[str, PlayPlan]
    pictures: Mapping[str, Size] = field(default_factory=dict)
    own_pages: Mapping[str, OwnPageFile] = field(default_factory=dict)
    downloads: Mapping[str, int] = field(default_factory=dict)

    def every_step(self) -> Iterator[Step]:
        """Every step of all plans and plays, those that personas add too."""
        for plan in self.plans.values():
            yield from plan.every_step()
        for play in self.plays.values():
            yield from play.steps
