"""FW628: text that speaks to whoever leads a step, and is shown to others as well."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.part import Part
from firstwin.models.plan import Origin, Persona, Plan, Step
from firstwin.models.playbook import Adjustment
from firstwin.models.project import Vocabulary
from firstwin.rules.inspection import Inspection, guide_of, readers_of
from firstwin.rules.places import span_of
from firstwin.rules.rule import Rule
from firstwin.rules.texts import AuthorTexts
from firstwin.sources import KeyPath
from firstwin.validate.words import listed

WORDS: Final = ("you", "your", "yours", "yourself", "yourselves")
"""The words that speak to a reader, in what the rule finds and in what is told of it."""

CODE = Code(
    "FW628",
    Severity.WARNING,
    "Words for one reader that others read",
    "A step's summary and text speak to whoever leads it. Others who have a part in it, and all who "
    "see a milestone, read them as well, and take `you` for themselves. Give the step a line for them, "
    "`for_others`, or adjust its wording in the files of those personas. Where no persona of the plan "
    f"leads the step, it is written for those who read it. The words are {', '.join(WORDS)}; the rule knows "
    "English only and is silent in other languages.",
    wrong="- id: success-plan\n  owner: champion\n  with:\n    - sponsor\n  summary: You write down what success means.",
    right="- id: success-plan\n  owner: champion\n  with:\n    - sponsor\n  summary: You write down what success means.\n  for_others: The champion writes it down. Say whether it is the right goal.",
)

_SPEAKS = re.compile(rf"(?<![\w`])(?:{'|'.join(WORDS)})\b", re.IGNORECASE)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    if not inspection.is_english:
        return
    found: dict[tuple[str, KeyPath], tuple[Origin, str, list[str]]] = {}
    vocabulary = inspection.project.vocabulary
    for plan in inspection.of_each_plan("overheard in a plan", _overheard_in_plan, vocabulary):
        for role, origin, word in plan:
            place = (origin.path, origin.keys)
            hearers = found.setdefault(place, (origin, word, []))[2]
            if role not in hearers:
                hearers.append(role)
    for origin, word, hearers in found.values():
        verb = "reads" if len(hearers) == 1 else "read"
        yield Diagnostic(
            CODE,
            f"`{word}` is whoever leads this step, and {listed(hearers, 'and')} {verb} it too",
            span_of(origin, word),
            "write `for_others` beside it, one line for those who share the step without leading it",
        )


def _overheard_in_plan(
    plan: Plan, _: AuthorTexts, vocabulary: Vocabulary
) -> tuple[tuple[str, Origin, str], ...]:
    """Who reads which texts that speak to another, each with the first such word."""
    readers = readers_of(plan, vocabulary)
    roles = {persona.role for persona in readers}
    return tuple(
        (persona.role, origin, word)
        for persona in readers
        for _, step in guide_of(plan, persona, vocabulary)
        for origin, word in _overheard(roles, persona, step)
    )


def _overheard(
    roles: Collection[str], persona: Persona, step: Step
) -> Iterator[tuple[Origin, str]]:
    """The texts of a step that speak to its owner, one of those with a guide of `roles`, where this persona reads them, each with the first such word."""
    if step.owner == persona.role or step.owner not in roles:
        return
    own = persona.adjust.get(step.id) or Adjustment()
    if own.for_others or step.content.for_others:
        return
    is_told = step.parts.get(persona.role) is Part.INFORMED
    for name in ("summary",) if is_told else ("summary", "text"):
        spoken = _SPEAKS.search(getattr(step.content, name) or "")
        if spoken and not getattr(own, name):
            yield step.origin_of(name), spoken[0]


RULE = Rule(CODE, check)
