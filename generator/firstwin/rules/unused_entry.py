"""FW701: a library entry without a use."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.links_inside import links_found
from firstwin.rules.rule import Rule

CODE = Code(
    "FW701",
    Severity.WARNING,
    "A library entry that nothing uses",
    "No playbook, persona file or play uses this entry, and no text leads to it where it is a document, so nobody reads it. Use it, or delete the "
    "file; a file whose name begins with `_` is kept aside.",
    wrong="playbooks/library/old-tutorial.yml",
    right="playbooks/library/_old-tutorial.yml",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    used = {step.entry for step in inspection.project.every_step()}
    used |= {meant.id for _, _, meant in links_found(inspection) if meant.kind == "document"}
    for id_, origin in inspection.project.entries.items():
        if id_ not in used and not inspection.catalog.losses.may_name(id_):
            yield Diagnostic(
                CODE,
                f"nothing uses the library entry `{id_}`",
                origin.at("title").span,
                f"write `- use: {id_}` in a playbook, or delete the file",
            )


RULE = Rule(CODE, check)
