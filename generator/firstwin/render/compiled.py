"""Compiled templates, kept between two runs.

In: the folders of the templates firstwin brings along. Out: a cache for Jinja in the user's own folder for such
things, or none. To compile them takes longer than to render a hundred pages, and they only change with firstwin. A
project's own templates are not kept: there is no end to those.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import jinja2
import platformdirs
from jinja2.bccache import Bucket, FileSystemBytecodeCache


class CompiledTemplates(FileSystemBytecodeCache):
    """A cache that is never in the way: what cannot be read is compiled, what cannot be written is not kept."""

    def __init__(self, directory: Path, kept: Iterable[Path]) -> None:
        super().__init__(str(directory), "%s.bytecode")
        self._kept = tuple(kept)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of a template's file in the cache; nothing for one that is not kept."""
        is_kept = filename and any(Path(filename).is_relative_to(each) for each in self._kept)
        return super().get_cache_key(name, filename) if is_kept else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put what was kept into the bucket, if that is still what its template says."""
        if bucket.key:
            try:
                super().load_bytecode(bucket)
            except Exception:  # noqa: BLE001 - a broken file can raise anything, and is written anew
                bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        if bucket.key:
            with suppress(OSError):
                super().dump_bytecode(bucket)


def compiled_templates(kept: Iterable[Path], compilers: Iterable[Path]) -> CompiledTemplates | None:
    """The cache for the templates in the folders `kept`; None where Python may keep nothing either.

    `compilers` are the files that decide, beside Jinja's own, what a template is compiled to: each version of them
    has a folder of its own.
    """
    if sys.dont_write_bytecode:
        return None
    folder = platformdirs.user_cache_path("firstwin", appauthor=False) / _version(compilers)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return CompiledTemplates(folder, kept)


def _version(compilers: Iterable[Path]) -> str:
    """What changes when templates may be compiled to something else."""
    made = hashlib.sha256(f"{sys.implementation.cache_tag}|{jinja2.__version__}".encode())
    for path in compilers:
        made.update(path.read_bytes())
    return made.hexdigest()[:16]
