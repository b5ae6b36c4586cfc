"""FW811 to FW815: what the site says instead of firstwin, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.words.codes import WORDS_CODES


def _check(inspection: Inspection, code: Code) -> Iterator[Diagnostic]:
    yield from (fault for fault in inspection.own_words.faults if fault.code is code)


OWN_WORDS_RULES: Final = tuple(
    Rule(
        code,
        partial(_check, code=code),
        firm="a page could not be written" if code.severity is Severity.ERROR else "",
    )
    for code in WORDS_CODES
)
