"""Look whether every file of a site was written to its end.

In: a folder that an engine has filled, and the folders it copies files from. Out: nothing, or an error.
Zensical ends well where the disk is full or a file may not grow: it leaves half a style sheet behind, and
a site like that must not take the place of a good one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from firstwin.errors import FirstwinError


def check_whole(site: Path, copied_from: Sequence[Path]) -> None:
    """Raise where a page lacks its end, or a file is another size than the first it can be a copy of."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site)
        whole = (
            _is_whole_page(path) if path.suffix == ".html" else _is_whole(path, name, copied_from)
        )
        if not whole:
            raise FirstwinError(
                f"{name.as_posix()} was not written to its end", "look whether the disk is full"
            )


def _is_whole_page(path: Path) -> bool:
    return path.read_bytes().rstrip().lower().endswith(b"</html>")


def _is_whole(path: Path, name: Path, copied_from: Sequence[Path]) -> bool:
    originals = (folder / name for folder in copied_from if (folder / name).is_file())
    original = next(originals, path)
    # A site map's original is a template.
    return path.suffix == ".xml" or path.stat().st_size == original.stat().st_size
