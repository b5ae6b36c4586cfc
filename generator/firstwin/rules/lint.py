"""Apply every rule.

In: a `Catalog`, and what day it is. Out: everything that is valid and still wrong for a customer, in the order of the files.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from firstwin.diagnostics import Diagnostic, Severity, in_order
from firstwin.kept import Kept
from firstwin.rules.inspection import Inspection
from firstwin.rules.registry import RULES
from firstwin.validate import Catalog

EVERYTHING: Final = frozenset(Severity)


def lint(
    catalog: Catalog,
    today: date,
    severities: Collection[Severity] = EVERYTHING,
    kept: Kept | None = None,
) -> list[Diagnostic]:
    """What the rules of some severities find on a day. Of an incomplete catalog nobody says that something is missing in it."""
    inspection = Inspection(catalog, today, kept or Kept())
    rules = [rule for rule in RULES if rule.code.severity in severities]
    # What an entry says is looked at in each of its uses, and told once.
    return in_order(dict.fromkeys(found for rule in rules for found in rule.check(inspection)))
