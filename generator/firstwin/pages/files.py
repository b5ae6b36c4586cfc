"""What lies beside the pages: pictures, and what machines read.

In: `Guides`. Out: `File`s. Whatever an edition holds that is no page is laid out here, like its pages, and reaches the
site in no other way.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from firstwin.models.config import SiteConfig
from firstwin.models.shades import LIGHT, hexed
from firstwin.models.values import Audience
from firstwin.pages.page import File
from firstwin.pages.urls import media_path
from firstwin.resolve.guide import Guides

ROBOTS: Final = "robots.txt"
APP: Final = "app.webmanifest"
"""What browsers read of a site that can be installed."""

ICONS: Final = {size: f"assets/app-{size}.png" for size in (192, 512)}
"""The icons of a site whose logo is none, by how many pixels they are wide."""

_KINDS: Final = {"png": "image/png", "svg": "image/svg+xml"}


def pictures(guides: Guides) -> Iterator[File]:
    """The pictures that steps and tutorials show."""
    for image in guides.pictures:
        yield File(media_path(image, guides.config.playbooks), source=image)


def robots(guides: Guides) -> File:
    """What search engines may fetch: everything, for only on a page do they read that it is `noindex`.

    They are led to the guides for customers alone.
    """
    config = guides.config
    site_map = []
    if config.url and guides.audience is Audience.CUSTOMER:
        site_map = ["", f"Sitemap: {config.url.rstrip('/')}/sitemap.xml"]
    return File(ROBOTS, made="\n".join(["User-agent: *", "Allow: /", *site_map, ""]).encode())


def app(config: SiteConfig) -> Iterator[File]:
    """What the site is as an app, where it may be one. All is said relative to this file: a site knows no host."""
    if not config.app:
        return
    paper = hexed(LIGHT.paper)
    content = {
        "name": str(config.title),
        "short_name": str(config.product.name),
        "description": str(config.description),
        "lang": str(config.language),
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": paper,
        "theme_color": paper,
        "icons": list(_icons(config)),
    }
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    yield File(APP, made=text.encode())


def _icons(config: SiteConfig) -> Iterator[dict[str, str]]:
    if own := config.brand.icon:
        kind = _KINDS[own.rpartition(".")[2].lower()]
        yield {"src": f"./{own}", "sizes": "any", "type": kind}
        return
    for size, path in ICONS.items():
        yield {
            "src": f"./{path}",
            "sizes": f"{size}x{size}",
            "type": _KINDS["png"],
            "purpose": "any maskable",
        }
