"""Take out of a built site what does not belong in it.

In: a folder an engine has filled, and where it copied files from. Out: the same folder without what the engine brought
along, and without the day it was built on, in which files are alike on every day and every machine.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from filecmp import cmp
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from firstwin.output.sync import open_to_readers
from firstwin.site.places import Places
from firstwin.site.reading import SITE_MAP

_ENTRY: Final = re.compile(r"(?<!\s)\s*<url>\s*<loc>(?P<address>[^<]*)</loc>\s*</url>")
_BUILT_ON: Final = re.compile(r"(?<!\s)\s*<lastmod>[^<]*</lastmod>")
_INDEX: Final = "search.json"
"""Zensical's index of a search that our pages do not have."""


class Copied(Struct, frozen=True):
    """Where an engine copies files from: its `theme`, and the folders of `ours` that lie over it."""

    theme: Path
    ours: Collection[Path]

    def is_theirs(self, site: Path, file: Path) -> bool:
        """Whether a file of a site came with the engine."""
        name = file.relative_to(site)
        if any((own / name).is_file() for own in self.ours):
            return False
        theirs = self.theme / name
        return name.as_posix() == _INDEX or (theirs.is_file() and cmp(theirs, file, shallow=False))


def tidy(site: Path, copied: Copied) -> None:
    """Remove what the engine brought along, which no page of ours asks for; open the files to readers."""
    for file in [file for file in site.rglob("*") if file.is_file()]:
        if copied.is_theirs(site, file):
            file.unlink()
            _remove_if_empty(file.parent, site)
    open_to_readers(site)


def _remove_if_empty(folder: Path, site: Path) -> None:
    if folder != site and not any(folder.iterdir()):
        folder.rmdir()
        _remove_if_empty(folder.parent, site)


def tidy_site_map(site: Path, base: str, places: Places) -> None:
    """Make the site map of a site, published at `base`, what `tidied_site_map` says; remove one that is empty."""
    (site / "sitemap.xml.gz").unlink(missing_ok=True)  # web servers compress by themselves
    sitemap = site / SITE_MAP
    if sitemap.is_file():
        if tidied := tidied_site_map(sitemap.read_text("utf-8"), base, places):
            sitemap.write_text(tidied, "utf-8")
        else:
            sitemap.unlink()


def tidied_site_map(text: str, base: str, places: Places) -> str:
    """A site map as it is published at `base`: without days of building, and with each page under one address.

    Nothing where there is to be none: search engines are not led to a site that they may not list.
    """
    if "<loc>" not in text or not places.listed:
        return ""
    return _listed(_BUILT_ON.sub("", text), base, places.listed_elsewhere)


def _listed(sitemap: str, base: str, left_out: Collection[str]) -> str:
    """A site map with each page under one address alone."""

    def unless_left_out(entry: re.Match[str]) -> str:
        path = unquote(urlsplit(unescape(entry["address"])).path)
        return "" if path.removeprefix(base).strip("/") in left_out else entry[0]

    return _ENTRY.sub(unless_left_out, sitemap)
