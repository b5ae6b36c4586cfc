"""What was made of what is made anew exactly where it may come out differently."""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import MappingProxyType

import pytest
from pydantic import BaseModel

from firstwin.caching.alike import alike
from firstwin.caching.memo import PATIENCE, Memo
from firstwin.text import Prose


@dataclass(frozen=True, slots=True)
class Point:
    x: object
    hidden: int = field(default=0, compare=False)


@dataclass(eq=False, frozen=True)
class Own:
    x: int


class Model(BaseModel):
    x: int = 0


def counted(calls: list[tuple[object, ...]]) -> Callable[..., object]:
    def make(*given: object) -> object:
        calls.append(given)
        return object()

    return make


def test_what_is_given_the_same_is_made_once() -> None:
    memo, calls = Memo(), list[tuple[object, ...]]()
    first = memo.of("name", counted(calls), [1], "a")

    assert memo.of("name", counted(calls), [1], "a") is first
    assert memo.of("another", counted(calls), [1], "a") is not first
    assert memo.of("name", counted(calls), [1], "b") is not first
    assert calls == [([1], "a"), ([1], "a"), ([1], "b")]


def test_a_value_that_is_alike_is_the_one_that_was_there() -> None:
    memo = Memo()
    value = memo.same("name", (1, [2]))

    assert memo.same("name", (1, [2])) is value
    assert memo.same("name", (1, [3])) is not value


def test_what_nobody_asks_for_any_more_is_forgotten_in_the_end() -> None:
    memo, calls = Memo(), list[tuple[object, ...]]()
    for name in ("gone", "there"):
        memo.of(name, counted(calls))
    for _ in range(PATIENCE):
        memo.end_round()
    memo.of("there", counted(calls))
    memo.of("gone", counted(calls))
    assert len(calls) == 2

    for _ in range(PATIENCE + 1):
        memo.end_round()
        memo.of("there", counted(calls))
    assert len(calls) == 2

    memo.of("gone", counted(calls))
    assert len(calls) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (1, 1.0),
        ("a", Prose("a")),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": 1}, {"a": 2}),
        ({"a": 1}, {"a": 1, "b": 2}),
        ({1: "a"}, {True: "a"}),
        ((1, 2), [1, 2]),
        ((1, 2), (1, 2, 3)),
        (frozenset({1}), frozenset({2})),
        (Point((1,)), Point([1])),
        (Point(1, 0), Point(1, 1)),
        (Own(1), Own(1)),
        (Model(), Model(x=0)),
        (Model(x=1), Model(x=2)),
        (None, 0),
    ],
)
def test_what_looks_another_is_not_alike(one: object, other: object) -> None:
    assert not alike(one, other)
    assert not alike((one,), (other,))


@pytest.mark.parametrize(
    "make",
    [
        lambda: {"a": [1, (2, frozenset({3}))]},
        lambda: MappingProxyType({"a": [1]}),
        lambda: Point({"x": Prose("a")}, 1),
        lambda: Model(x=1),
    ],
)
def test_what_looks_the_same_is_alike(make: Callable[[], object]) -> None:
    assert alike(make(), make())
