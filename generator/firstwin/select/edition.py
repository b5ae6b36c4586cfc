"""The `Edition`: the content of the site for one audience.

In: nothing; `select` builds it. Out: the type stage 5 resolves guides from.
"""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.project import Project
from firstwin.models.values import Audience


class Edition(Struct, frozen=True):
    """What one audience may see."""

    audience: Audience
    project: Project
