"""FW413 and FW414: lines and steps of which some are enough, and nothing to choose, or not from these."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.item import ItemGroup
from firstwin.models.plan import PhasePlan, Step
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.validate.words import Spelling, listed

NOTHING_TO_CHOOSE = Code(
    "FW413",
    Severity.ERROR,
    "Some are enough, and all are needed",
    "`at_least` says how many items of a group, or steps of a choice, are enough: fewer than there are. Optional ones do not "
    "count. Who does a step chooses its lines, so that an item of such a group has no owner of its own.",
    wrong="items:\n  training:\n    title: Train your team\n    at_least: 2\n    items:\n      webinar: Join the webinar\n"
    "      recording: Watch the recording",
    right="items:\n  training:\n    title: Train your team\n    at_least: 1\n    items:\n      webinar: Join the webinar\n"
    "      recording: Watch the recording",
)
NOT_TO_CHOOSE = Code(
    "FW414",
    Severity.ERROR,
    "A choice of a step that cannot be chosen",
    "`choices` of a phase name steps of that phase, each in one choice. What is optional, or a milestone, is none to choose.",
    wrong="choices:\n  - of:\n      - webinar\n      - recordng",
    right="choices:\n  - of:\n      - webinar\n      - recording",
)


def _nothing_to_choose(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        for step in plan.every_step():
            yield from _groups(step)
        for phase in plan.phases:
            for at, choice in enumerate(phase.choices):
                if choice.at_least >= len(choice.of):
                    yield Diagnostic(
                        NOTHING_TO_CHOOSE,
                        f"{choice.at_least} of {len(choice.of)} steps are all of them",
                        phase.origin_of("choices").at(at, "at_least").span,
                        "write fewer, or remove the choice: then all are needed",
                    )


def _groups(step: Step) -> Iterator[Diagnostic]:
    for id_, group in step.content.items.items():
        if not isinstance(group, ItemGroup) or group.at_least is None:
            continue
        origin = step.origin_of("items").at(id_)
        count = sum(not item.optional for item in group.items.values())
        if group.at_least >= count:
            yield Diagnostic(
                NOTHING_TO_CHOOSE,
                f"{group.at_least} of {count} items are all of them",
                origin.at("at_least").span,
                "write fewer, or remove `at_least`: then all are needed",
            )
        for name, item in group.items.items():
            if item.owner:
                yield Diagnostic(
                    NOTHING_TO_CHOOSE,
                    "an item of which some are enough has no owner of its own",
                    origin.at("items", name, "owner").key_span,
                    "remove it: whoever does the step chooses",
                )


def _not_to_choose(inspection: Inspection) -> Iterator[Diagnostic]:
    for plan in inspection.plans:
        for phase in plan.phases:
            yield from _choices(phase, inspection)


def _choices(phase: PhasePlan, inspection: Inspection) -> Iterator[Diagnostic]:
    steps, taken = {step.id: step for step in phase.steps}, set[str]()
    for at, choice in enumerate(phase.choices):
        for position, id_ in enumerate(choice.of):
            if id_ not in steps and inspection.catalog.losses.may_name(id_):
                continue
            wrong, hint = _wrong(id_, steps, taken)
            taken.add(id_)
            if wrong:
                origin = phase.origin_of("choices").at(at, "of", position)
                yield Diagnostic(NOT_TO_CHOOSE, wrong, origin.span, hint)


def _wrong(id_: str, steps: dict[str, Step], taken: set[str]) -> tuple[str, str]:
    """What is wrong with a step of a choice, and what to do; nothing where nothing is."""
    step = steps.get(id_)
    if step is None:
        known = (
            f"its steps are {listed(steps, 'and')}"
            if steps
            else "it has none: write it below `steps`"
        )
        hint = Spelling(steps).did_you_mean(id_) or known
        return f"there is no step `{id_}` in this phase", hint
    if id_ in taken:
        return f"the step `{id_}` stands in a choice already", "remove it here"
    if step.is_milestone:
        return f"the milestone `{id_}` marks an outcome for all", "remove it here"
    if step.content.optional:
        return f"the step `{id_}` is optional anyway", "remove it here, or its `optional`"
    return "", ""


SOME_SUFFICE_RULES = (
    Rule(NOTHING_TO_CHOOSE, _nothing_to_choose, plan_by_plan=True),
    Rule(NOT_TO_CHOOSE, _not_to_choose, plan_by_plan=True, firm="a page would name no step"),
)
