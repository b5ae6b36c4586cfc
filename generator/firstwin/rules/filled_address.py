"""FW621: an address that is none once its values are filled in."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.text import fault_of_address, fill, gaps

CODE = Code(
    "FW621",
    Severity.ERROR,
    "A filled-in address that a page may not link to",
    "An address may ask for values, as a text does: `mailto:{{ company.mail }}`. What comes of it has to be a full "
    "address that begins with https, http, mailto or tel; the message shows it as it is once it is filled in.",
    wrong="links:\n  - title: The system's status\n    url: https://{{ product.name }} status.example",
    right="links:\n  - title: The system's status\n    url: https://status.example/{{ product.name }}",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for address in inspection.addresses:
        for values in inspection.values_of_uses(address) if gaps(address.value) else ():
            filled = fill(address.value, values)
            fault = None if gaps(filled) else fault_of_address(filled)
            if fault:
                meant = fault.hint.removeprefix("write ")
                is_whole = meant.startswith(("https:", "http:", "mailto:", "tel:"))
                hint = f"the values have to make it {meant}" if is_whole else fault.hint
                yield Diagnostic(CODE, fault.message, address.origin.span, hint)


RULE = Rule(CODE, check, plan_by_plan=True, firm="it keeps readers safe")
