"""FW702: a declared parameter without `{{ set.name }}`."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.library import asked_as
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.text import gaps

CODE = Code(
    "FW702",
    Severity.WARNING,
    "A parameter that no text asks for",
    "A parameter fills `{{ set.name }}` in the texts and addresses of its entry, or in what a use of it writes. "
    "Nothing asks for this one.",
    wrong="parameters:\n  sender:\n    title: Who signs the email\nbody: Hello",
    right="parameters:\n  sender:\n    title: Who signs the email\nbody: Hello from {{ set.sender }}",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    asked: dict[str, set[str]] = {}
    losses = inspection.catalog.losses
    for text in inspection.filled:
        if text.entry:
            asked.setdefault(text.entry, set()).update(gap.name for gap in gaps(text.value))
    for id_, origin in inspection.project.entries.items():
        for name in inspection.parameters(id_):
            is_asked = asked_as(name) in asked.get(id_, ()) or losses.may_say(asked_as(name))
            if not is_asked and not losses.in_piece(origin):
                yield Diagnostic(
                    CODE,
                    f"no text asks for the parameter `{name}`",
                    origin.at("parameters", name).key_span,
                    f"write `{{{{ {asked_as(name)} }}}}` in a text, or remove the parameter",
                )


RULE = Rule(CODE, check)
