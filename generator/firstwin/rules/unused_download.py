"""FW243: a download that no text links to."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity, Span
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.sources import FILES

CODE = Code(
    "FW243",
    Severity.WARNING,
    "A download that nothing links to",
    "A file in `files/` is published in the editions whose pages lead to it. Where none does, nobody gets it. Link to it, or "
    "delete it; a name that begins with `_` sets a file aside.",
    wrong="text: Fill in the form.",
    right="text: Fill in [the form](file:order-form.pdf).",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    there = inspection.project.downloads
    if not there:
        return
    linked = {meant.id for _, _, meant in inspection.links_inside if meant.kind == "file"}
    for name in there.keys() - linked:
        path = f"{FILES}/{name}"
        hint = f"link to it: [words](file:{name}), or delete it"
        yield Diagnostic(CODE, f"nothing links to {path}", Span(path), hint)


RULE = Rule(CODE, check)
