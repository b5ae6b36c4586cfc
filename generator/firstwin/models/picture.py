"""A picture: what something looks like.

In: the mapping of one picture. Out: `Picture`.
"""

from __future__ import annotations

from firstwin.models.base import Model
from firstwin.models.values import Asset, Text


class Picture(Model):
    """What something looks like, and what that says to those who cannot see it."""

    image: Asset
    """The picture, as a path below this file's folder."""
    alt: Text | None = None
    """What the picture shows, for those who cannot see it."""
    caption: Text | None = None
    """A line under the picture."""
