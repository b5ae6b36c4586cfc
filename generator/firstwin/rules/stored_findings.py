"""What the rules find in each plan, as it was found before.

In: the sources of a project of which nothing was left out, its plans, and a look at one of them. Out: what was found in it, which
is kept under a name for all that it is found by: the files of the plan and of those that it extends, all that is no plan,
the day and our code. What other plans say is no part of it (`validate` makes a plan of its own files and of the vocabularies).
What comes out is the same with any store.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from typing import Final

import msgspec

from firstwin.caching.decoding import decoded
from firstwin.caching.imprint import UnclearError, our_code
from firstwin.caching.likeness import likeness
from firstwin.caching.store import Store
from firstwin.diagnostics import Diagnostic
from firstwin.models.plan import Plan
from firstwin.rules.part import ProjectPart
from firstwin.rules.rule import Rule
from firstwin.sources import Sources

Look = Callable[[Sequence[Rule], ProjectPart, date], tuple[Diagnostic, ...]]
"""Looks at a part of a project on a day: what some rules find there."""

MADE_WITH: Final = (
    "babel",
    "holidays",
    "markdown-it-py",
    "markupsafe",
    "msgspec",
    "pydantic",
    "pydantic-core",
    "pyphen",
    "pyyaml",
)
"""The packages that files are read, texts parsed and words counted with."""

_AS_LINES: Final = frozenset({"root", "config", "documents", "lines", "customers", "own_pages"})
"""What of the sources is made of the lines of files, which are all there, or says where the project lies."""

_ENCODER: Final = msgspec.json.Encoder()
_DECODER: Final = msgspec.json.Decoder(tuple[Diagnostic, ...])


class StoredFindings:
    """Keeps what is found in the `plans` of a project, which may hide its drafts."""

    def __init__(
        self, store: Store, sources: Sources, plans: Mapping[str, Plan], *, hides_drafts: bool
    ) -> None:
        self._store = store
        self._sources = sources
        self._plans = plans
        self._hides_drafts = hides_drafts

    def looking(self, tier: str, look: Look) -> Look:
        """The same look at the plan of a tier, but where what it finds was kept."""

        def find(rules: Sequence[Rule], part: ProjectPart, today: date) -> tuple[Diagnostic, ...]:
            key = self._key(tier, [rule.code.id for rule in rules], today)
            kept = decoded(self._store.read(key), _DECODER) if key else None
            if kept is not None:
                return kept
            found = look(rules, part, today)
            if key:
                self._store.write(key, _ENCODER.encode(found))
            return found

        return find

    def _key(self, tier: str, codes: Sequence[str], today: date) -> str:
        """A name for what is found; empty where nobody can say what it is found by."""
        if not self._around:
            return ""
        own = [self._of_folders[folder] for folder in self._folders(tier)]
        asked = [tier, codes, today.isoformat(), own]
        return sha256(self._around + json.dumps(asked).encode()).hexdigest()

    def _folders(self, tier: str) -> Iterator[str]:
        """The folder of a plan, and those of the plans that it extends."""
        seen = set[str]()
        plan: Plan | None = self._plans[tier]
        while plan and plan.tier not in seen:
            seen.add(plan.tier)
            yield plan.folder
            plan = self._plans.get(plan.extends or "")

    @cached_property
    def _around(self) -> bytes:
        """All that is found by, but for the files of plans; nothing where nobody can say what our code is."""
        try:
            code = our_code()
        except UnclearError:
            return b""
        made_with = [sys.version, *(version(name) for name in MADE_WITH)]
        beside = likeness(*(_ordered(value) for value in self._beside()))
        around = [made_with, list(code.named()), beside, self._of_folders[""], self._hides_drafts]
        return sha256(json.dumps(["findings", *around]).encode()).digest()

    def _beside(self) -> Iterator[object]:
        """What sources hold besides the lines of files."""
        for each in fields(self._sources):
            if each.name not in _AS_LINES:
                yield getattr(self._sources, each.name)

    @cached_property
    def _of_folders(self) -> Mapping[str, str]:
        """A name for the files of each plan by its folder, and one for all others by none."""
        made = {
            folder: sha256() for folder in ("", *(plan.folder for plan in self._plans.values()))
        }
        for path, lines in sorted(self._sources.lines.items()):
            folder = next(filter(made.__contains__, _parents(path)))
            made[folder].update(json.dumps([path, *lines]).encode())
        return {folder: digest.hexdigest() for folder, digest in made.items()}


def _parents(path: str) -> Iterator[str]:
    """The folders that a file lies in, the nearest first and none last."""
    while path:
        path = path.rpartition("/")[0]
        yield path


def _ordered(value: object) -> object:
    """A set in an order that outlives its process."""
    return sorted(value) if isinstance(value, frozenset) else value
