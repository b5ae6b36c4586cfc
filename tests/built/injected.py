"""A project in which every text tries to run a script, to load something, or to break out of its place.

The small project with its texts taken from `injections.txt`, one after the other. Plain text may be
anything. What `check` rejects in Markdown, with a place, is noted and left out: what it accepts is
published.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import cycle
from pathlib import Path
from typing import Any

from tests.built.rewriting import SmallProject, as_written
from tests.files import lay

from firstwin.api import load
from firstwin.diagnostics import Severity
from firstwin.models.values import Markdown

INJECTIONS = Path(__file__).with_name("injections.txt").read_text("utf-8").splitlines()
PARTS = 4
"""How many projects it takes for each injection to stand in several texts of each kind."""

_REJECTED = "rejected.txt"


def write_injected(folder: Path, part: int) -> None:
    """Write a project into `folder`, with what `check` lets pass."""
    project = SmallProject(folder)
    small = {"config": project.config, "files": project.files}
    rejected: list[str] = []
    for _ in range(2):  # once to ask `check`, once without what it rejects
        filled = _Fill(project, part, rejected).data(small)
        project.config, project.files = filled["config"], filled["files"]
        project.write()
        rejected = rejected or _rejected(folder)
    lay(folder, {_REJECTED: "\n".join(rejected)})


def rejected_in(folder: Path) -> list[str]:
    """The injections that `check` rejected where they stood in Markdown."""
    return (folder / _REJECTED).read_text("utf-8").splitlines()


def _rejected(folder: Path) -> list[str]:
    """The injections that `check` finds an error in, at the place where they stand."""
    report = load(folder / "site_config.yml").report
    lines = [
        report.lines[found.span.path][found.span.line - 1]
        for found in report.diagnostics
        if found.severity is Severity.ERROR
    ]
    return [
        injection
        for injection in INJECTIONS
        if any(line.endswith(as_written(injection)) for line in lines)
    ]


class _Fill:
    """Puts injections in the places of texts, in order; in Markdown, those that are not rejected."""

    def __init__(self, project: SmallProject, part: int, rejected: Collection[str]) -> None:
        start = part * len(INJECTIONS) // PARTS
        ordered = INJECTIONS[start:] + INJECTIONS[:start]
        self.project, self.rejected = project, rejected
        self.plain, self.markdown = cycle(ordered), cycle(ordered)

    def data(self, data: Any) -> Any:
        if isinstance(data, dict):
            return {key: self.data(value) for key, value in data.items()}
        if isinstance(data, list):
            return [self.data(value) for value in data]
        kind = self.project.kind(data)
        if kind is None:
            return data
        if not issubclass(kind, Markdown):
            return next(self.plain)
        injection = next(self.markdown)
        return data if injection in self.rejected else injection
