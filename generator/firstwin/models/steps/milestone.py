"""The type of step `milestone`."""

from __future__ import annotations

from typing import Literal

from firstwin.models.steps.content import Content
from firstwin.models.values import Flag


class Milestone(Content):
    """An outcome reached. Its id is an anchor that windows may count from."""

    is_attended = True
    takes_time = False

    type: Literal["milestone"]
    """The type of step."""
    first_value: Flag = False
    """Whether this is the first value: the one milestone a customer plan cannot do without."""
