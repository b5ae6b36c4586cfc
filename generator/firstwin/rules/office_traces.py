"""FW630: an office file that tells its readers who wrote it, or what was remarked and changed."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity, Span
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.sources import FILES

CODE = Code(
    "FW630",
    Severity.WARNING,
    "A download with what its program wrote into it",
    "Word, Excel and PowerPoint, and the programs like them, write into a file who made and changed it, what reviewers "
    "remarked, and what stood there before a change that is tracked. Downloads are published byte for byte, so readers get that "
    "too. The program takes it out: in Word, Excel and PowerPoint it is *File, Info, Inspect Document*. Where it is meant, "
    "`rules` in `site_config.yml` turns this off for the file.",
)
_HINT = "in Office: File, Info, Inspect Document, Remove All; or publish it as a PDF"


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for name, traces in inspection.catalog.download_traces.items():
        path = f"{FILES}/{name}"
        message = f"{path} is published with what its program wrote into it: {', '.join(traces)}"
        yield Diagnostic(CODE, message, Span(path), _HINT)


RULE = Rule(CODE, check)
