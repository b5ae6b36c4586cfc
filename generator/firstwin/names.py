"""What the files and folders are called that a project has, and those that a build makes.

In: nothing. Out: names. The configuration may name the folders of playbooks and theme; all others are called as they are
here.
"""

from __future__ import annotations

from typing import Final

CONFIG: Final = "site_config.yml"
"""The configuration's usual name."""
CUSTOMERS: Final = "customers"
"""The folder of the customers' files, which personal links are made of."""
TEMPLATES: Final = "templates"
"""The folder of a project's own page templates."""
FILES: Final = "files"
"""The folder of a project's downloads."""
OWN_PAGES: Final = "pages"
"""The folder of a project's own pages."""
OWN_WORDS: Final = "words"
"""Where a theme keeps what the site says instead of firstwin, a file for each language."""
SCHEMAS: Final = "schemas"
"""The folder of the schemas that editors read."""
BUILD: Final = "build"
"""The folder that the trees of the editions are written into."""
SITE: Final = "site"
"""The folder that the sites are written into where no other is asked for."""

MANIFEST: Final = ".manifest.json"
"""How the name of a site's manifest ends; before it stands the name of the site's folder."""
AT_WORK: Final = ".firstwin-"
"""How the names begin of what a build has in a folder while it is at work there."""
LEFT_ALONE: Final = frozenset({"site", ".cache"})
"""What is not part of an edition's tree: what engines leave there."""


def site_folder(edition: str, *, offline: bool = False) -> str:
    """The folder of an edition's site. One that works from a disk lies beside the one for a server."""
    return f"{edition}-offline" if offline else edition
