"""What worksheets reckon, in Python: the reference that the scripts are held against.

In: the name of a worksheet, and what was written into it. Out: its figure, or the fault and the inputs it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from firstwin.models.worksheet import INPUTS, Worksheet

LARGEST = 1e12
Found = dict[str, object]

FIGURES: Mapping[Worksheet, Callable[..., float]] = {
    Worksheet.NET_PROMOTER_SCORE: lambda promoters, passives, detractors: (
        (promoters - detractors) / (promoters + passives + detractors) * 100
    ),
    Worksheet.CHURN_RATE: lambda lost, start, new: lost / (start + new) * 100,
    Worksheet.ACTIVATION_RATE: lambda activated, invited: activated / invited * 100,
    Worksheet.LIFETIME_VALUE: lambda value, purchases: value * purchases,
    Worksheet.CHURN_TIME: lambda months, customers: months / customers,
    Worksheet.RETURN_ON_INVESTMENT: lambda gain, cost: (gain - cost) / cost * 100,
}


def reckoned(worksheet: Worksheet, written: Mapping[str, str]) -> Found:
    """The outcome of a worksheet."""
    names = INPUTS[worksheet]
    missing = [name for name in names if not written[name].strip()]
    if missing:
        return _fault("missing", missing)
    if worksheet is Worksheet.TIME_TO_VALUE:
        return _days(names, written)
    return _numbers(worksheet, names, written)


def _numbers(worksheet: Worksheet, names: tuple[str, ...], written: Mapping[str, str]) -> Found:
    amiss = [name for name in names if not _is_number(written[name])]
    if amiss:
        return _fault("not-a-number", amiss)
    values = {name: float(written[name]) for name in names}
    for fault, holds in (
        ("negative", [name for name in names if values[name] < 0]),
        ("large", [name for name in names if values[name] > LARGEST]),
    ):
        if holds:
            return _fault(fault, holds)
    try:
        figure = FIGURES[worksheet](*values.values())
    except ZeroDivisionError:
        return _fault("no-whole", _inputs_of_whole(worksheet))
    if worksheet in (Worksheet.CHURN_RATE, Worksheet.ACTIVATION_RATE) and figure > 100:
        return _fault("part", [names[0], *_inputs_of_whole(worksheet)])
    return {"value": figure}


def _inputs_of_whole(worksheet: Worksheet) -> list[str]:
    names = list(INPUTS[worksheet])
    return names if worksheet is Worksheet.NET_PROMOTER_SCORE else names[1:]


def _days(names: tuple[str, ...], written: Mapping[str, str]) -> Found:
    amiss = [name for name in names if not _is_date(written[name])]
    if amiss:
        return _fault("not-a-number", amiss)
    start, outcome = (date.fromisoformat(written[name]) for name in names)
    return (
        _fault("order", list(names)) if outcome < start else {"value": (outcome - start).days + 1}
    )


def _fault(fault: str, names: list[str]) -> Found:
    return {"fault": fault, "names": names}


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
