"""FW608: placeholder text such as TODO."""

from __future__ import annotations

import re
from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.places import span_of
from firstwin.rules.rule import Rule
from firstwin.validate.words import short

CODE = Code(
    "FW608",
    Severity.WARNING,
    "A text that only stands for another",
    "Words such as TODO, TBD or lorem ipsum stand for a text that is still to come; no customer "
    "should read them. `writing.placeholders` in `site_config.yml` names more of them.",
    wrong="summary: TODO",
    right="summary: Nobody waits for a password later.",
)


_WORDS = (
    *("TODO", "TBD", "TBA", "TBC", "FIXME"),
    *("lorem ipsum", "Lorem ipsum", "LOREM IPSUM"),
)
_BOXES = (
    *("note", "abstract", "info", "tip", "success", "question"),
    *("warning", "failure", "danger", "bug", "example", "quote"),
)
"""Kinds of boxes that other tools fold up behind `???`, which FW616 tells of."""
ALWAYS = re.compile(
    rf"\b(?:{'|'.join(_WORDS)}|XXX+)\b|(?!\?\?\?\+? +(?:{'|'.join(_BOXES)})\b)\?\?\?+"
)
_ALONE = re.compile(r"(?i)\W*(?:todo|tb[adc]|fixme|xxx+|lorem|n/?a)\W*")
"""What no text would say that says nothing else."""
_LONGEST_ALONE = 9
_SIGNS = (*_WORDS, "XXX", "???")
"""Without one of these there is no placeholder, and a word is found faster than a pattern."""


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    everything = inspection.all_text
    patterns = [ALWAYS] if any(sign in everything for sign in _SIGNS) else []
    patterns += [pattern for pattern in _own(inspection) if pattern.search(everything)]
    for text in inspection.texts:
        found = next((each for pattern in patterns if (each := pattern.search(text.value))), None)
        if not found and len(text.value) < _LONGEST_ALONE:
            found = _ALONE.fullmatch(text.value)
        if found:
            yield Diagnostic(
                CODE,
                f"`{short(found[0])}` only stands for a text to come",
                span_of(text.origin, found[0]),
                "write the text, or leave the key out",
            )


def _own(inspection: Inspection) -> Iterator[re.Pattern[str]]:
    """What the project calls placeholders."""
    words = inspection.project.config.writing.placeholders
    if words:
        yield re.compile(
            "|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words), re.IGNORECASE
        )


RULE = Rule(CODE, check, plan_by_plan=True)
