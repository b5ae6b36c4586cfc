"""What is wrong, as a browser shows it.

In: a report, or an error. Out: an `Attempt` that came to nothing but problems.
"""

from __future__ import annotations

from firstwin.diagnostics import Diagnostic, Report, visible
from firstwin.diagnostics.report import PieceKind, pieces
from firstwin.errors import FirstwinError
from firstwin.serve.notices import Problem
from firstwin.serve.preview import Attempt


def broken_off(error: FirstwinError) -> Attempt:
    """What could not go on."""
    return Attempt(problems=(Problem("error", visible(error.message), hint=visible(error.hint)),))


def failed(report: Report) -> Attempt:
    """What a report stopped."""
    return Attempt(
        problems=tuple(_problem(one, report) for one in report.diagnostics), report=report
    )


def _problem(one: Diagnostic, report: Report) -> Problem:
    """A diagnostic as a browser shows it."""
    excerpt = [
        piece.text
        for piece in pieces(one, report.lines)
        if piece.part in (PieceKind.SOURCE, PieceKind.CARET)
    ]
    notes = [f"{other.span}: {other.message}" for other in one.related]
    return Problem(
        severity=one.severity.value,
        code=one.code.id,
        message=visible(one.message),
        place=visible(str(one.span)),
        source="\n".join(excerpt),
        hint="\n".join(visible(line) for line in (one.hint, *notes) if line),
    )
