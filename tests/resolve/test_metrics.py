"""Targets as numbers one remembers."""

import pytest

from firstwin.resolve.metrics import split_target


@pytest.mark.parametrize(
    ("value", "number", "unit"),
    [
        ("80%", "80%", ""),
        ("3+", "3+", ""),
        ("4.5 of 5", "4.5", "of 5"),
        ("60 days", "60", "days"),
        ("< 45 days", "< 45", "days"),
        ("$285K", "$285K", ""),
        ("1,204", "1,204", ""),
        ("12.5 %", "12.5 %", ""),
        ("60-80%", "60-80%", ""),
        ("under 45 days", "under 45 days", ""),
        ("", "", ""),
    ],
)
def test_a_target_is_a_number_and_its_unit(value: str, number: str, unit: str) -> None:
    assert split_target(value) == (number, unit)
