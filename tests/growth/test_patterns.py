"""Every regular expression of the package takes a time that grows no faster than what it is given."""

import pkgutil
import random
import re
from collections.abc import Callable
from typing import Any

import pytest
from tests.growth.adversary import Adversary, adversaries
from tests.growth.growth import Growth, TooLongError, at_most, growth
from tests.growth.patterns import UsedPattern, held_patterns, patterns

import firstwin

LARGEST = 12_000
FIRST = (30, 300)
"""Lengths at which it shows that something grows exponentially, and the test can still be ended."""
LONGEST = 1
SOME = 50
"""The texts that a pattern is tried with in the usual run; a few patterns have some hundred."""
NEGLIGIBLE = 0.006
"""Seconds for the longest text in which nothing quadratic is done."""


ROOMS = sorted(each.name for each in pkgutil.iter_modules(firstwin.__path__))


@pytest.mark.parametrize("room", ROOMS)
def test_a_pattern_is_linear(room: str, *, full: bool) -> None:
    own = [used for used in patterns() if used.room == room]
    slow = (f"{used.where}: {found}" for used in own if (found := _slow_on_some(used, full=full)))
    assert next(slow, "") == ""


def test_every_pattern_is_in_a_room() -> None:
    assert {used.room for used in patterns()} <= {*ROOMS}


def _slow_on_some(used: UsedPattern, *, full: bool) -> str:
    """What to say of a text that takes a pattern more time than its length; empty for a pattern that has none."""
    texts = [
        (way, text, make) for way in sorted(used.ways) for text, make in adversaries(used.pattern)
    ]
    if not full and len(texts) > SOME:
        texts = random.Random(used.where).sample(texts, SOME)
    slow = (found for way, text, make in texts if (found := _slow(used.pattern, way, text, make)))
    return next(slow, "")


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"(a+)+b", r"(?:-(?:\s+|$)+)*x"),  # never end
        *(r"\s+$", r"#.*?;", r"\w+:", r"a?b*b*c", r"\[[^\]]*\]"),  # quadratic
        r"<(?:a|b)[^>]*>c",  # quadratic, and quick at each step
    ],
)
def test_a_slow_pattern_is_found(pattern: str) -> None:
    slow = re.compile(pattern)
    assert any(_slow(slow, "search", text, make) for text, make in adversaries(slow))


def test_every_pattern_that_a_module_holds_is_tried() -> None:
    tried = {(used.pattern.pattern, used.pattern.flags) for used in patterns()}
    assert {(held.pattern, held.flags) for held in held_patterns()} <= tried


def _is_fine(grown: Growth) -> bool:
    return grown.is_linear(NEGLIGIBLE)


def _slow(pattern: re.Pattern[Any], way: str, text: str, make: Adversary) -> str:
    """What to say of a text that takes a pattern more time than its length; empty for any other."""
    try:
        with at_most(LONGEST):
            for length in FIRST:
                _work(pattern, way, make(length))()
            found = growth(lambda length: _work(pattern, way, make(length)), LARGEST, _is_fine)
    except TooLongError:
        return f"`{way}` never ends on {text}"
    return "" if _is_fine(found) else f"`{way}` on {text}: {found}"


def _work(pattern: re.Pattern[Any], way: str, text: str) -> Callable[[], object]:
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    method = getattr(pattern, way)
    if way in ("sub", "subn"):
        return lambda: method(given[:0], given)
    if way == "finditer":
        return lambda: list(method(given))
    return lambda: method(given)
