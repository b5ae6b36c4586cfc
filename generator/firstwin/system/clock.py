"""What day it is: the one place that asks the clock.

In: the clock, or `SOURCE_DATE_EPOCH`. Out: a civil date. The stages are told the day; they never ask, so
that the same project gives the same result on every day that is named.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from firstwin.errors import WrongUseError

VARIABLE = "SOURCE_DATE_EPOCH"
"""Names a moment in seconds since 1970, as reproducible builds do (reproducible-builds.org)."""


def now() -> datetime:
    """The moment it is, or the one that `SOURCE_DATE_EPOCH` names. Raises WrongUseError where that names none."""
    named = os.environ.get(VARIABLE)
    if not named:
        return datetime.now(tz=UTC)
    try:
        return datetime.fromtimestamp(int(named), tz=UTC)
    except (ValueError, OverflowError, OSError):
        raise WrongUseError(
            f"{VARIABLE} is `{named[:80]}`, which names no moment",
            "set it to a number of seconds since 1970, or unset it",
        ) from None


def today() -> date:
    """The day it is here, or the day that `SOURCE_DATE_EPOCH` names. Raises what `now` raises."""
    return now().date() if os.environ.get(VARIABLE) else now().astimezone().date()
