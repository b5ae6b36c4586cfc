"""What lies beside the pages: pictures, and what machines read.

In: `Guides`. Out: `File`s. Whatever an edition holds that is no page is laid out here, like its pages, and reaches the
site in no other way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from firstwin.models.values import Audience
from firstwin.pages.page import File
from firstwin.pages.urls import media_path
from firstwin.resolve.guide import Guides

ROBOTS: Final = "robots.txt"


def pictures(guides: Guides) -> Iterator[File]:
    """The pictures that tutorials show, each once."""
    shown = (action.image for each in guides.tutorials for action in each.actions if action.image)
    for image in dict.fromkeys(shown):
        yield File(media_path(image, guides.config.playbooks), source=image)


def robots(guides: Guides) -> File:
    """What search engines may read: the guides for customers. What is for partners or the team they leave alone."""
    config = guides.config
    if guides.audience is not Audience.CUSTOMER:
        rules = ["Disallow: /"]
    elif config.url:
        rules = ["Allow: /", "", f"Sitemap: {config.url.rstrip('/')}/sitemap.xml"]
    else:
        rules = ["Allow: /"]
    return File(ROBOTS, text="\n".join(["User-agent: *", *rules, ""]))
