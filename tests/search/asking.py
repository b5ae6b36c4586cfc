"""Asks the search of a project without a browser: its files are laid out, and Node loads them as a browser would."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from firstwin.editions import draft_edition
from firstwin.loading import load
from firstwin.models.values import Audience
from firstwin.pages.search import FOLDER

TOOL = Path(__file__).with_name("find.mjs")
DAY = date(2026, 11, 22)

Question = tuple[str, str, str]
"""A plan, a guide of it, and what its reader types."""


@dataclass(frozen=True)
class Answer:
    """What a reader is shown: results, the best first; words to search for instead; milliseconds of the processor."""

    results: list[dict[str, str]]
    nearby: list[str]
    first: float

    @property
    def addresses(self) -> list[str]:
        return [result["address"] for result in self.results]


def lay_search(project: Path, into: Path, audience: Audience = Audience.CUSTOMER) -> Path:
    """Write the files of search of an edition, and make no page; the folder they lie in, as on a site."""
    loaded = load(project / "site_config.yml", today=DAY)
    assert loaded.catalog
    draft = draft_edition(loaded.project, loaded.catalog, audience, into / "tree")
    for file in draft.beside.values():
        if file.path.startswith(f"{FOLDER}/"):
            path = into / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
    return into


def ask(node: Path, folder: Path, questions: Sequence[Question]) -> list[Answer]:
    order = json.dumps({"folder": str(folder), "asked": questions})
    done = subprocess.run([node, TOOL], input=order, check=True, stdout=subprocess.PIPE, text=True)
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return [Answer(**answer) for answer in answers]
