"""The `Edition`: the content of the site for one audience.

In: nothing; `select` builds it. Out: the type stage 5 resolves guides from.
"""

from __future__ import annotations

from dataclasses import dataclass

from firstwin.models.project import Project
from firstwin.models.values import Audience


@dataclass(frozen=True, slots=True)
class Edition:
    """What one audience may see."""

    audience: Audience
    project: Project
