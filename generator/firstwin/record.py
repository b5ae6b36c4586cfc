"""The record of a build, by which the next one knows that there is nothing to do.

In: what is asked of a build. Out: the report of the last one that was asked the same, where all that it read and all that it
wrote is as it was. What is not known for certain is built again: a record says only that nothing has changed. It loads
nothing that makes pages.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from firstwin.caching.imprint import (
    NO_LOOK,
    OURS,
    Imprint,
    ImprintItem,
    UnclearError,
    imprint_of,
    is_compiled,
    our_code,
)
from firstwin.caching.store import Store, open_store
from firstwin.diagnostics import Report
from firstwin.diagnostics.packed import packed, unpacked
from firstwin.names import AT_WORK, BUILD, LEFT_ALONE, MANIFEST, SCHEMAS, SITE
from firstwin.system import clock

_VERSION: Final = 2
"""Of what a record looks like."""
_VARIABLES: Final = ("FIRSTWIN", "HOME", "LANG", "LC_", "PYTHON", "SOURCE_DATE", "USERPROFILE")
"""How the variables begin by which a build may be another."""
_INSTALLED: Final = (".dist-info", ".egg-info", ".egg-link", ".pth")
_NOT_OURS: Final = ".git"


class Outcome(Struct, frozen=True):
    """What a build came to: what it found, and what else was printed."""

    report: Report
    printed: tuple[str, ...] = ()


class Request(Struct, frozen=True, dict=True):
    """What is asked of a build. All paths are absolute; `ways` are the options that say how."""

    config: Path
    editions: tuple[str, ...]
    folders: tuple[str, ...]
    """What the sites of the editions are called."""
    output: Path
    build: Path
    ways: Mapping[str, object]

    @property
    def sites(self) -> list[Path]:
        """The folder of each edition's site."""
        return [self.output / name for name in self.folders]

    @property
    def key(self) -> str:
        """A name for it."""
        asked = [str(self.config), self.editions, str(self.output), str(self.build), self.ways]
        return sha256(json.dumps(["record", _VERSION, *asked]).encode()).hexdigest()

    @property
    def outputs(self) -> Iterator[Path]:
        """What a build writes, and may have to remove."""
        for site in self.sites:
            yield from (site, site.with_name(f"{site.name}{MANIFEST}"))
        for edition in self.editions:
            yield self.build / edition

    @cached_property
    def left_alone(self) -> frozenset[str]:
        """What lies in the folders that a build writes and is not its own."""
        return frozenset(
            str(self.build / edition / name) for edition in self.editions for name in LEFT_ALONE
        )

    def is_disturbed(self) -> bool:
        """Whether in one of its folders somebody is at work, or was interrupted, or keeps what is not to be replaced."""
        return any(
            path.name.startswith(AT_WORK) or path.name == _NOT_OURS
            for folder in (self.output, self.build)
            for path in folder.iterdir()
        )


class Witness(Struct, frozen=True):
    """Saw what a build was to be made of, and writes its record when it is finished."""

    _store: Store
    _request: Request
    _around: str
    _code: Imprint
    _sources: Imprint
    _roots: tuple[Path, ...]

    def keep(self, outcome: Outcome) -> None:
        """Keep what came of the build, unless what it is made of was changed in the meantime.

        Hold the locks of its folders meanwhile.
        """
        try:
            code, sources = _code(self._code), imprint_of(self._roots, self._sources)
            written = _imprint_of_outputs(self._request)
        except UnclearError:
            return
        around = _around(self._request)
        if around == self._around and code.is_same(self._code) and sources.is_same(self._sources):
            _Record(around, self._roots, code, sources, written, outcome).write(
                self._store, self._request
            )


def witness_of(request: Request, sources: Iterable[Path]) -> Witness | None:
    """Who sees a build that is made of `sources`; nobody where nothing is kept, or nobody can say what lies there."""
    store = open_store()
    if store is None:
        return None
    roots = tuple(sources)
    try:
        return Witness(store, request, _around(request), our_code(), imprint_of(roots), roots)
    except UnclearError:
        return None


def standing(request: Request) -> Outcome | None:
    """What came of the last build that was asked the same; nothing where a build might come to something else."""
    store = open_store()
    record = _read(store, request) if store else None
    if store is None or record is None:
        return None
    try:
        if request.is_disturbed() or record.around != _around(request):
            return None
        code, sources = _code(record.code), imprint_of(record.roots, record.sources)
        if not (code.is_same(record.code) and sources.is_same(record.sources)):
            return None
        written = _imprint_of_outputs(request, record.written)
        now = _Record(record.around, record.roots, code, sources, written, record.outcome)
    except (OSError, UnclearError):
        return None
    if not now.is_same(record):
        return None
    if now.has_read_anew(record):
        now.write(store, request)
    return record.outcome


class _Record(Struct, frozen=True):
    around: str
    roots: tuple[Path, ...]
    code: Imprint
    sources: Imprint
    written: Imprint
    outcome: Outcome

    @property
    def imprints(self) -> tuple[Imprint, ...]:
        return self.code, self.sources, self.written

    def is_same(self, other: _Record) -> bool:
        """Whether nothing has changed between the two."""
        return all(
            mine.is_same(theirs) for mine, theirs in zip(self.imprints, other.imprints, strict=True)
        )

    def has_read_anew(self, earlier: _Record) -> bool:
        """Whether the next look need not read what this one had to."""
        return any(
            mine.has_read_anew(before)
            for mine, before in zip(self.imprints, earlier.imprints, strict=True)
        )

    def write(self, store: Store, request: Request) -> None:
        content = {
            "around": self.around,
            "roots": list(map(str, self.roots)),
            "imprints": [[each.when, each.items] for each in self.imprints],
            "report": packed(self.outcome.report),
            "printed": self.outcome.printed,
        }
        store.write(request.key, json.dumps(content).encode())


def _read(store: Store, request: Request) -> _Record | None:
    """The record of a request; nothing where there is none, or where something else was kept."""
    kept = store.read(request.key)
    if kept is None:
        return None
    try:
        content: dict[str, Any] = json.loads(kept)
        code, sources, written = (
            Imprint(int(when), {path: ImprintItem(*item) for path, item in items.items()})
            for when, items in content["imprints"]
        )
        roots = tuple(map(Path, content["roots"]))
        outcome = Outcome(unpacked(content["report"]), tuple(map(str, content["printed"])))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return _Record(str(content["around"]), roots, code, sources, written, outcome)


def _code(before: Imprint) -> Imprint:
    return imprint_of(OURS, before, left_alone=is_compiled)


def _imprint_of_outputs(request: Request, before: Imprint = NO_LOOK) -> Imprint:
    return imprint_of(request.outputs, before, left_alone=request.left_alone.__contains__)


def _around(request: Request) -> str:
    """A name for all that a build depends on and that lies in no file of the project or of ours.

    Raises what `clock.today` raises.
    """
    project = request.config.parent
    around = [
        sys.version,
        clock.today().isoformat(),
        sorted((name, value) for name, value in os.environ.items() if name.startswith(_VARIABLES)),
        [os.path.realpath(project / name) for name in (SCHEMAS, BUILD, SITE)],
        list(_installed()),
    ]
    return sha256(json.dumps(around).encode()).hexdigest()


def _installed() -> Iterator[tuple[str, int]]:
    """What is installed, and since when. Packages are not looked into: their names tell their versions."""
    for folder in sys.path:
        try:
            entries = sorted(os.scandir(folder or "."), key=lambda entry: entry.name)
        except OSError:  # an archive, or nothing
            continue
        for entry in entries:
            if entry.name.endswith(_INSTALLED):
                yield entry.name, entry.stat().st_mtime_ns
