"""FW624 and FW625: texts that grow beyond all measure once values are filled in and entries stand where they are used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec import Struct

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.library import asked_as
from firstwin.models.plan import Plan, Step
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule
from firstwin.rules.texts import AuthorText, AuthorTexts
from firstwin.sources.limits import LONGEST_TEXT, MOST_TEXT
from firstwin.text import gaps

FILLED = Code(
    "FW624",
    Severity.ERROR,
    "A text that is too long once its values are filled in",
    f"A text may have at most {LONGEST_TEXT:,} characters, with what stands in the place of each `{{{{ product.name }}}}`. "
    "A value is a name, an address or a few words; what is longer is a text of its own.",
)
ALL = Code(
    "FW625",
    Severity.ERROR,
    "More text than a site can show",
    f"All texts together may have at most {MOST_TEXT:,} characters, where what the library says counts once for each step "
    "that uses it. The place is that of the text which takes most of it.",
)


def _check_each(inspection: Inspection) -> Iterator[Diagnostic]:
    lengths = _Lengths(inspection)
    of_plans = (text for each in _of_plans(inspection) for text in each.filled)
    beside = (text for text in inspection.texts_beside_plans.filled if gaps(text.value))
    for text in chain(beside, of_plans):
        length = lengths.once(text)
        if length > LONGEST_TEXT:
            message = (
                f"this text can have {length:,} characters once its values are filled in; "
                f"a text may have at most {LONGEST_TEXT:,}"
            )
            hint = "shorten the values, or ask for fewer"
            yield Diagnostic(FILLED, message, text.origin.span, hint)


def _check_all(inspection: Inspection) -> Iterator[Diagnostic]:
    lengths, plans = _Lengths(inspection), _of_plans(inspection)
    total = sum(map(lengths.everywhere, inspection.texts_beside_plans.filled))
    total += sum(each.as_written + sum(map(lengths.everywhere, each.filled)) for each in plans)
    if total > MOST_TEXT:
        shown = ((lengths.everywhere(text), text) for text in inspection.filled)
        length, longest = max(shown, key=lambda each: each[0])
        message = (
            f"all texts together have about {total:,} characters once values are filled in and each use of the library "
            f"counts; a site shows at most {MOST_TEXT:,}"
        )
        hint = f"{length:,} of them are this text: shorten it, or let fewer steps use it"
        yield Diagnostic(ALL, message, longest.origin.span, hint)


class _OfPlan(Struct, frozen=True):
    """The texts of a plan in which something is `filled` in, and how long all others are together."""

    filled: tuple[AuthorText, ...]
    as_written: int


def _of_plans(inspection: Inspection) -> list[_OfPlan]:
    return inspection.of_each_plan("lengths of texts", _of_plan)


def _of_plan(_: Plan, texts: AuthorTexts) -> _OfPlan:
    filled = tuple(text for text in texts.filled if gaps(text.value))
    every = sum(text.length for text in texts.filled)
    return _OfPlan(filled, every - sum(text.length for text in filled))


_Use = tuple[str, Mapping[str, int]]
"""A use of the library: of which entry, and how long the values are that it sets."""


def _uses_in_plan(plan: Plan, _: AuthorTexts) -> tuple[_Use, ...]:
    return tuple(_uses_in(plan.every_step()))


def _uses_in(steps: Iterable[Step]) -> Iterator[_Use]:
    for step in steps:
        if step.entry:
            yield step.entry, {asked_as(name): len(value) for name, value in step.values.items()}


class _Lengths:
    """How long texts are where they are shown. Nothing is filled in for it: that could take all memory."""

    def __init__(self, inspection: Inspection) -> None:
        self._entries = inspection.project.entries
        self._config = {
            name: len(value) for name, value in inspection.project.config.values.items()
        }
        self._uses: Counter[str] = Counter()
        self._longest: dict[str, Counter[str]] = {}
        self._together: dict[str, Counter[str]] = {}
        in_plans = inspection.of_each_plan("uses of the library", _uses_in_plan)
        in_plays = (_uses_in(play.steps) for play in inspection.plays)
        for entry, values in chain.from_iterable((*in_plans, *in_plays)):
            lengths = Counter(values)
            self._uses[entry] += 1
            self._longest[entry] = self._longest.get(entry, Counter()) | lengths
            self._together.setdefault(entry, Counter()).update(lengths)

    def once(self, text: AuthorText) -> int:
        """The length of a text with the longest of the values that may stand in it."""
        return self._filled(text, 1, self._longest.get(text.entry or "", Counter()))

    def everywhere(self, text: AuthorText) -> int:
        """The length of a text in all places together: what the library says is shown in each use."""
        uses = self._uses[text.entry] if text.entry and self._is_in_library(text.entry, text) else 1
        once = uses <= 1
        filled = (
            self.once(text) if once else self._filled(text, uses, self._together[text.entry or ""])
        )
        return (filled + uses * text.again) * (1 + text.cells)

    def _is_in_library(self, entry: str, text: AuthorText) -> bool:
        return entry in self._entries and text.base is self._entries[entry]

    def _filled(self, text: AuthorText, times: int, set_: Mapping[str, int]) -> int:
        length = times * len(text.value)
        for gap in gaps(text.value):
            value = times * self._config.get(gap.name, 0) + set_.get(gap.name, 0)
            length += value - times * (gap.end - gap.start) if value else 0
        return length


_FIRM = "no machine could build it"
TOO_MUCH_TEXT_RULES = (Rule(FILLED, _check_each, firm=_FIRM), Rule(ALL, _check_all, firm=_FIRM))
