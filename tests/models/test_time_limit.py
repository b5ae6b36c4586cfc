"""How soon something has to be done: what is read, what is offered, and how many days that is in a plan."""

import pytest
from pydantic import TypeAdapter, ValidationError

from firstwin.models.time_limit import Within

READ = TypeAdapter(Within)


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("1 hour", (1, 1)),
        ("4 hours", (1, 1)),
        ("24 hours", (1, 2)),
        ("1 working day", (1, 4)),
        ("2 working days", (1, 5)),
        ("5 working days", (1, 8)),
        ("6 working days", (1, 11)),
    ],
)
def test_a_plan_counts_with_the_days_it_can_be(written: str, days: tuple[int, int]) -> None:
    limit = READ.validate_python(written)
    assert str(limit) == written
    assert limit.window.offsets == days


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("4h", "write 4 hours"),
        ("within 4 hours", "write 4 hours"),
        ("one hour", "write 1 hour"),
        ("within 2 business days", "write 2 working days"),
        ("1 work day", "write 1 working day"),
        ("1 day", "write 1 working day, or 24 hours"),
        ("within 4 days", "write 4 working days, or 96 hours"),
        ("5 days", "write 5 working days"),
        ("1 week", "write 5 working days"),
        ("20 weeks", "write hours or working days: 4 hours, 2 working days"),
        ("90 min", "write hours or working days: 4 hours, 2 working days"),
        ("0 hours", "write hours or working days: 4 hours, 2 working days"),
        ("soon", "write hours or working days: 4 hours, 2 working days"),
    ],
)
def test_other_words_are_told_how_it_is_written(written: str, offered: str) -> None:
    with pytest.raises(ValidationError) as caught:
        READ.validate_python(written)
    assert caught.value.errors()[0]["ctx"]["hint"] == offered
