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


ALWAYS = re.compile(r"\b(?:TODO|TBD|TBA|TBC|FIXME|XXX+|[Ll]orem ipsum|LOREM IPSUM)\b|\?\?\?+")


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    patterns = [ALWAYS, *_own(inspection)]
    patterns = [pattern for pattern in patterns if pattern.search(inspection.all_text)]
    for text in inspection.texts if patterns else ():
        found = next((each for pattern in patterns if (each := pattern.search(text.value))), None)
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


RULE = Rule(CODE, check)
