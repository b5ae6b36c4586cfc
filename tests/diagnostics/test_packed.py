"""A report that is kept comes back as it was, with the lines that it says something about."""

import json

from firstwin.diagnostics import Code, Diagnostic, Related, Report, Severity, Span
from firstwin.diagnostics.packed import packed, unpacked

CODE = Code("FW301", Severity.WARNING, "Too late", "It ends later.", wrong="day: 40")
FOUND = (
    Diagnostic(
        CODE,
        "the step ends later",
        Span("a.yml", 2, 1, 2, 4),
        "move it",
        (Related("the phase", Span("b.yml", 1, 1, 1, 2)),),
        Severity.NOTE,
    ),
    Diagnostic(CODE, "another", Span("gone.yml"), ""),
)


def test_it_comes_back_as_it_was() -> None:
    lines = {"a.yml": ["one", "two"], "b.yml": ["one"]}
    report = Report(FOUND, lines, ("a.yml",))
    assert unpacked(json.loads(json.dumps(packed(report)))) == report


def test_lines_of_other_files_are_left_out() -> None:
    report = Report(FOUND[:1], {"a.yml": ["one"], "b.yml": ["one"], "c.yml": ["one"]}, ())
    assert packed(report)["lines"].keys() == {"a.yml", "b.yml"}
