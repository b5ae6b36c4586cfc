"""Whatever stands in a field, looking at it takes a time that grows no faster than it, and is soon over."""

import json
import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, partial
from itertools import product
from pathlib import Path
from textwrap import indent

import pytest
from tests.edits import SMALL
from tests.growth.adversary import letters
from tests.growth.growth import Growth, growth
from tests.growth.patterns import patterns
from tests.growth.samples import Field, fields
from tests.growth.test_texts import UNITS

from firstwin.diagnostics.report import render_text
from firstwin.rules import lint
from firstwin.schema.files import FILES
from firstwin.sources import Sources, read
from firstwin.sources.customers import Customers
from firstwin.sources.limits import LONGEST_TEXT
from firstwin.sources.parse import parse
from firstwin.sources.text import decode
from firstwin.validate import validate

pytestmark = pytest.mark.xdist_group("outlines")

NEGLIGIBLE = 0.7
"""Seconds for the longest text in which nothing quadratic is done; attempts to mend a file may take most of it."""
LONGEST = 2
"""Seconds for the longest text."""


@pytest.fixture(scope="module")
def small() -> Sources:
    return read(SMALL / "site_config.yml")[0]


@cache
def pieces() -> tuple[str, ...]:
    """What to repeat: what Markdown knows, and every character that some pattern of the package names."""
    named = {letter for used in patterns() for letter in letters(used.pattern)}
    return (*UNITS, *sorted(named))


WAYS: Mapping[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "in quotes": json.dumps,
    "in a block": lambda text: "|-\n" + indent(text, " " * 24),
    "behind a word": lambda text: f"word {text} word",
    "behind a number": lambda text: f"1{text}x",
}


@pytest.mark.parametrize("kind", FILES)
def test_a_field_is_looked_at_in_linear_time(small: Sources, kind: str, *, full: bool) -> None:
    tried = list(product(pieces(), WAYS))
    slow = (
        f"{field}: {found}"
        for field in fields(kind)
        for piece, way in random.Random(str(field)).sample(tried, 100 if full else 2)
        if (found := _slow(small, field, piece, way))
    )
    assert next(slow, "") == ""


def _slow(small: Sources, field: Field, piece: str, way: str) -> str:
    """What to say of a piece with which a field is looked at too slowly; empty for any other."""
    prepare = partial(_prepared, small, field, piece, WAYS[way])
    grown = growth(prepare, LONGEST_TEXT, _is_fine)
    return "" if _is_fine(grown) else f"{piece!r} {way}: {grown}"


def _is_fine(grown: Growth) -> bool:
    return grown.seconds[LONGEST_TEXT] < LONGEST and grown.is_linear(NEGLIGIBLE)


def _prepared(
    small: Sources, field: Field, piece: str, way: Callable[[str], str], size: int
) -> Callable[[], object]:
    written = field.file(way(piece * (size // len(piece)))).encode("utf-8", "replace")
    return lambda: _check(small, field.path, written)


def _check(small: Sources, path: str, content: bytes) -> None:
    text = decode(content, path)
    document, found = parse(path, text)
    if document and path.startswith("customers/"):
        small = replace(small, customers=Customers({path: document}))
    elif document and path.startswith("pages/"):
        small = replace(small, own_pages={Path(path).stem: document})
    elif document:
        small = replace(small, documents={**small.documents, path: document})
    if document and path == small.config.path:
        small = replace(small, config=document)
    catalog, faults = validate(small)
    found = [*found, *faults, *(lint(catalog, date(2026, 11, 22)) if catalog else [])]
    said = render_text(found, {**small.lines, path: text.lines})
    assert max(map(len, said.split("\n"))) < 1000, "whatever is repeated of a text is cut"
