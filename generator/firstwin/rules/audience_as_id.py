"""FW504: an audience where only ids belong, which would keep nothing back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.values import Audience
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.validate.words import nearest

CODE = Code(
    "FW504",
    Severity.ERROR,
    "An audience taken for an id",
    "Below `items`, `fields`, `options` and the like every key is an id. An `audience` there would be an entry of "
    "that name, shown to everybody, and keep nothing back. It belongs on the step, or on each item.",
    wrong="items:\n  audience: internal\n  discount: Agree on the discount",
    right="items:\n  discount:\n    text: Agree on the discount\n    audience: internal",
)

_KEY: Final = "audience"
_WORDS: Final = tuple(audience.value for audience in Audience)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for text in inspection.texts:
        if _KEY in text.keys and nearest(text.value, _WORDS):
            at = text.base.at(*text.keys[: text.keys.index(_KEY) + 1])
            yield Diagnostic(
                CODE,
                "`audience` is an id here: it keeps nothing back",
                at.key_span,
                "write it on the step, or beside the text of each item it is meant for",
            )


RULE = Rule(CODE, check, plan_by_plan=True, firm="readers would see what is not for them")
