"""FW638: ids that are made, and written nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity, Span
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW638",
    Severity.NOTE,
    "Ids that are written nowhere",
    "Phases and steps may have a title and no id, and entries of `items`, `fields`, `actions`, `questions`, `sessions`, `tests`, "
    "`criteria`, `ready_when` and the `when` of an acceptance may be a plain list: each gets the id that its title or text makes. What readers tick is kept under ids. So whoever changes "
    "such a text makes another thing of it, and the tick is gone. `firstwin ids --write` writes the ids into the files, "
    "the same that were made, and changes nothing else there: do that before the first reader comes.",
    wrong="items:\n  - Export the list of people",
    right="items:\n  export-the-list-of-people: Export the list of people",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for document in inspection.catalog.documents.values():
        made = document.made
        if made:
            first = min(made, key=lambda each: (each.line, each.column))
            line, column = first.line + 1, first.column + 1
            end = max(len(document.lines[first.line].rstrip()) + 1, column + 1)
            count = f"{len(made):,} ids here are" if len(made) > 1 else "one id here is"
            message = f"{count} made of a text, and would change with it"
            hint = "write them before the first reader comes: firstwin ids --write"
            yield Diagnostic(CODE, message, Span(document.path, line, column, line, end), hint)


RULE = Rule(CODE, check)
