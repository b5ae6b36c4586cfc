"""Build an edition's tree into a folder, and look at what came out.

In: the places of a tree, an empty folder, an engine. Out: the finished site in that folder, the header in it that
fits it, and diagnostics: of the engine, and of every link of the HTML.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from firstwin.diagnostics import Diagnostic, Severity
from firstwin.output import write_file
from firstwin.site.links import check_links
from firstwin.site.places import Places
from firstwin.site.policy import content_security_policy
from firstwin.site.tidy import tidy
from firstwin.site.zensical_engine import build_with_zensical

POLICY: Final = "content-security-policy.txt"
"""A header for the web server. It lies in the site it fits, so that both are of one build whatever happens."""


class Engine(Enum):
    """What turns the tree into HTML."""

    MKDOCS = "mkdocs"
    ZENSICAL = "zensical"


def build_site(places: Places, into: Path, engine: Engine, url: str | None) -> list[Diagnostic]:
    """Build the tree of `places` into the empty folder `into`. `url` is where it is published."""
    said = _run(engine, places, into)
    if any(found.severity is Severity.ERROR for found in said):
        return said
    tidy(into)
    policy = f"Content-Security-Policy: {content_security_policy(into)}\n"
    write_file(into / POLICY, policy.encode())
    base = urlsplit(url or "").path.rstrip("/") + "/"
    return [*check_links(into, base, places), *said]


def _run(engine: Engine, places: Places, into: Path) -> list[Diagnostic]:
    if engine is Engine.ZENSICAL:
        return build_with_zensical(places, into)
    # MkDocs takes a third of a second to import, and who only checks playbooks never needs it.
    from firstwin.site.mkdocs_engine import build_with_mkdocs  # noqa: PLC0415  # see above

    return build_with_mkdocs(places, into)
