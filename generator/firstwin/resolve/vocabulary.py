"""The vocabularies that have a page of their own.

In: what an edition's vocabulary files say, and the plans and plays. Out: `GlossaryTerm`s, `FailureText`s,
`MethodLine`s, and the `FigureLine`s of a tier.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from firstwin.models.vocabulary import Economics, Failure, Method, Term
from firstwin.resolve.guide import (
    FailureText,
    FigureLine,
    GlossaryTerm,
    MethodLine,
    PlanStep,
    PlayName,
    PlayText,
    TierPlan,
)
from firstwin.resolve.metrics import figure_line
from firstwin.resolve.texts import Texts


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
