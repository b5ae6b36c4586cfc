"""What commands write of problems: with colours on a terminal, plain text elsewhere.

In: reports. Out: lines. Problems go to standard output, where they can be piped to;
everything about how it is going goes to standard error.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Final

from firstwin.cli.lines import write
from firstwin.diagnostics import Diagnostic, Report, Span
from firstwin.diagnostics.report import Format, PieceKind, pieces, render, summary

_STYLES: Final = {
    PieceKind.PLACE: "bold",
    PieceKind.SEVERITY: "bold red",
    PieceKind.MESSAGE: "bold",
    PieceKind.CARET: "red",
    PieceKind.HINT: "green",
    PieceKind.NOTE: "dim",
}


_COLOURS: Final = {"warning": "bold yellow", "note": "bold cyan"}


def say_report(report: Report, form: Format, project: Path) -> None:
    """Write a report to standard output."""
    report = _from_here(report, project)
    if form is Format.TEXT and _coloured():
        _say_in_colour(report)
    elif text := render(form, report.diagnostics, report.lines, report.unseen):
        write(text)


def _coloured() -> bool:
    if "NO_COLOR" in os.environ:
        return False
    return "FORCE_COLOR" in os.environ or sys.stdout.isatty()


def _say_in_colour(report: Report) -> None:
    from rich.console import Console  # noqa: PLC0415  # only terminals pay for it
    from rich.text import Text  # noqa: PLC0415  # the same

    console = Console(highlight=False, soft_wrap=True, force_terminal=True)
    for diagnostic in report.diagnostics:
        line = Text()
        for piece in pieces(diagnostic, report.lines):
            colour = _COLOURS.get(piece.text.partition("[")[0], "")
            is_coloured = piece.part is PieceKind.SEVERITY and colour
            line.append(piece.text, colour if is_coloured else _STYLES.get(piece.part, ""))
        console.print(line, end="\n\n")
    console.print(summary(report.diagnostics, report.unseen))


def _from_here(report: Report, project: Path) -> Report:
    """The same with paths as they are from the folder the command was called in."""
    way = Path(os.path.relpath(project)).as_posix()
    if way == ".":
        return report

    def moved(span: Span) -> Span:
        return replace(span, path=(Path(way) / span.path).as_posix())

    def here(one: Diagnostic) -> Diagnostic:
        related = tuple(replace(other, span=moved(other.span)) for other in one.related)
        return replace(one, span=moved(one.span), related=related)

    lines = {(Path(way) / path).as_posix(): lines for path, lines in report.lines.items()}
    return Report(tuple(here(one) for one in report.diagnostics), lines, report.unseen)
