"""How long something takes, in words.

In: an `Effort` and the site's `Words`. Out: text; nothing where no minutes are known. A sum that some steps say nothing
about is told as what it takes at least.
"""

from __future__ import annotations

from firstwin.models.effort import Effort
from firstwin.words import Words


def how_long(effort: Effort, words: Words, *, alone: bool = False) -> str:
    """What one thing takes: `30–60 minutes`."""
    if not effort:
        return ""
    if effort.least == effort.most:
        return words.duration(effort.most, alone=alone)
    return words.duration_range(effort.least, effort.most, alone=alone)


def in_all(effort: Effort, words: Words, *, alone: bool = False) -> str:
    """What several things take together: `about 4–6 hours`, `at least 5 hours`."""
    if not effort:
        return ""
    if effort.is_open:
        return words.at_least(effort.least, alone=alone)
    if effort.least == effort.most:
        return words.total(effort.most, alone=alone)
    return words.total_range(effort.least, effort.most, alone=alone)


def in_all_short(effort: Effort, words: Words) -> str:
    """The same where there is little room: `4–6 h`, `5+ h`."""
    if not effort:
        return ""
    if effort.is_open:
        return words.short_at_least(effort.least)
    if effort.least == effort.most:
        return words.short_total(effort.most)
    return words.short_total_range(effort.least, effort.most)
