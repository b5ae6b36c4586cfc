"""Apply every rule.

In: a `Catalog`, and what day it is. Out: everything that is valid and still wrong for a customer, in the order of the files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Final

from firstwin.diagnostics import Diagnostic, Severity, in_order
from firstwin.kept import Kept
from firstwin.rules.inspection import Inspection
from firstwin.rules.part import Part, beside_plans, entries_of, for_plans, of_plan, whole
from firstwin.rules.registry import RULES
from firstwin.rules.rule import Rule
from firstwin.validate import Catalog

EVERYTHING: Final = frozenset(Severity)


def lint(
    catalog: Catalog,
    today: date,
    severities: Collection[Severity] = EVERYTHING,
    kept: Kept | None = None,
) -> list[Diagnostic]:
    """What the rules of some severities find on a day. Of an incomplete catalog nobody says that something is missing in it.

    What they find in plans of which all is alike is as it is `kept`.
    """
    kept = kept or Kept()
    rules = [rule for rule in RULES if rule.code.severity in severities]
    alone = tuple(rule for rule in rules if rule.plan_by_plan)
    at_once = [rule for rule in rules if not rule.plan_by_plan]
    # What an entry says is looked at in each of its uses, and told once.
    return in_order(
        dict.fromkeys(
            (
                *_found(at_once, whole(catalog), today, kept),
                *_found(alone, beside_plans(catalog), today, kept),
                *_found_in_plans(alone, catalog, today, kept),
            )
        )
    )


def _found_in_plans(
    rules: tuple[Rule, ...], catalog: Catalog, today: date, kept: Kept
) -> Iterator[Diagnostic]:
    codes = tuple(rule.code.id for rule in rules)
    common = kept.same(("what plans are looked at with", codes), for_plans(catalog))
    for tier, plan in catalog.project.plans.items():
        entries = kept.of(("entries of a plan", tier), entries_of, plan)
        part = of_plan(plan, tier, entries, common, catalog)
        yield from kept.of(("found in a plan", codes, tier), _found, rules, part, today)


def _found(
    rules: Iterable[Rule], part: Part, today: date, kept: Kept | None = None
) -> tuple[Diagnostic, ...]:
    inspection = Inspection(part, today, kept or Kept())
    return tuple(found for rule in rules for found in rule.check(inspection))
