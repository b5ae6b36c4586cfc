"""Reports as plain data, to be kept.

In: a report. Out: what JSON can hold, and the report again. Of the lines only those of files are in it that it says
something about.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from firstwin.diagnostics.model import Code, Diagnostic, Related, Report, Severity, Span


def packed(report: Report) -> dict[str, Any]:
    """A report as plain data."""
    lines = {path: report.lines[path] for path in _paths(report) if path in report.lines}
    return {
        "diagnostics": [asdict(one, dict_factory=_plain) for one in report.diagnostics],
        "lines": {path: list(each) for path, each in lines.items()},
        "unseen": list(report.unseen),
    }


def unpacked(data: dict[str, Any]) -> Report:
    """A report of what `packed` made of it."""
    found = tuple(_diagnostic(**one) for one in data["diagnostics"])
    return Report(found, data["lines"], tuple(data["unseen"]))


def _diagnostic(**data: Any) -> Diagnostic:
    code = data["code"]
    return Diagnostic(
        Code(**{**code, "severity": Severity(code["severity"])}),
        data["message"],
        Span(**data["span"]),
        data["hint"],
        tuple(Related(each["message"], Span(**each["span"])) for each in data["related"]),
        Severity(data["level"]) if data["level"] else None,
    )


def _plain(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value.value if isinstance(value, Severity) else value for name, value in fields}


def _paths(report: Report) -> Iterator[str]:
    for one in report.diagnostics:
        yield one.span.path
        for other in one.related:
            yield other.span.path
