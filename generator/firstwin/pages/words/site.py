"""The words of metrics and glossary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from firstwin.pages.words.numbers import joined

METRICS: Final = "What we measure"
METRICS_LEDE: Final = "What each figure means, how it is counted, and what each plan aims for."
FORMULA: Final = "Formula"
COUNTED: Final = "Counted"
BENCHMARK: Final = "What others reach"
GLOSSARY: Final = "Glossary"
GLOSSARY_LEDE: Final = "The words of onboarding, each in a sentence or two."


def also(names: Sequence[str]) -> str:
    """Other words for a term."""
    return f"Also: {joined(names)}"
