"""A value has the name of what it is alike, and of nothing else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from pydantic import BaseModel

from firstwin.caching.likeness import likeness
from firstwin.models.values import Audience
from firstwin.text import Prose


@dataclass(frozen=True, slots=True)
class Point:
    x: object
    y: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    x: object
    y: int = 0


class Model(BaseModel):
    x: int = 0
    y: int = 0


DIFFERENT: list[object] = [
    *(1, True, 1.0, "1", "a", Prose("a"), None, b"a", Audience.PARTNER, Audience.CUSTOMER),
    *((1, 2), [1, 2], (2, 1), {"a": 1, "b": 2}, {"b": 2, "a": 1}, date(2026, 11, 22)),
    *(Point(1), Point(1, 1), Point([1]), Point((1,)), Spot(1)),
    *(Model(), Model(x=0), Model(x=1), Model(x=1, y=0)),
]


def test_what_looks_another_has_another_name() -> None:
    assert len({likeness(value) for value in DIFFERENT}) == len(DIFFERENT)
    assert len({likeness((value,)) for value in DIFFERENT}) == len(DIFFERENT)
    assert likeness("a", "b") != likeness("b", "a") != likeness(("b", "a"))


@pytest.mark.parametrize(
    "make",
    [
        lambda: {"a": [1, (2, Prose("b"))]},
        lambda: Point({"x": Audience.PARTNER}, 1),
        lambda: (Model(x=1), date(2026, 11, 22)),
    ],
)
def test_what_looks_the_same_has_one_name(make: Callable[[], object]) -> None:
    assert likeness(make()) == likeness(make())


def test_a_model_whose_keys_were_set_in_another_order_has_the_same_name() -> None:
    # Small numbers that meet in a set stand in it as they came.
    one, other = ({8, 0}, {0, 8})
    assert list(one) != list(other)

    def model(keys: set[int]) -> Model:
        return Model.model_construct(_fields_set=keys)  # type: ignore[arg-type]  # names have an order of chance

    assert likeness(model(one)) == likeness(model(other))
