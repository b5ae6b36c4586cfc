"""What the vocabularies say to readers: metrics, the glossary, why onboarding fails, and ways to go about it.

In: nothing; `resolve` builds them. Out: frozen dataclasses of plain values, as `guide` says.
"""

from __future__ import annotations

from msgspec import Struct

from firstwin.models.worksheet import Worksheet
from firstwin.text import Prose


class FigureLine(Struct, frozen=True):
    """A figure of a tier's economics, by its name in YAML: contract, customers, ratio ..."""

    id: str
    value: str
    meaning: str
    source: str


class TargetLine(Struct, frozen=True):
    """The value of a metric that one tier aims for."""

    tier: str
    tier_title: str
    value: str
    meaning: str
    source: str


class MetricText(Struct, frozen=True):
    """A metric with its targets in all tiers. `benchmark` is what others reach, `source` where the formula is from."""

    id: str
    title: str
    meaning: Prose
    formula: str
    source: str
    counted: str
    worksheet: Worksheet | None
    targets: tuple[TargetLine, ...]
    benchmark: FigureLine | None


class GlossaryTerm(Struct, frozen=True):
    """A word and what it means. `also` are its other written forms."""

    id: str
    title: str
    meaning: Prose
    also: tuple[str, ...]


class PlayName(Struct, frozen=True):
    """A play as others name it."""

    id: str
    title: str


class PlanStep(Struct, frozen=True):
    """A step of some tier's plan as others name it."""

    tier: str
    tier_title: str
    phase: str
    phase_title: str
    step: str
    title: str


class FailureText(Struct, frozen=True):
    """A reason why onboarding fails: its signs, what prevents it, and which plays help."""

    id: str
    title: str
    signs: tuple[Prose, ...]
    prevention: Prose
    source: str
    steps: tuple[PlanStep, ...]
    plays: tuple[PlayName, ...]


class MethodLine(Struct, frozen=True):
    """A way to bring customers on board. The four levels are high, medium or low."""

    id: str
    title: str
    scalability: str
    personalisation: str
    cost: str
    effectiveness: str
    best_for: str
    source: str
    tiers: tuple[str, ...]
