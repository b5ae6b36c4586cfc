"""Where a page shows something else than was typed, somebody is told; where it does not, nobody is."""

import re
from itertools import product

import pytest

from firstwin.text import otherwise, prose


def shown(text: str) -> list[int]:
    """The numbers that a browser puts before the items of a list."""
    start = re.search(r'<ol start="(\d+)"', prose(text, {}))
    return list(range(int(start[1]) if start else 1, 99))[: text.count("\n") + 1]


@pytest.mark.parametrize("sign", [".", ")"])
def test_a_number_that_is_shown_is_the_one_that_was_typed(sign: str) -> None:
    for numbers in product((1, 2, 3, 7), repeat=3):
        text = "\n".join(f"{number}{sign} x" for number in numbers)
        is_told = bool(list(otherwise(text)))
        counts_by_itself = set(numbers) == {1}
        assert is_told == (shown(text) != list(numbers) and not counts_by_itself), text


@pytest.mark.parametrize("margin", range(4))
def test_a_line_belongs_to_an_item_only_where_it_looks_so(margin: int) -> None:
    faults = list(otherwise(f"- one\n{' ' * margin}two"))

    assert [fault.line for fault in faults] == ([1] if margin == 0 else [])
    assert prose(f"- one\n{' ' * margin}two", {}) == "<ul>\n<li>one two</li>\n</ul>"


@pytest.mark.parametrize(
    "before",
    [
        "- one\n\n  two",
        "- one\n  ```\n  x\n  ```\n  two",
        "- a\n  - one\n\n    two",
        "- a\n  - b\n\n  c",
    ],
)
def test_so_it_is_in_every_paragraph_of_an_item(before: str) -> None:
    faults = list(otherwise(f"{before}\nthree"))

    assert [fault.line for fault in faults] == [before.count("\n") + 1]


@pytest.mark.parametrize(
    "text",
    [
        "C:\\new and a\\_b",
        "\\\\",
        "`\\\\x`",
        "Read\n1986. A year\n100. A number",
        "- one\n\n  two\n- three",
        "- [one](https://x.example/\\\\)",
        "1. one\n   1. two\n   2. three\n2. four",
    ],
)
def test_what_is_as_it_was_typed_is_not_told(text: str) -> None:
    assert list(otherwise(text)) == []
