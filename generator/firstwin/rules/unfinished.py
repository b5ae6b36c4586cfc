"""What is merely unfinished in a plan that somebody still writes.

In: diagnostics, and what of a project is a draft. Out: which of them say what is still to come: they are noted and stop
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from firstwin.diagnostics import Diagnostic, Severity, Span
from firstwin.models.plan import Origin
from firstwin.models.project import Project
from firstwin.sources import Document

UNFINISHED: Final = frozenset(
    (
        *("FW127", "FW403", "FW404", "FW405", "FW406", "FW409"),
        *("FW601", "FW604", "FW605", "FW608", "FW639"),
        *("FW701", "FW702", "FW703"),
    )
)
"""What is missing or not used yet: who sees a step, when it is done, a source, a picture, a text, a use."""


def as_draft(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics of a draft."""
    return [
        replace(each, level=Severity.NOTE) if each.code.id in UNFINISHED else each for each in found
    ]


class Drafts:
    """The places of what is a draft: the folders of plans, phases and steps by their lines, entries by their files."""

    def __init__(self, project: Project) -> None:
        self._folders: set[str] = set()
        self._lines: dict[str, list[range]] = {}
        for plan in project.plans.values():
            if plan.draft:
                self._folders.add(f"{plan.folder}/")
            for origin in (
                *(phase.origin for phase in plan.phases if phase.draft),
                *(step.origin for step in plan.every_step() if step.draft),
            ):
                self._add(origin)
        for id_, entry in project.library.items():
            if entry.draft:
                self._add(project.entries[id_])

    def _add(self, origin: Origin) -> None:
        if isinstance(origin.document, Document):
            lines = origin.document.lines_of(origin.keys)
            self._lines.setdefault(origin.path, []).append(lines)

    def __bool__(self) -> bool:
        return bool(self._folders or self._lines)

    def hold(self, span: Span) -> bool:
        """Whether a place lies in a draft."""
        lines = self._lines.get(span.path, ())
        return span.path.startswith(tuple(self._folders)) or any(
            span.line in each for each in lines
        )
