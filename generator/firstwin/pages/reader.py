"""Who reads a page, and where: what is theirs, what leads where from here.

In: the place of a page, a role, the pages of its guide. Out: a `Reader`, which views of steps are made for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from firstwin.pages import words
from firstwin.pages.anchors import anchor
from firstwin.pages.sitemap import LibraryPage
from firstwin.pages.urls import NOWHERE, Place, Url
from firstwin.resolve.guide_step import NeededStep, RoleName


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads steps, and where.

    `role` is None where nobody's own guide is read (plays). `phases` are the pages of this guide's
    phases, `library` those of tutorials and quizzes. `prefix` keeps anchors apart where steps of
    several plans stand on one page.
    """

    here: Place
    role: RoleName | None
    library: Mapping[str, LibraryPage]
    phases: Mapping[str, Place] = field(default_factory=dict)
    prefix: str = ""

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

    def whose(self, role: RoleName) -> str:
        """Somebody else in a sentence: `your success manager`, but on one's own side `the champion`."""
        theirs = self.role is None or self.role.side == role.side
        return words.the(role.title) if theirs else words.your(role.title)

    def others(self, roles: Sequence[RoleName]) -> tuple[RoleName, ...]:
        """Roles without the reader's; all of them where nobody else is there."""
        return tuple(role for role in roles if not self.is_me(role)) or tuple(roles)

    def sentence(self, roles: Sequence[RoleName]) -> str:
        """The beginning of a sentence about roles, the reader as `you` and first."""
        others = [self.whose(role) for role in roles if not self.is_me(role)]
        mine = [words.YOU] if len(others) < len(roles) else []
        return words.sentence(words.joined([*mine, *others]))

    def names(self, roles: Sequence[RoleName]) -> str:
        """Roles in a sentence, the reader as `you` and first."""
        others = [role.title for role in roles if not self.is_me(role)]
        if len(others) < len(roles):
            return words.joined([words.YOU, *(words.within(other) for other in others)])
        return words.joined([others[0], *(words.within(other) for other in others[1:])])
