"""Files that are there whole or not at all.

In: a path and what is to lie there. Out: the file, put in its place by renaming once all of it is written: nobody ever reads
half of one, nothing is written through a link or into a file of two names, and until then what was there before stays.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

UNFINISHED: Final = ".part"
"""How the name of a file ends that is still being written."""
_OURS_ALONE: Final = 0o600


def write_whole(path: Path, content: bytes, mode: int = _OURS_ALONE) -> None:
    """Write a file with a mode; where nothing else is said, for the user alone.

    Raises OSError where the system refuses; then nothing is left behind.
    """
    descriptor, part = tempfile.mkstemp(prefix=".", suffix=UNFINISHED, dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        if mode != _OURS_ALONE:
            Path(part).chmod(mode)
        Path(part).replace(path)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
