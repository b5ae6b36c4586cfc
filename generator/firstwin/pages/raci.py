"""Who answers for a step, and who accepts it: what partners and the vendor read of it.

In: a `GuideStep` and its `Reader`. Out: `RaciRowView`s and an `AcceptanceView`.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.pages import words
from firstwin.pages.reader import Reader
from firstwin.pages.views import AcceptanceView, RaciRowView
from firstwin.resolve.guide_step import GuideStep


def has_raci(step: GuideStep) -> bool:
    """Whether the author tells more than an owner and who is informed."""
    return step.accountable is not None or bool(step.consulted)


def raci_rows(step: GuideStep, reader: Reader) -> Iterator[RaciRowView]:
    """Who is responsible, accountable, consulted, informed."""
    if not has_raci(step):
        return
    accountable = (step.accountable,) if step.accountable else ()
    groups = ((step.owner,), accountable, step.consulted, step.informed)
    for (letter, title), roles in zip(words.RACI, groups, strict=True):
        if roles:
            yield RaciRowView(letter, title, reader.names(roles))


def acceptance_view(step: GuideStep, reader: Reader) -> AcceptanceView | None:
    """Who accepts the work, and what has to be true for it."""
    if not step.acceptance:
        return None
    by = step.acceptance.by
    who = words.within(words.YOU) if reader.is_me(by) else words.the(by.title)
    return AcceptanceView(words.accepted_by(who), step.acceptance.when)
