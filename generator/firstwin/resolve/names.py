"""What the things of one plan are called.

In: a plan and the vocabularies. Out: `Names`, which turns ids into what a reader is told: roles,
condition labels, moments, needs, metrics. Every other module of this stage asks here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from firstwin.dates import EVENT, START
from firstwin.models.condition import Alternatives, Clause
from firstwin.models.plan import Days, Plan, PlayPlan, Step
from firstwin.models.project import Project
from firstwin.models.values import Text
from firstwin.models.vocabulary import Condition, DecidedBy, Role
from firstwin.models.window import Window
from firstwin.resolve.edits import Edits, edits_of
from firstwin.resolve.guide_step import (
    AlternativeLabels,
    Anchor,
    ConditionLabel,
    MetricLine,
    Moment,
    NeededStep,
    PathText,
    RoleName,
)
from firstwin.resolve.marks import Marks, marks_of
from firstwin.resolve.metrics import metric_lines
from firstwin.resolve.moments import moment
from firstwin.resolve.texts import Texts
from firstwin.sources import Size


class Names(Struct, frozen=True):
    """The names of one plan, by id. `pictures` are the sizes of those that steps show, by their paths."""

    texts: Texts
    edits: Edits
    roles: Mapping[str, RoleName]
    conditions: Mapping[str, Condition]
    metrics: Mapping[str, MetricLine]
    anchors: Mapping[str, Anchor]
    needed: Mapping[str, NeededStep]
    marks: Marks
    tiers: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, Size] = field(default_factory=dict)

    def people(self, roles: Iterable[str]) -> tuple[RoleName, ...]:
        """Roles by their names."""
        return tuple(self.roles[role] for role in roles)

    def labels(self, only_if: tuple[Alternatives, ...] | None) -> tuple[AlternativeLabels, ...]:
        """The labels of what applies only under conditions."""
        return tuple(
            AlternativeLabels(tuple(map(self._label, each.clauses))) for each in only_if or ()
        )

    def moment(
        self, window: Window | None, days: Days, id_: str = "", event: Text | None = None
    ) -> Moment:
        """When something happens. `id_` is that of the step, if it is one; `event` says when, where no day is known."""
        if event:
            return replace(moment(None, days), event=self.texts.text(event))
        anchor = window.range.anchor if window else None
        return moment(
            window, days, self.anchors[anchor] if anchor else None, self.marks.of(window, id_)
        )

    def needs(self, ids: Iterable[str]) -> tuple[NeededStep, ...]:
        """What must be complete before, by its titles."""
        return tuple(self.needed[id_] for id_ in ids)

    def _label(self, clause: Clause) -> ConditionLabel:
        condition = self.conditions[clause.condition]
        label: str = condition.label
        if clause.option:
            label = condition.labels[clause.option]
        elif clause.negated and condition.label_not:
            label = condition.label_not
        negated = clause.negated and not condition.label_not
        question = self.texts.text(condition.question)
        answers = ((id_, self.texts.text(condition.answer(id_))) for id_ in condition.choices)
        return ConditionLabel(
            question,
            self.texts.text(label),
            negated,
            str(clause),
            tuple(answers),
            asked=condition.decided_by is DecidedBy.READER,
            paths=tuple(
                PathText(id_, self.texts.text(path.title), self.texts.text(path.text or ""))
                for id_, path in condition.paths.items()
            ),
        )


def names_of_plan(plan: Plan, project: Project, texts: Texts) -> Names:
    """The names of a tier's plan."""
    steps = list(plan.every_step())
    titles = {step.id: texts.setting(step.values).text(step.content.title) for step in steps}
    days = {id_: texts.text(day.title) for id_, day in plan.named_days.items()}
    roles = _roles(project.vocabulary.roles, texts, plan.personas)
    phases = {
        phase.id: NeededStep(
            phase.id,
            texts.text(phase.title),
            "phase",
            phase.id,
            roles[phase.owner] if phase.owner else None,
        )
        for phase in plan.phases
    }
    return Names(
        texts=texts,
        edits=edits_of(project.config),
        roles=roles,
        conditions=project.vocabulary.conditions,
        metrics=metric_lines(project.vocabulary.metrics, plan.tier, texts),
        anchors=_anchors(Anchor("start"), {**_milestones(steps, titles), **days}),
        needed=phases | _needed(steps, titles, roles),
        marks=marks_of(plan),
        tiers={id_: texts.text(tier.title) for id_, tier in project.vocabulary.tiers.items()},
        pictures=project.pictures,
    )


def names_of_play(play: PlayPlan, project: Project, texts: Texts) -> Names:
    """The names of a play. Nobody has a guide there, and its days count from what happened."""
    titles = {step.id: texts.setting(step.values).text(step.content.title) for step in play.steps}
    roles = _roles(project.vocabulary.roles, texts, ())
    return Names(
        texts=texts,
        edits=edits_of(project.config),
        roles=roles,
        conditions=project.vocabulary.conditions,
        metrics=metric_lines(project.vocabulary.metrics, "", texts),
        anchors=_anchors(Anchor("event"), _milestones(play.steps, titles)),
        needed=_needed(play.steps, titles, roles),
        marks=Marks(base=EVENT),
        pictures=project.pictures,
    )


def _needed(
    steps: Iterable[Step], titles: Mapping[str, str], roles: Mapping[str, RoleName]
) -> dict[str, NeededStep]:
    return {
        step.id: NeededStep(
            step.id,
            titles[step.id],
            "step",
            step.phase,
            roles[step.owner] if step.owner else None,
        )
        for step in steps
    }


def _roles(roles: Mapping[str, Role], texts: Texts, personas: Iterable[str]) -> dict[str, RoleName]:
    with_guide = set(personas)
    return {
        id_: RoleName(
            id=id_,
            title=texts.text(role.title),
            in_sentence=texts.text(role.in_sentence),
            summary=texts.text(role.summary),
            side=role.side.value,
            persona=id_ in with_guide,
        )
        for id_, role in roles.items()
    }


def _milestones(steps: Iterable[Step], titles: Mapping[str, str]) -> dict[str, str]:
    return {step.id: titles[step.id] for step in steps if step.is_milestone}


def _anchors(start: Anchor, titles: Mapping[str, str]) -> dict[str, Anchor]:
    return {START: start} | {id_: Anchor("day", title) for id_, title in titles.items()}
