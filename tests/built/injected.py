"""A project in which every text tries to run a script, to load something, or to break out of its place.

The small project and what it says nothing in, with its texts taken from `injections.txt`, one after the other. Plain text may be
anything. What `check` rejects in Markdown, with a place, is noted, and the next stands there: what it accepts is
published.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml
from tests.built.rewriting import SmallProject, as_written, texts_in
from tests.files import lay

from firstwin.diagnostics import Severity
from firstwin.loading import load
from firstwin.models.values import Markdown

INJECTIONS = Path(__file__).with_name("injections.txt").read_text("utf-8").splitlines()
PARTS = 4
"""How many projects it takes for each injection to stand in several texts of each kind."""

_MORE = Path(__file__).with_name("more_texts.yml")
_CONFIG, _PAGES, _PHASE, _STEPS = "site_config.yml", "pages", "phase", "steps"
_REJECTED = "rejected.txt"


def write_harmless(folder: Path) -> None:
    """Write the same project into `folder` as it is before."""
    _project(folder)


def _project(folder: Path) -> SmallProject:
    """The small project with a text more of each kind that it has none of."""
    project = SmallProject(folder)
    shutil.copytree(project.playbooks / "library/images", project.playbooks / "team/images")
    more = yaml.load(_MORE.read_text("utf-8"), yaml.BaseLoader)
    phase = project.files["team/playbook.yml"]["phases"][-1]
    steps = phase[_STEPS]
    _merge(phase, more.pop(_PHASE))
    phase[_STEPS] = [*steps, *phase[_STEPS]]
    _merge(project.config, more.pop(_CONFIG))
    _merge(project.pages, more.pop(_PAGES))
    _merge(project.files, more)
    project.write()
    project.texts = {str(text): type(text) for _, text in texts_in(folder)}
    return project


def _merge(into: dict[str, Any], more: dict[str, Any]) -> None:
    for name, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(name), dict):
            _merge(into[name], value)
        else:
            into[name] = value


def write_injected(folder: Path, part: int) -> None:
    """Write a project into `folder`, with what `check` lets pass."""
    project = _project(folder)
    small = {"config": project.config, "files": project.files, "pages": project.pages}
    rejected: list[str] = []
    found = [""]  # others take the places of what is rejected, until nothing is
    while found:
        filled = _Fill(project, part, rejected).data(small)
        project.config, project.files, project.pages = filled.values()
        project.write()
        found = _rejected(folder)
        rejected += found
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
        return next(each for each in self.markdown if each not in self.rejected)
