"""Take out of a built site what does not belong in it.

In: a folder an engine has filled. Out: the same folder without the day it was built on and without the
engine's sources, in which files are alike on every day and every machine.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from firstwin.output.sync import open_to_readers

_BUILT_ON: Final = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def tidy(site: Path) -> None:
    """Remove dates of building, source maps, and an empty site map; open the files to readers."""
    (site / "sitemap.xml.gz").unlink(missing_ok=True)  # web servers compress by themselves
    for source_map in list(site.rglob("*.map")):
        source_map.unlink()  # the engine's sources, twice the size of all that a reader loads
    sitemap = site / "sitemap.xml"
    if sitemap.is_file():
        text = sitemap.read_text("utf-8")
        if "<loc>" in text:
            sitemap.write_text(_BUILT_ON.sub("", text), "utf-8")
        else:
            sitemap.unlink()
    open_to_readers(site)
