"""Look whether every file of a site was written to its end.

In: a folder that an engine has filled, and the folders it copies files from. Out: nothing, or an error.
Zensical ends well where the disk is full or a file may not grow: it leaves half a style sheet behind, and
a site like that must not take the place of a good one. A file that can be compared with nothing is an error
too: else a Zensical that keeps its files elsewhere would pass unseen.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from firstwin.errors import FirstwinError
from firstwin.site.reading import SITE_MAP


def check_complete(site: Path, copied_from: Sequence[Path], known: str) -> None:
    """Raise FirstwinError where a page lacks its end, or a file is another size than the first it can be a copy of.

    `known` names the releases of the engine of which it is known what they copy.
    """
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site)
        original = next(
            (folder / name for folder in copied_from if (folder / name).is_file()), None
        )
        if not _is_made(path) and original is None:
            raise FirstwinError(
                f"nothing says whether {name.as_posix()} was written to its end",
                f'install the Zensical that firstwin knows: `pip install "{known}"`',
            )
        if not _is_complete(path, original):
            raise FirstwinError(
                f"{path} was not written to its end", "look whether the disk is full"
            )


def _is_made(path: Path) -> bool:
    """Whether the engine writes the file itself. The original of a site map is a template."""
    return path.suffix in {".html", ".json"} or path.name == SITE_MAP


def _is_complete(path: Path, original: Path | None) -> bool:
    if path.suffix == ".html":
        return path.read_bytes().rstrip().lower().endswith(b"</html>")
    if path.name == SITE_MAP:
        return path.read_bytes().rstrip().endswith(b"</urlset>")
    if original is not None:
        return path.stat().st_size == original.stat().st_size
    return _is_json(path.read_bytes())


def _is_json(content: bytes) -> bool:
    try:
        json.loads(content)
    except ValueError:
        return False
    return True
