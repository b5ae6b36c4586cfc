"""Whether an audience sees something: the one question of this stage.

In: an audience, and the audiences written on the way down to a thing. Out: yes or no. A thing is seen
only where everything it lies in is seen, so a child that widens its audience gains nothing.
"""

from __future__ import annotations

from firstwin.models.values import Audience


def seen(audience: Audience, *meant_for: Audience | None) -> bool:
    """Whether `audience` sees what is meant for all of `meant_for`; None is written where nothing is."""
    return all(written is None or audience.sees(written) for written in meant_for)
