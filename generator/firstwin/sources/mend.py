"""Explain where YAML gave up, and mend the line so that the rest of the file can be read.

In: the lines of a file that is not YAML, and the error. Out: one `LineFault`. Lines near the error are
held against the pitfalls; the first proposal is taken with which the file parses beyond the fault. A line
could stand in many columns: there the proposal wins that gets furthest. The work is counted, not timed:
the same file always gets the same answer.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import yaml
from msgspec.structs import replace

from firstwin.sources.codes import NOT_YAML, OPEN_BRACKET, OPEN_QUOTE, TAB, TWO_DOCUMENTS
from firstwin.sources.fault import LineFault
from firstwin.sources.pitfalls import LIKELY, PRECISE, LinePlace, wrong_column
from firstwin.sources.pitfalls.brackets import missing_sign
from firstwin.sources.pitfalls.lists import keyless_list
from firstwin.sources.pitfalls.place import indentation, says_something
from firstwin.sources.tree import first_error, last_scalar

TRY = 4096
"""What parsing a text costs beside its characters."""

WALKED = 10
"""What a character costs that becomes an event or a node and not only passes."""

Pitfall = Callable[[LinePlace], Iterator[LineFault]]
_Position = tuple[float, float]
_NOWHERE = (-1.0, -1.0)
_END = (math.inf, math.inf)

# What libyaml says, in plain words.
_plain_words = {
    "could not find expected ':'": "YAML expects a colon here",
    "did not find expected '-' indicator": "YAML expects a dash here, for this stands in a list",
    "did not find expected <document start>": "the document has ended before this line",
    "did not find expected key": "YAML expects a key here",
    "did not find expected node content": "YAML expects a value here",
    "mapping values are not allowed in this context": "YAML allows no key here",
}


@dataclass(slots=True)
class Budget:
    """How many characters may still be parsed. Reading a huge file full of faults ends early."""

    left: int = 32 * 1024 * 1024

    @property
    def is_spent(self) -> bool:
        """Whether nothing more may be tried."""
        return self.left < 0

    def spend(self, characters: int, weight: int = 1) -> None:
        """Count one more parsing of a text of so many characters."""
        self.left -= weight * characters + TRY


def explain(lines: Sequence[str], error: yaml.YAMLError, budget: Budget) -> LineFault:
    """The fault behind `error`, with the lines as they should be where they are known."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return LineFault(NOT_YAML, f"this is not YAML: {error}", 0, 0, 1, fatal=True)
    if _is_second_document(lines, error):
        message = "a second document begins here"
        advice = "a file holds one: delete the line of dashes or dots, or make it two files"
        line = min(error.problem_mark.line, len(lines) - 1)
        return LineFault(TWO_DOCUMENTS, message, line, 0, 3, advice, fatal=True)
    places = [LinePlace.at(lines, index) for index in _where(lines, error)]
    keyless = next(chain.from_iterable(map(keyless_list, places)), None)
    if plain := keyless or _missing_sign(lines, error, budget):
        return plain
    precise = _proposals(PRECISE, places, budget)
    if fault := _first_mend(lines, precise, error, budget):
        return fault
    budget.spend(sum(map(len, lines)), WALKED)
    before = {last_scalar("\n".join(lines)), *islice(places[0].above(), 1)}
    places += [LinePlace.at(lines, at) for at in sorted(before - {place.index for place in places})]
    likely = chain(_proposals(PRECISE, places, budget), _proposals(LIKELY, places, budget))
    if fault := _first_mend(lines, likely, error, budget):
        return fault
    places += _further_left(places[0])
    moves = _proposals([wrong_column], places, budget)
    return _best_mend(lines, moves, error, budget) or _unexplained(lines, error, budget)


def _first_mend(
    lines: Sequence[str], proposals: Iterable[LineFault], error: yaml.YAMLError, budget: Budget
) -> LineFault | None:
    """The first proposal with which the file parses beyond the fault."""
    return next((each for each in proposals if _gets_beyond(lines, each, error, budget)), None)


def _missing_sign(
    lines: Sequence[str], error: yaml.MarkedYAMLError, budget: Budget
) -> LineFault | None:
    """The comma or colon that lacks in brackets, with which YAML reads on from there."""
    mark = error.problem_mark
    if mark is None or "expected ',' or" not in str(error.problem):
        return None
    fault = missing_sign(lines, mark.line, mark.column)
    if fault is None or budget.is_spent:
        return None
    text = "\n".join(with_mended(lines, fault))
    budget.spend(len(text))
    after = first_error(text)
    after_mark = after.problem_mark if isinstance(after, yaml.MarkedYAMLError) else None
    reads_on = after_mark and (after_mark.line, after_mark.column) > (mark.line, mark.column + 1)
    return fault if after is None or reads_on else None


def _best_mend(
    lines: Sequence[str], proposals: Iterable[LineFault], error: yaml.YAMLError, budget: Budget
) -> LineFault | None:
    """The proposal that gets furthest; of two that get equally far the one of less effort."""
    best, best_score = None, (_NOWHERE, 0)
    for fault in proposals:
        if (_END, -fault.effort) > best_score:
            reached = _gets_beyond(lines, fault, error, budget)
            if reached and (reached, -fault.effort) > best_score:
                best, best_score = fault, (reached, -fault.effort)
    return best


def _further_left(place: LinePlace) -> list[LinePlace]:
    """The nearest line above that begins further left: it may be the one that was moved."""
    here = indentation(place.text)
    found = (at for at in place.above() if indentation(place.lines[at]) < here)
    return [LinePlace.at(place.lines, at) for at in islice(found, 1)]


def _is_second_document(lines: Sequence[str], error: yaml.MarkedYAMLError) -> bool:
    if error.problem == "but found another document":
        return True
    mark = error.problem_mark
    if mark is None or "<document start>" not in str(error.problem):
        return False
    above = LinePlace.at(lines, min(mark.line, len(lines) - 1)).above()
    return any(lines[index].startswith("...") for index in islice(above, 1))


def reading_stops(lines: Sequence[str], line: int) -> LineFault:
    """What to say at the place where looking on would take too long."""
    advice = "mend what is reported above, then check again"
    return LineFault(NOT_YAML, "reading stops here", line, 0, len(lines[line]), advice, fatal=True)


def with_mended(lines: Sequence[str], fault: LineFault) -> list[str]:
    """`lines` with the mended ones in their places."""
    mended = list(lines)
    for index, line in fault.mended.items():
        mended[index] = line
    return mended


def _gets_beyond(
    lines: Sequence[str], fault: LineFault, error: yaml.YAMLError, budget: Budget
) -> _Position | None:
    """Where YAML gives up next, if that is behind both the fault and the old error."""
    if budget.is_spent:
        return None
    text = "\n".join(with_mended(lines, fault))
    budget.spend(len(text))
    after = first_error(text)
    if after is None:
        return _END
    reached, before = _position(after), _position(error)
    last: float = fault.last_line
    if before[0] in fault.mended:
        last = max(last, before[0])  # moving a line to the right is no progress
    if fault.hides:
        before = _NOWHERE
    return reached if reached > max(before, (last, math.inf)) else None


def _position(error: yaml.YAMLError) -> _Position:
    """Where YAML gave up: for what is never closed, where it was opened."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return _NOWHERE
    mark = error.problem_mark
    if error.context_mark and not str(error.context).startswith("while parsing a block"):
        mark = error.context_mark
    return (mark.line, mark.column)


def _proposals(
    pitfalls: Iterable[Pitfall], places: Sequence[LinePlace], budget: Budget
) -> Iterator[LineFault]:
    """What the pitfalls say of the places, as long as something may be tried."""
    for place in places:
        for pitfall in pitfalls:
            for fault in pitfall(place):
                if budget.is_spent:
                    return
                budget.spend(0)
                yield fault


def _where(lines: Sequence[str], error: yaml.MarkedYAMLError) -> list[int]:
    """The lines on which YAML gave up, and on which began what it was reading then."""
    mark, context = error.problem_mark, error.context_mark
    assert mark is not None, "errors without a place never come here"  # noqa: S101  # for the types
    last = min(mark.line, len(lines) - 1)
    lines_above = (at for at in range(last, -1, -1) if says_something(lines[at]))
    found = [*islice(lines_above, 1)]
    if "\t" in lines[last]:
        found.insert(0, last)
    if context and not str(error.context).startswith("while parsing a block"):
        first = str(error.context).startswith("while scanning")
        found.insert(0 if first else 1, context.line)
    return list(dict.fromkeys(found)) or [last]


def _unexplained(lines: Sequence[str], error: yaml.MarkedYAMLError, budget: Budget) -> LineFault:
    """What libyaml says, in plain words; without the line the rest of the file may still be read."""
    line, column = (int(part) for part in _position(error))
    line = min(line, len(lines) - 1)
    problem = str(error.problem)
    code, message = NOT_YAML, _plain_words.get(problem, f"this is not YAML: {problem}")
    advice = "look at the indentation, the quotes and the brackets here and on the line before"
    if "end of stream" in problem:
        code, message, advice = OPEN_QUOTE, "the quote is not closed", "close it"
    elif "tab character" in problem:
        code, message, advice = TAB, "a tab stands where YAML wants spaces", "write spaces"
    elif str(error.context).startswith("while parsing a flow"):
        code, message, advice = OPEN_BRACKET, "the bracket is not closed", "close it"
    fault = LineFault(
        code, message, line, column, column + 1, advice, {line: ""}, shown=False, fatal=True
    )
    return fault if _gets_beyond(lines, fault, error, budget) else replace(fault, mended={})
