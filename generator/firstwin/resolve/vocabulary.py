"""The vocabularies that have a page of their own.

In: what an edition's vocabulary files say, and the plans and plays. Out: `GlossaryTerm`s, `FailureText`s,
`MethodLine`s, `MetricText`s, `ContactLine`s, and the `FigureLine`s of a tier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from firstwin.models.vocabulary import (
    Contact,
    Economics,
    Failure,
    Figure,
    Method,
    Metric,
    Term,
    Tier,
)
from firstwin.resolve.guide import ContactLine, PlayText, TierPlan
from firstwin.resolve.guide_step import OutsideLink
from firstwin.resolve.texts import Texts
from firstwin.resolve.vocabulary_texts import (
    FailureText,
    FigureLine,
    GlossaryTerm,
    MethodLine,
    MetricText,
    PlanStep,
    PlayName,
    TargetLine,
)
from firstwin.text import Url, inside_of, link


def glossary_terms(terms: Mapping[str, Term], texts: Texts) -> tuple[GlossaryTerm, ...]:
    """The words that are explained, in the order of the alphabet."""
    return tuple(
        sorted((_term(id_, term, texts) for id_, term in terms.items()), key=_alphabetically)
    )


def failure_texts(
    failures: Mapping[str, Failure],
    plans: Mapping[str, TierPlan],
    plays: Iterable[PlayText],
    texts: Texts,
) -> tuple[FailureText, ...]:
    """The reasons why onboarding fails, with the steps and plays by their titles."""
    names = {play.id: PlayName(play.id, play.title) for play in plays}
    return tuple(
        FailureText(
            id=id_,
            title=texts.text(failure.title),
            signs=texts.proses(failure.signs),
            prevention=texts.prose(failure.prevention),
            source=texts.text(failure.source),
            steps=tuple(_plan_steps(failure, plans)),
            plays=tuple(names[play] for play in failure.plays),
        )
        for id_, failure in failures.items()
    )


def method_lines(
    methods: Mapping[str, Method], tiers: Iterable[str], texts: Texts
) -> tuple[MethodLine, ...]:
    """The ways to bring customers on board; one written for no tier is for all `tiers`."""
    every = tuple(tiers)
    return tuple(
        MethodLine(
            id=id_,
            title=texts.text(method.title),
            scalability=method.scalability.value,
            personalisation=method.personalisation.value,
            cost=method.cost.value,
            effectiveness=method.effectiveness.value,
            best_for=texts.text(method.best_for),
            source=texts.text(method.source),
            tiers=method.tiers or every,
        )
        for id_, method in methods.items()
    )


def metric_texts(
    metrics: Mapping[str, Metric], tiers: Mapping[str, Tier], texts: Texts
) -> tuple[MetricText, ...]:
    """Every metric with its targets, in the order of `tiers`."""
    return tuple(
        MetricText(
            id=id_,
            title=texts.text(metric.title),
            meaning=texts.prose(metric.meaning),
            formula=texts.text(metric.formula),
            source=texts.text(metric.source),
            counted=texts.text(metric.counted),
            worksheet=metric.worksheet,
            targets=tuple(
                TargetLine(
                    tier=tier_id,
                    tier_title=texts.text(tier.title),
                    value=texts.text(metric.targets[tier_id].value),
                    meaning=texts.text(metric.targets[tier_id].meaning),
                    source=texts.text(metric.targets[tier_id].source),
                )
                for tier_id, tier in tiers.items()
                if tier_id in metric.targets
            ),
            benchmark=figure_line("benchmark", metric.benchmark, texts)
            if metric.benchmark
            else None,
        )
        for id_, metric in metrics.items()
    )


def contact_lines(
    contacts: Mapping[str, Contact], tiers: Iterable[str], texts: Texts
) -> tuple[ContactLine, ...]:
    """The contacts; one written for no tier is there for all `tiers`."""
    every = tuple(tiers)
    return tuple(
        ContactLine(
            id=id_,
            title=texts.text(contact.title),
            role=contact.role or "",
            ask_about=texts.text(contact.for_),
            channels=tuple(
                _way_to(texts.text(channel.title), texts.url(channel.url))
                for channel in contact.channels
            ),
            responds=texts.text(contact.responds),
            stand_in=texts.text(contact.stand_in),
            tiers=contact.tiers or every,
        )
        for id_, contact in contacts.items()
    )


def _way_to(title: str, url: Url) -> OutsideLink:
    """A way to reach someone. One inside the site is a link as it stands in texts: each page finds it."""
    return OutsideLink(link(title, url), Url()) if inside_of(url) else OutsideLink(title, url)


def figure_line(id_: str, figure: Figure, texts: Texts) -> FigureLine:
    """A figure that stands for itself."""
    return FigureLine(
        id=id_,
        value=texts.text(figure.value),
        meaning=texts.text(figure.meaning),
        source=texts.text(figure.source),
    )


def figure_lines(economics: Economics | None, texts: Texts) -> tuple[FigureLine, ...]:
    """The figures of a tier's economics."""
    figures = economics.figures() if economics else ()
    return tuple(figure_line(name, figure, texts) for name, figure in figures)


def _plan_steps(failure: Failure, plans: Mapping[str, TierPlan]) -> Iterator[PlanStep]:
    """The steps that prevent a failure, in the order of the plans."""
    for tier, plan in plans.items():
        for phase in plan.phases:
            for step in phase.steps:
                if step.id in failure.steps.get(tier, ()):
                    yield PlanStep(
                        tier, plan.tier_title, phase.id, phase.title, step.id, step.title
                    )


def _term(id_: str, term: Term, texts: Texts) -> GlossaryTerm:
    return GlossaryTerm(
        id=id_,
        title=texts.text(term.title),
        meaning=texts.prose(term.meaning),
        also=tuple(texts.text(form) for form in term.also),
    )


def _alphabetically(term: GlossaryTerm) -> str:
    return term.title.casefold()
