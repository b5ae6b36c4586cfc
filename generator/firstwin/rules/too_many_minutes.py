"""FW607: a persona whose steps take longer than it was told."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.effort import Effort, in_sum
from firstwin.models.part import minutes
from firstwin.models.plan import Persona, Plan
from firstwin.models.playbook import Choice
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW607",
    Severity.ERROR,
    "More minutes than the tier promises",
    "`minutes` in `tiers.yml` promises the most time the plan asks of a persona. The sum of its "
    "steps and touchpoints, as its guide counts them, keeps that promise. Of a range of minutes the longest counts.",
    wrong="# tiers.yml promises the admin 400 minutes at most\n- id: clean-data\n  owner: admin\n  minutes: 480",
    right="# tiers.yml promises the admin 400 minutes at most\n- id: clean-data\n  owner: admin\n  minutes: 60",
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        tier = inspection.tier(plan)
        for role, promised in tier.minutes.items() if tier else ():
            persona = plan.personas.get(role)
            taken = _minutes(inspection, plan, persona).most if persona else 0
            if taken > promised:
                origin = inspection.catalog.files["tiers"].at("tiers", plan.tier, "minutes", role)
                yield Diagnostic(
                    CODE,
                    f"the plan takes `{role}` {taken} minutes, but {promised} are promised",
                    origin.span,
                    f"take minutes off its steps, or promise {taken} here",
                )


def _minutes(inspection: Inspection, plan: Plan, persona: Persona) -> Effort:
    """The minutes of a persona's guide, as its page adds them up: those of onboarding."""
    total = in_sum(_of_steps(inspection, plan, persona))
    for id_, touchpoint in plan.touchpoints.items():
        days = plan.touchpoint_days.get(id_)
        seen = inspection.audience(persona).sees(touchpoint.audience)
        if days and seen and persona.role in touchpoint.people:
            total += touchpoint.minutes * plan.of_onboarding(touchpoint, days)
    return total


def _of_steps(
    inspection: Inspection, plan: Plan, persona: Persona
) -> Iterator[tuple[Effort, Choice | None]]:
    """What each step of onboarding takes a persona, and the choice it belongs to."""
    for phase, step in inspection.guide(plan, persona):
        if not phase.after:
            adjustment = persona.adjust.get(step.id)
            adjusted = adjustment.minutes if adjustment else None
            taken = minutes(step.content, step.owner, persona.role, adjusted)
            yield taken, next((each for each in phase.choices if step.id in each.of), None)


RULE = Rule(CODE, check, plan_by_plan=True)
