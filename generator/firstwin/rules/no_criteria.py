"""FW403: a step of which nobody can tell whether it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import repeat

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.condition import decided
from firstwin.models.item import Item, ItemGroup
from firstwin.models.steps.content import Content
from firstwin.models.steps.meeting import Meeting
from firstwin.models.values import Audience
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW403",
    Severity.ERROR,
    "A step without completion criteria",
    "Every step says how everybody can tell that it is done: `done_when`, items of which at least "
    "one is not optional, tests, deliverables, a sign-off, a decision, or a tutorial's `verify`. An acceptance "
    "is one where no customer sees the step.",
    wrong="- id: kickoff-call\n  title: Hold the kickoff call",
    right="- id: kickoff-call\n  title: Hold the kickoff call\n  done_when: The date of go-live is written down.",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    steps = [
        (step, inspection.answers(plan)) for plan in inspection.plans for step in plan.every_step()
    ]
    steps += [(step, {}) for play in inspection.plays for step in play.steps]
    for step, answers in steps:
        written = [step.origin, inspection.entry_or_step(step)]
        is_told = _is_told(step.content, step.audience, answers)
        if not is_told and not inspection.catalog.losses.in_piece(*written):
            yield Diagnostic(
                CODE,
                f"`{step.entry or step.id}` does not say when it is done",
                inspection.entry_or_step(step).span,
                "write `done_when`, `items`, `tests`, `deliverables`, `sign_off` or `decision`",
            )


def _is_told(content: Content, audience: Audience, answers: Mapping[str, str]) -> bool:
    criteria = content.criterion or content.deliverables or content.sign_off
    tried = content.tests or content.decision
    accepted = content.acceptance and audience is not Audience.CUSTOMER
    if criteria or tried or accepted:
        return True
    if isinstance(content, Meeting) and content.sessions:
        return True
    if not answers or decided(content.only_if, answers) is None:
        return any(not item.optional for _, item in content.every_item())
    return any(map(_counts, content.items.values(), repeat(answers)))


def _counts(item: Item | ItemGroup, answers: Mapping[str, str]) -> bool:
    """Whether an item, or one of a group, is needed where some conditions are decided."""
    if decided(item.only_if, answers) is None:
        return False
    if isinstance(item, ItemGroup):
        return any(map(_counts, item.items.values(), repeat(answers)))
    return not item.optional


RULE = Rule(CODE, check, plan_by_plan=True)
