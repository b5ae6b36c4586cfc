"""FW611: a file that somebody should have read through again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.date import Dated
from firstwin.models.plan import Origin
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW611",
    Severity.WARNING,
    "A review that is overdue",
    "`review_by` is the day by which somebody reads a playbook or a library entry through again: "
    "products change, and what a guide says gets old unseen. The day of the check is that of the "
    "clock, or the one that `SOURCE_DATE_EPOCH` names.",
    wrong="reviewed: 2025-11-02\nreview_by: 2026-05-02",
    right="reviewed: 2026-05-02\nreview_by: 2026-11-02",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    project = inspection.project
    entries: Mapping[str, object] = project.library
    for id_, entry in entries.items():
        if isinstance(entry, Dated) and entry.review_by:
            yield from _overdue(inspection.today, entry.review_by, project.entries[id_])
    for plan in inspection.plans:
        if plan.review_by:
            yield from _overdue(inspection.today, plan.review_by, plan.origin)


def _overdue(today: date, review_by: date, origin: Origin) -> Iterator[Diagnostic]:
    if review_by < today:
        yield Diagnostic(
            CODE,
            f"the review was due on {review_by}",
            origin.at("review_by").span,
            "read it through, then write the new days under `reviewed` and `review_by`",
        )


RULE = Rule(CODE, check)
