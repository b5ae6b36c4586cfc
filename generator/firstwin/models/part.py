"""What a role does in a step, and how many of its minutes that takes.

In: a step's content and owner, or a touchpoint with its days. Out: parts and minutes. The rules about
promised time and the guides count with these, so that both come to the same sums.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from firstwin.models.effort import NO_TIME, Effort
from firstwin.models.playbook import Touchpoint
from firstwin.models.step import Period
from firstwin.models.steps.content import Content


class Part(StrEnum):
    """What a role has in a step: it is chased, takes part, is told; or nothing, where it only sees a milestone."""

    OWNER = "owner"
    WITH = "with"
    INFORMED = "informed"
    NONE = "none"

    @property
    def acts(self) -> bool:
        """Whether the role does something in the step."""
        return self in (Part.OWNER, Part.WITH)


PERIODS: Mapping[str, int] = {
    "week": 7,
    "2 weeks": 14,
    "month": 30,
    "quarter": 90,
    "half-year": 180,
    "year": 360,
}
"""How many days lie between two touchpoints; those of each working day are `DAILY`."""
DAILY: Final = "day"
WEEK, WORKING_DAYS = 7, 5
"""Of a week, which days are worked is known with its dates alone: a plan counts five in a row."""


def parts(content: Content, owner: str | None) -> dict[str, Part]:
    """The part of each role that has one, the owner first.

    Whoever has an item or session, receives the email, signs, decides, accepts point by point, or takes over is taking part.
    """
    found: dict[str, Part] = {owner: Part.OWNER} if owner else {}
    own = (mention.id for mention in content.own_mentions() if mention.kind == "role")
    for role in (
        *_helpers(content),
        *content.sign_off,
        *_deciders(content),
        *_accepters(content),
        *own,
    ):
        found.setdefault(role, Part.WITH)
    for role in content.onlookers:
        found.setdefault(role, Part.INFORMED)
    return found


def minutes(
    content: Content, owner: str | None, role: str, adjusted: Effort | None = None
) -> Effort:
    """The minutes a step takes a role; `adjusted` is what its persona file says.

    The step's minutes count for its owner, for `with` and for owners of items. A training's sessions
    count for those they are for, and all of them for an owner who attends none and so holds them. To
    be told, to receive or to sign takes no minutes of its own. Where a step says none, they are open.
    """
    if adjusted is not None:
        return adjusted if parts(content, owner).get(role, Part.NONE).acts else NO_TIME
    attended = content.session_minutes(role)
    if attended:
        return attended
    if role == owner:
        return content.effort
    if role not in _helpers(content):
        return NO_TIME
    return (content.minutes or NO_TIME) if content.session_minutes() else content.effort


def times(touchpoint: Touchpoint, length: int) -> int:
    """How often a touchpoint comes in a window of `length` days: on its first day, and every so often."""
    if touchpoint.every == DAILY:
        weeks, rest = divmod(length, WEEK)
        return weeks * WORKING_DAYS + min(rest, WORKING_DAYS)
    return math.ceil(length / PERIODS[touchpoint.every])


def days_until(every: Period, count: int) -> int:
    """How many days after the first of several touchpoints the one comes that has `count` before it."""
    if every == DAILY:
        weeks, rest = divmod(count, WORKING_DAYS)
        return weeks * WEEK + rest
    return count * PERIODS[every]


def counted(touchpoint: Touchpoint, length: int) -> int:
    """How often a touchpoint takes minutes of its own: not the first time where a step counts that."""
    return times(touchpoint, length) - (1 if touchpoint.counted_by else 0)


def _helpers(content: Content) -> Iterator[str]:
    yield from content.with_
    for _, item in content.every_item():
        yield from item.owner or ()


def _accepters(content: Content) -> Iterator[str]:
    if content.acceptance:
        yield content.acceptance.by


def _deciders(content: Content) -> Iterator[str]:
    if content.decision:
        yield from filter(None, (content.decision.by, content.decision.stand_in))
