"""What there is of each plan, as it was written before.

In: the sheets of a plan, and what was made of them. Out: the same again, for sheets that are made of the same. What there is of
a plan is a function of what it has of its own and in common with others, of words, templates and our code: it is kept
under a name for all of these. What comes out is the same with any store.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from firstwin.caching.decoding import decoded
from firstwin.caching.imprint import (
    OURS,
    Imprint,
    UnclearError,
    imprint_of,
    is_compiled,
    our_code,
)
from firstwin.caching.likeness import likeness
from firstwin.caching.store import Store
from firstwin.pages import PlanSheets
from firstwin.sources import TEMPLATES

_VERSION: Final = 2
"""Of what is kept of a plan."""
MADE_WITH: Final = (
    "babel",
    "holidays",
    "icalendar",
    "jinja2",
    "markdown-it-py",
    "markupsafe",
    "msgspec",
    "pyphen",
)
"""The packages that text, words, dates, pages and their rendering are made with."""


class WrittenPlan(Struct, frozen=True):
    """What there is of a plan by its paths, as it is written: the Markdown of its `pages`, and the `files` that scripts load."""

    pages: Mapping[str, bytes]
    files: Mapping[str, bytes]


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(WrittenPlan)


class StoredPlans:
    """The plans of a project, as they were written in one language. `words` are all that its words are made of."""

    def __init__(self, store: Store, project: Path, *words: object) -> None:
        self._store = store
        self._roots = (*OURS, project / TEMPLATES)
        self._seen = self._first_look()
        versions = [version(name) for name in MADE_WITH]
        named = list(self._seen.named()) if self._seen else []
        around = json.dumps(["plan", _VERSION, sys.version, versions, named, likeness(*words)])
        self._around = around.encode()

    def read(self, plan: PlanSheets) -> WrittenPlan | None:
        """A plan as it was written; nothing where it was not, or where something else was kept."""
        kept = self._store.read(self._key(plan)) if self._seen else None
        written = decoded(kept, _DECODER)
        if written is None:
            return None
        pages = [sheet.path for sheet in plan.sheets]
        is_all = list(written.pages) == pages and list(written.files) == _paths_of_files(plan)
        return written if is_all else None

    def write(self, plan: PlanSheets, written: WrittenPlan) -> None:
        """Keep a plan, unless a template was changed since it was to be written."""
        now = self._look(self._seen) if self._seen else None
        if self._seen and now and now.is_same(self._seen):
            self._store.write(self._key(plan), _ENCODER.encode(written))

    def _first_look(self) -> Imprint | None:
        try:
            return self._look(our_code())
        except UnclearError:
            return None

    def _look(self, before: Imprint) -> Imprint | None:
        try:
            return imprint_of(self._roots, before, left_alone=is_compiled)
        except UnclearError:
            return None

    def _key(self, plan: PlanSheets) -> str:
        return sha256(self._around + likeness(*plan.given).encode()).hexdigest()


def _paths_of_files(plan: PlanSheets) -> list[str]:
    return [file.path for file in plan.files]
