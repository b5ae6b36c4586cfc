"""The types of a problem: `Code`, `Span`, `Diagnostic`, and the `Report` of a run.

In: nothing. Out: frozen values every stage can return. They know no file system and no terminal, so
that a fault looks the same in a test, in a terminal and in a browser overlay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import Enum


class Severity(Enum):
    """How bad it is. A strict run (the default) stops at errors and warnings, none at what is merely noted."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of problem, with a permanent name and the text `firstwin explain` prints.

    `wrong` and `right` are short YAML snippets: what triggers the code and what to write instead.
    """

    id: str
    severity: Severity
    title: str
    explanation: str
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file. Lines and columns count from 1; the end column is exclusive.

    `path` is relative to the project's folder and uses forward slashes on every platform. `field` is the way
    to the value in its file, `phases[0].steps[2].owner`; it is empty where the file is not readable YAML.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    field: str = dataclass_field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that belongs to the same fault, with what it has to do with it."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake: what is wrong (`message`), where (`span`), what to do (`hint`)."""

    code: Code
    message: str
    span: Span
    hint: str = ""
    related: tuple[Related, ...] = ()
    level: Severity | None = None
    """How bad a project takes it to be, where that is not what its code says."""

    @property
    def severity(self) -> Severity:
        """How bad it is: what the project says of it, or else its code."""
        return self.level or self.code.severity


@dataclass(frozen=True, slots=True)
class Report:
    """What a run found wrong, in the order of the files.

    `lines` are the lines of the files it is about, for whoever shows them. `unseen` says, in a line each, what could
    not be looked at because of something that is wrong.
    """

    diagnostics: tuple[Diagnostic, ...] = ()
    lines: Mapping[str, Sequence[str]] = dataclass_field(default_factory=dict, repr=False)
    unseen: Sequence[str] = ()

    def ok(self, *, strict: bool = True) -> bool:
        """Whether a build may go on. A strict one stops at warnings as well; none stops at what is noted."""
        stops = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return all(found.severity not in stops for found in self.diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics as they are reported: by file, then by place."""
    return sorted(diagnostics, key=lambda one: (one.span, one.code.id, one.message))
