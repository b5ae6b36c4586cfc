"""What the system refuses is said of the folder somebody asked for."""

import errno
import os
from pathlib import Path

import pytest

from firstwin.errors import RefusedError
from firstwin.system.refusals import in_words, writing

SITE = Path("/srv/guides/site")
PACKAGE = "/venv/lib/python3.13/site-packages/material/templates/bundle.js"
INSIDE = f"{SITE}/.firstwin-0a1b2c3d/new/customer/bundle.js"
NEW_DISK = "choose a folder on another disk: --output DIR"


def words_of(code: int, *names: str | None) -> tuple[str, str]:
    """What is said when the system names these files: one that was read, and one that was written."""
    first, second = (*names, None, None)[:2]
    error = OSError(code, os.strerror(code), first, None, second)
    with pytest.raises(RefusedError) as told, writing(SITE, "--output DIR"):
        raise error
    assert told.value.__cause__ is error
    return told.value.message, told.value.hint


@pytest.mark.parametrize(
    ("code", "reason", "hint"),
    [
        (errno.ENOSPC, "the disk is full", f"make room on it, or {NEW_DISK}"),
        (errno.EDQUOT, "your share of the disk is used up", f"make room in it, or {NEW_DISK}"),
        (
            errno.EFBIG,
            "a file would grow larger than the system lets it",
            f"raise the limit, or {NEW_DISK}",
        ),
        (errno.EMFILE, "too many files are open", "raise the limit: `ulimit -n 1024`"),
        (
            errno.ENFILE,
            "too many files are open on this machine",
            "end programs that run on it",
        ),
        (errno.EROFS, "the disk can only be read", NEW_DISK),
        (
            errno.ENOTDIR,
            "it is a file, or something on the way there is one",
            "choose a folder of its own: --output DIR",
        ),
        (
            errno.EACCES,
            "you may not write there",
            "choose a folder that you may write to: --output DIR",
        ),
        (
            errno.EPERM,
            "you may not write there",
            "choose a folder that you may write to: --output DIR",
        ),
        (
            errno.ENAMETOOLONG,
            "a name in it would be longer than the system takes",
            "choose a folder with a shorter path: --output DIR",
        ),
        (
            errno.EIO,
            "the disk reports a fault",
            f"look into the log of the system, and {NEW_DISK}",
        ),
        (errno.EBUSY, "Device or resource busy", ""),
    ],
)
def test_each_refusal_has_its_words(code: int, reason: str, hint: str) -> None:
    said = (f"{SITE} cannot be written: {reason}", hint)

    assert words_of(code) == said
    assert words_of(code, INSIDE) == said
    assert words_of(code, PACKAGE, INSIDE) == said


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMFILE])
def test_what_was_copied_is_not_what_is_full(code: int) -> None:
    assert words_of(code, PACKAGE) == words_of(code)


@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO, errno.ENOENT])
def test_a_file_elsewhere_is_told_by_its_own_name(code: int) -> None:
    error = OSError(code, os.strerror(code), "/srv/guides/theme/logo.svg")
    with pytest.raises(OSError, match="logo") as told, writing(SITE):
        raise error

    assert told.value is error
    assert in_words(error).message == f"/srv/guides/theme/logo.svg: {os.strerror(code)}"


def test_nothing_is_said_of_a_way_that_is_not_there() -> None:
    with pytest.raises(RefusedError) as told, writing(SITE):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert told.value.hint == "make room on it, or choose a folder on another disk"


def test_too_many_files_are_no_files_fault() -> None:
    error = OSError(errno.EMFILE, os.strerror(errno.EMFILE), PACKAGE)

    assert in_words(error).message == "too many files are open"
    assert in_words(OSError("odd")).message == "odd"
