"""Apply every rule.

In: a `Catalog`, and what day it is. Out: everything that is valid and still wrong for a customer, in the order of the files:
as bad as the project takes it to be, and without what is accepted in its place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from firstwin.caching.memo import Memo
from firstwin.diagnostics import Diagnostic, Related, Severity, Span, in_order
from firstwin.models.plan import Plan
from firstwin.rules.allowed import accepted_by, comments_of, not_needed
from firstwin.rules.inspection import Inspection
from firstwin.rules.levels import Levels
from firstwin.rules.part import ProjectPart, beside_plans, for_plans, of_plan, whole_project
from firstwin.rules.registry import FIRM, RULES
from firstwin.rules.rule import Rule
from firstwin.rules.stored_findings import StoredFindings
from firstwin.rules.unfinished import UNFINISHED, Drafts
from firstwin.validate import Catalog

EVERYTHING: Final = frozenset(Severity)


def lint(
    catalog: Catalog,
    today: date,
    severities: Collection[Severity] = EVERYTHING,
    memo: Memo | None = None,
    stored: StoredFindings | None = None,
) -> list[Diagnostic]:
    """What the rules of some severities find on a day. Of an incomplete catalog nobody says that something is missing in it.

    What they find in plans of which all is alike is as the `memo` has it, or as it was `stored`.
    """
    *_, reported = linting(catalog, today, severities, memo, stored)
    return reported or []


def linting(
    catalog: Catalog,
    today: date,
    severities: Collection[Severity] = EVERYTHING,
    memo: Memo | None = None,
    stored: StoredFindings | None = None,
) -> Iterator[list[Diagnostic] | None]:
    """Look step by step: nothing for each, and at last all that `lint` finds. Who looks no further loses nothing of the `memo`."""
    memo = memo or Memo()
    levels = Levels([each for each in catalog.project.config.rules if each.rule not in FIRM])
    drafts, comments = Drafts(catalog.project), comments_of(catalog, memo)
    with_advice = Severity.WARNING in severities
    # Whether a comment is needed is known once its rules were asked, whatever they are about.
    asked = {code for each in comments for code in each.codes} if with_advice else set[str]()
    rules = [
        each
        for each in RULES
        if levels.may_be(each.code, severities)
        or each.code.id in asked
        or (drafts and Severity.NOTE in severities and each.code.id in UNFINISHED)
    ]
    accepted = accepted_by(comments)
    reported, used = list[Diagnostic](), set[tuple[Span, str]]()
    # What an entry says is looked at in each of its uses, and told once.
    found = dict[Diagnostic, None]()
    for some in _found_by(rules, catalog, today, memo, stored):
        found |= dict.fromkeys(some)
        yield None
    for each in found:
        code, path = each.code, each.span.path
        comment = None if code.id in FIRM else accepted.get((path, code.id, each.span.line))
        level = levels.of(code, path)
        if level and code.id in UNFINISHED and drafts.hold(each.span):
            level = Severity.NOTE
        if comment:
            used.add((comment.span, code.id))
        elif level in severities:
            reported.append(each if level is code.severity else replace(each, level=level))
    if with_advice and not catalog.losses:
        reported += not_needed(comments, used, {each.code.id for each in RULES} - FIRM)
    yield in_order(reported)


def _found_by(
    rules: Sequence[Rule],
    catalog: Catalog,
    today: date,
    memo: Memo,
    stored: StoredFindings | None,
) -> Iterator[Iterable[Diagnostic]]:
    """What is found in each part, and then by each rule that looks at all of it: it finds there what was gathered."""
    alone = tuple(rule for rule in rules if rule.plan_by_plan)
    all_of_it = whole_project(catalog, memo)
    yield from _found_in_parts(alone, all_of_it, today, memo, stored)
    inspection = Inspection(all_of_it, today, memo)
    for rule in rules:
        if not rule.plan_by_plan:
            yield rule.check(inspection)


def _found_in_parts(
    rules: tuple[Rule, ...],
    all_of_it: ProjectPart,
    today: date,
    memo: Memo,
    stored: StoredFindings | None,
) -> Iterator[Iterable[Diagnostic]]:
    codes, found = tuple(rule.code.id for rule in rules), partial(_found, memo)
    beside = beside_plans(all_of_it)
    yield memo.of(("found beside plans", codes), found, rules, beside, today)
    common = memo.same(("what plans are looked at with", codes), for_plans(all_of_it.catalog))
    of_plans = dict[str, tuple[Diagnostic, ...]]()
    # Those that extend another come last: what is found in that one as well is its own.
    plans = sorted(all_of_it.plans.items(), key=lambda each: each[1].extends is not None)
    for tier, plan in plans:
        part = of_plan(tier, all_of_it, common)
        look = stored.looking(tier, found) if stored else found
        made = memo.of(("found in a plan", codes, tier), look, rules, part, today)
        base = all_of_it.plans.get(plan.extends or "")
        of_plans[tier] = made
        yield tuple(_where_caused(made, plan, base, of_plans.get(base.tier, ()))) if base else made


def _where_caused(
    found: Iterable[Diagnostic], plan: Plan, base: Plan, in_base: Collection[Diagnostic]
) -> Iterator[Diagnostic]:
    """What is right in the plan that another extends, and wrong in that other, is told where it extends it."""
    for each in found:
        if not each.span.path.startswith(f"{base.folder}/") or each in in_base:
            yield each
        else:
            span = plan.origin.at("extends").span
            related = (Related("written here", each.span), *each.related)
            hint = f"under `adjust`: {each.hint}" if each.hint else ""
            yield replace(each, span=span, hint=hint, related=related)


def _found(
    memo: Memo, rules: Sequence[Rule], part: ProjectPart, today: date
) -> tuple[Diagnostic, ...]:
    inspection = Inspection(part, today, memo)
    return tuple(found for rule in rules for found in rule.check(inspection))
