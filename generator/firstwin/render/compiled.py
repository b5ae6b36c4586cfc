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
from jinja2.bccache import Bucket, BytecodeCache

from firstwin.caching.folders import own_cache
from firstwin.system.whole_files import write_whole

_DIGEST = hashlib.sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """A cache that is never in the way: what cannot be read is compiled, what cannot be written is not kept.

    A file holds the code behind its digest: code that is damaged could end the program.
    """

    def __init__(self, folder: Path, ours: Iterable[Path]) -> None:
        self._folder = folder
        self._ours = tuple(ours)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of a template's file in the cache; nothing for one of a project."""
        is_ours = filename and any(Path(filename).is_relative_to(each) for each in self._ours)
        return super().get_cache_key(name, filename) if is_ours else ""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put what was kept into the bucket, if that is still what its template says."""
        file = self._folder / bucket.key
        with suppress(OSError):
            if bucket.key and file.is_file():  # a pipe would keep whoever reads it waiting
                content = file.read_bytes()
                if hashlib.sha256(content[_DIGEST:]).digest() == content[:_DIGEST]:
                    bucket.bytecode_from_string(content[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket."""
        if not bucket.key:
            return
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            write_whole(self._folder / bucket.key, hashlib.sha256(code).digest() + code)


class CompiledCopies(CompiledTemplates):
    """The same for copies of the templates in a folder, wherever they lie: what differs from those is not kept."""

    def __init__(self, folder: Path, originals: Path) -> None:
        super().__init__(folder, (originals,))
        self._originals = originals

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name in the cache of the template that a file is a copy of; nothing for one that is none."""
        original = self._originals / name
        try:
            is_copy = filename and Path(filename).read_bytes() == original.read_bytes()
        except OSError:
            is_copy = False
        return super().get_cache_key(name, str(original)) if is_copy else ""


def compiled_copies(originals: Path, compilers: Iterable[Path]) -> CompiledCopies | None:
    """The cache for copies of the templates in a folder: see `compiled_templates`."""
    folder = _cache_for(compilers)
    return CompiledCopies(folder, originals) if folder else None


def compiled_templates(ours: Iterable[Path], compilers: Iterable[Path]) -> CompiledTemplates | None:
    """The cache for the templates in the folders `ours`; None where Python may keep nothing either.

    `compilers` are the files that decide, beside Jinja's own, what a template is compiled to: each version of them
    has a folder of its own. Nobody but the user may write to it: what lies there is run.
    """
    folder = _cache_for(compilers)
    return CompiledTemplates(folder, ours) if folder else None


def _cache_for(compilers: Iterable[Path]) -> Path | None:
    return None if sys.dont_write_bytecode else own_cache(_version(compilers))


def _version(compilers: Iterable[Path]) -> str:
    """What changes when templates may be compiled to something else."""
    made = hashlib.sha256(f"{sys.implementation.cache_tag}|{jinja2.__version__}".encode())
    for path in compilers:
        made.update(path.read_bytes())
    return made.hexdigest()[:16]
