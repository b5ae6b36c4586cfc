"""FW616: Markdown of other tools, which is shown as typed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Origin
from firstwin.models.values import Markdown
from firstwin.rules.inspection import Inspection
from firstwin.rules.places import MOST_FAULTS, line_of, span_of
from firstwin.rules.rule import Rule
from firstwin.text import foreign
from firstwin.text.foreign import BOX_HINT

CODE = Code(
    "FW616",
    Severity.WARNING,
    "Markdown that is shown as typed",
    "Other tools draw struck-out words, marked words, boxes to tick, tabs, formulas, keys, contents and emoji from "
    "signs, and tables and remarks in boxes from other ones. The Markdown used here has none of these: readers would see the signs. An address that cannot be one is no link either. Signs that are "
    "meant stand between backticks.",
    wrong="text: This is ~~not~~ needed.",
    right="text: This is needed.",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for text in inspection.texts:
        if not isinstance(text.value, Markdown):
            continue
        for fault in islice(foreign(text.value), MOST_FAULTS):
            span = span_of(text.origin, fault.piece)
            if span == text.origin.span:
                span = line_of(text.origin, text.value, fault.line)
            hint = _box_hint(text.origin) if fault.hint == BOX_HINT else fault.hint
            yield Diagnostic(CODE, fault.message, span, hint)


def _box_hint(origin: Origin) -> str:
    """What to do about a box to tick, where it stands."""
    if "items" in origin.keys:
        return "leave the signs out: what stands under `items` has a box of its own"
    if origin.keys[-1:] == ("body",):
        return "a mail holds no boxes: leave the signs out, so that a list is left"
    return BOX_HINT


RULE = Rule(CODE, check, plan_by_plan=True)
