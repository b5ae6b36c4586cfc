"""FW602: a name between double braces that nothing gives a value."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.config import VALUES_OF
from firstwin.models.library import asked_as
from firstwin.rules.inspection import Inspection
from firstwin.rules.places import span_of
from firstwin.rules.rule import Rule
from firstwin.text import gaps
from firstwin.validate.words import listed, nearest

CODE = Code(
    "FW602",
    Severity.ERROR,
    "An undefined value",
    "`{{ product.name }}` fills in a plain value: `product` and `company` stand in "
    "`site_config.yml`, `set` holds the parameters of the library entry that a text belongs to.",
    wrong="title: Welcome to {{ product.nam }}",
    right="title: Welcome to {{ product.name }}",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    left_out = inspection.catalog.left_out
    if "site_config" in left_out:
        return
    for text in inspection.filled:
        if "{{" not in text.value:
            continue
        known = inspection.values_of(text)
        for gap in gaps(text.value):
            if gap.name not in known and gap.name.split(".")[-1] not in left_out:
                written = text.value[gap.start : gap.end]
                yield Diagnostic(
                    CODE,
                    f"nothing gives `{gap.name}` a value",
                    span_of(text.origin, written),
                    _hint(gap.name, known),
                )


def _hint(name: str, known: Collection[str]) -> str:
    first, _, rest = name.partition(".")
    beside = [each.removeprefix(f"{first}.") for each in known if each.startswith(f"{first}.")]
    near = nearest(rest, beside) if beside else nearest(name, known)
    if near:
        return f"did you mean `{first}.{near}`?" if beside else f"did you mean `{near}`?"
    if rest and name == asked_as(rest):
        return "declare it under `parameters` in the library entry"
    if first in VALUES_OF and rest:
        return f"write it in site_config.yml, under `{first}`"
    return f"the values are {listed(sorted(known), 'and')}"


RULE = Rule(CODE, check)
