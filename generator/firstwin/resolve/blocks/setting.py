"""What the blocks of a step are made with, beside its content.

In: nothing; `steps` builds it. Out: `Setting`.
"""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.keys import Key
from firstwin.models.plan import Days
from firstwin.resolve.guide_step import RoleName
from firstwin.resolve.names import Names
from firstwin.resolve.texts import Texts


class Setting(Struct, frozen=True):
    """Where a step stands: its key, its library entry, owner and days, the names and texts of its plan.

    `pictures` are the paths of those it shows.
    """

    key: Key
    entry: str | None
    owner: RoleName
    days: Days
    names: Names
    texts: Texts
    pictures: tuple[str, ...]
