"""A template's exception as a diagnostic with template and line.

In: an exception that rendering raised. Out: a `Diagnostic`. Jinja rewrites tracebacks so that they name
template files; the deepest of these is where the fault lies.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from firstwin.diagnostics import Code, Diagnostic, Span
from firstwin.render.codes import (
    TEMPLATE_FAILED,
    TEMPLATE_MISSING,
    TEMPLATE_SYNTAX,
    TEMPLATE_UNDEFINED,
)


def template_fault(
    error: Exception, template: str, project: Path, folders: Sequence[Path]
) -> Diagnostic:
    """What went wrong in `template`, or in one that it uses."""
    if isinstance(error, TemplateSyntaxError):
        path = Path(error.filename) if error.filename else Path(template)
        return _diagnostic(TEMPLATE_SYNTAX, error.message or "", path, error.lineno, project)
    path, line = ([(Path(template), 1), *_template_lines(error, folders)])[-1]
    return _diagnostic(_code(error), _message(error), path, line, project)


def _code(error: Exception) -> Code:
    if isinstance(error, UndefinedError):
        return TEMPLATE_UNDEFINED
    return TEMPLATE_MISSING if isinstance(error, TemplateNotFound) else TEMPLATE_FAILED


def _message(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template `{error.name}`"
    return str(error) or type(error).__name__


def _template_lines(error: Exception, folders: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.suffix != ".py" and any(path.is_relative_to(folder) for folder in folders):
            yield path, frame.lineno or 1


def _diagnostic(code: Code, message: str, path: Path, line: int, project: Path) -> Diagnostic:
    shown = path.relative_to(project) if path.is_relative_to(project) else path
    return Diagnostic(code, " ".join(message.split()), Span(shown.as_posix(), line, 1, line, 1))
