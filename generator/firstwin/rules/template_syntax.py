"""FW603: double braces that are no value."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.values import Markdown
from firstwin.rules.inspection import Inspection
from firstwin.rules.places import span_of
from firstwin.rules.rule import Rule
from firstwin.text import escaped_gaps, other_syntax
from firstwin.text.dialect import without_code
from firstwin.validate.words import short

CODE = Code(
    "FW603",
    Severity.WARNING,
    "Template syntax that is shown as typed",
    "Nothing in a playbook is ever evaluated. Only `{{ product.name }}` and its like are filled "
    "in; any other `{{`, `{%` or `{#` is shown to the reader as it stands here, and so is a value behind a backslash, as in "
    "a path: two stand for one.",
    wrong='text: "{% if data-migration %}Export the old data first.{% endif %}"',
    right="text: Export the old data first.\nonly_if: data-migration",
)

_written = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")

_single = re.compile(r"(?<![{$])\{ *([A-Za-z][\w-]*(?:\.[\w-]+)+) *\}(?!\})")


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for text in inspection.texts:
        if "{" not in text.value:
            continue
        for single in _single.finditer(text.value):
            if single[1] in inspection.values_of(text):
                message = f"`{single[0]}` is shown as typed: a value stands between double braces"
                hint = f"write: {{{{ {single[1]} }}}}"
                yield Diagnostic(CODE, message, span_of(text.origin, single[0]), hint)
        for gap in escaped_gaps(text.value):
            typed = text.value[gap.start : gap.end]
            if text.value[: gap.start][-1:].strip() and gap.name in inspection.values_of(text):
                message = f"`{typed[1:]}` is shown as typed: a backslash stands before it"
                hint = f"two backslashes are shown as one, and the value is filled in: write: \\{typed}"
                place = span_of(text.origin, typed, text.value.count(typed, 0, gap.start))
                yield Diagnostic(CODE, message, place, hint)
        # One diagnostic a text: `{% if %}` and `{% endif %}` are one mistake.
        is_prose = isinstance(text.value, Markdown)
        start = other_syntax(without_code(text.value) if is_prose else text.value)
        if start is not None:
            found = _written.match(text.value, start)
            typed = found[0] if found else text.value[start : start + 2]
            yield Diagnostic(
                CODE,
                f"`{short(typed)}` is shown as typed: only plain values are filled in",
                span_of(text.origin, typed, text.value.count(typed, 0, start)),
                "remove it, or fill in a value: `{{ product.name }}`",
            )


RULE = Rule(CODE, check, plan_by_plan=True)
