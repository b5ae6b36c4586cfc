"""Take out of a built site what does not belong in it.

In: a folder an engine has filled. Out: the same folder without the day it was built on, without the engine's
sources and without scripts for other languages, in which files are alike on every day and every machine.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from firstwin.output.sync import open_to_readers

_LANGUAGES: Final = re.compile(rb'"lang":\[([^\[\]]*)\]')
_SETTINGS_END: Final = 500
"""Material's search index begins with its settings."""
_SEGMENTERS: Final = {"ja": "tinyseg", "hi": "wordcut", "th": "wordcut"}
_ENTRY: Final = re.compile(r"\s*<url>\s*<loc>(?P<address>[^<]*)</loc>\s*</url>")
_BUILT_ON: Final = re.compile(r"(?<!\s)\s*<lastmod>[^<]*</lastmod>")


def tidy(site: Path, base: str, listed_elsewhere: Collection[str]) -> None:
    """Remove dates of building, what no page loads, and an empty site map; open the files to readers.

    `listed_elsewhere` are the folders of pages that the site map leaves out, below the `base` it is published at.
    """
    (site / "sitemap.xml.gz").unlink(missing_ok=True)  # web servers compress by themselves
    for source_map in list(site.rglob("*.map")):
        source_map.unlink()  # the engine's sources, twice the size of all that a reader loads
    _remove_other_languages(site)
    sitemap = site / "sitemap.xml"
    if sitemap.is_file():
        text = sitemap.read_text("utf-8")
        if "<loc>" in text:
            sitemap.write_text(_listed(_BUILT_ON.sub("", text), base, listed_elsewhere), "utf-8")
        else:
            sitemap.unlink()
    open_to_readers(site)


def _listed(sitemap: str, base: str, left_out: Collection[str]) -> str:
    """A site map with each page under one address alone."""

    def kept(entry: re.Match[str]) -> str:
        path = unquote(urlsplit(unescape(entry["address"])).path)
        return "" if path.removeprefix(base).strip("/") in left_out else entry[0]

    return _ENTRY.sub(kept, sitemap)


def _remove_other_languages(site: Path) -> None:
    """Material brings stemmers for 30 languages, under several licences, and loads those of the index alone."""
    folder, index = site / "assets/javascripts/lunr", site / "search/search_index.json"
    if not folder.is_dir() or not index.is_file():
        return
    with index.open("rb") as file:
        found = _LANGUAGES.search(file.read(_SETTINGS_END))
    if found is None:
        return
    languages = set(re.findall(r"[\w-]+", found[1].decode()))
    loaded = {f"lunr.{language}.min" for language in languages - {"en"}}
    if loaded:
        loaded |= {"lunr.multi.min", "lunr.stemmer.support.min"}
        loaded |= {_SEGMENTERS[language] for language in languages & set(_SEGMENTERS)}
    for script in list(folder.rglob("*.js")):
        if script.stem not in loaded:
            script.unlink()
    for emptied in (folder / "min", folder):
        if not any(emptied.iterdir()):
            emptied.rmdir()
