"""What the system refuses, said of the folder that was to be written.

In: an error of the system. Out: the same in words, with what to do. The system names the file it was at: one in a
workspace that nobody has heard of, or one of a package that was being copied. Whoever asked for a folder is told of it.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from firstwin.errors import RefusedError

_ELSEWHERE: Final = "choose a folder on another disk"
_ANOTHER: Final = "choose a folder that you may write to"
_SPACE: Final = {
    errno.ENOSPC: ("the disk is full", f"make room on it, or {_ELSEWHERE}"),
    errno.EDQUOT: ("your share of the disk is used up", f"make room in it, or {_ELSEWHERE}"),
    errno.EFBIG: (
        "a file would grow larger than the system lets it",
        f"raise the limit, or {_ELSEWHERE}",
    ),
}
"""What is refused for want of space, wherever the data comes from."""

_FILES: Final = {
    errno.EMFILE: ("too many files are open", "raise the limit: `ulimit -n 1024`"),
    errno.ENFILE: ("too many files are open on this machine", "end programs that run on it"),
}
_OTHERS: Final = {
    errno.EROFS: ("the disk can only be read", _ELSEWHERE),
    errno.EACCES: ("you may not write there", _ANOTHER),
    errno.EPERM: ("you may not write there", _ANOTHER),
    errno.ENAMETOOLONG: (
        "a name in it would be longer than the system takes",
        "choose a folder with a shorter path",
    ),
    errno.ENOTDIR: (
        "it is a file, or something on the way there is one",
        "choose a folder of its own",
    ),
    errno.EIO: ("the disk reports a fault", f"look into the log of the system, and {_ELSEWHERE}"),
}


@contextmanager
def writing(folder: Path, option: str = "") -> Iterator[None]:
    """Say of `folder` what the system refuses meanwhile; what it says of a file elsewhere is raised as it is.

    `option` is the one that names another folder, as it is written.
    """
    try:
        yield
    except OSError as error:
        if not _is_about(error, folder):
            raise
        reason, hint = (_SPACE | _FILES | _OTHERS).get(error.errno or 0, (_reason(error), ""))
        ends_with_folder = option and "choose a folder" in hint
        raise RefusedError(
            f"{folder} cannot be written: {reason}",
            f"{hint}: {option}" if ends_with_folder else hint,
        ) from error


def in_words(error: OSError) -> RefusedError:
    """What the system refused while nothing was being written."""
    if error.errno in _FILES:
        return RefusedError(*_FILES[error.errno])
    named = _named(error)
    return RefusedError(f"{named}: {_reason(error)}" if named else _reason(error))


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _is_about(error: OSError, folder: Path) -> bool:
    if error.errno in _SPACE | _FILES:
        return True
    named = _named(error)
    return named is None or named.absolute().is_relative_to(folder.absolute())


def _named(error: OSError) -> Path | None:
    """The file the system was at. Of two, the first was read and the second was written."""
    for name in (error.filename2, error.filename):
        if isinstance(name, str | bytes):
            return Path(os.fsdecode(name))
    return None
