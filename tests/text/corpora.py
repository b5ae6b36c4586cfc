"""Texts to try: those that somebody wrote down, those that break pages, and as many as one likes of a grammar.

In: the examples of CommonMark's specification, what GitHub adds to it, payloads. Out: texts, and which of them
`check` accepts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from tests.text.dialect_html import is_of_the_dialect
from tests.text.grammar import Grammar

from firstwin.text import faults

TESTS = Path(__file__).parents[1]
SPECIFICATION = TESTS.parent / "node_modules" / "commonmark-spec" / "spec.txt"
GITHUB = TESTS / "text" / "texts" / "gfm.txt"
HOSTILE = (TESTS / "render" / "payloads.txt", TESTS / "built" / "injections.txt")

PRODUCT = "C*i*rn `</div>` <b> &#60; $1 \\ {{ x }}"
VALUES = {"product.name": PRODUCT}
A_PAGE = 100
"""So many texts stand in one page of these tests."""


def examples() -> list[str]:
    """The texts of the specification's examples, in which an arrow stands for a tab."""
    found = re.findall(
        r"^`{32} example\n(.*?)^\.\n", SPECIFICATION.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert len(found) > 600
    return [text.replace("→", "\t").removesuffix("\n") for text in found]


@cache
def corpus() -> tuple[str, ...]:
    """The texts that somebody wrote down."""
    github = GITHUB.read_text("utf-8").split("\n%%\n")
    hostile = [line for path in HOSTILE for line in path.read_text("utf-8").split("\n")]
    in_code = [f"`` {line} ``" for line in hostile if "``" not in line]
    fenced = [f"Run:\n\n```\n{line}\n\n{line}\n```" for line in hostile if "```" not in line]
    return (*examples(), *github, *hostile, *in_code, *fenced)


def made(seed: int, number: int) -> Iterator[str]:
    grammar = Grammar(seed)
    return (grammar.text() for _ in range(number))


def accepted(texts: Iterable[str], *, one_line: bool = False) -> list[str]:
    """The texts in which `check` finds nothing, where CommonMark alone says what they are."""
    return [
        text
        for text in texts
        if text.strip() and is_of_the_dialect(text) and not faults(text, VALUES, one_line=one_line)
    ]


def pages(texts: Iterable[str]) -> Iterator[list[str]]:
    more = iter(texts)
    while page := list(islice(more, A_PAGE)):
        yield page
