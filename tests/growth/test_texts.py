"""What is done with a text takes a time that grows no faster than the text, and is soon over for the longest."""

import random
from collections.abc import Callable, Mapping
from functools import partial

import pytest
from tests.growth.growth import Growth, growth

from firstwin.sources.limits import LONGEST_TEXT
from firstwin.text import (
    block_html,
    escape_text,
    faults,
    fill,
    foreign,
    has_terms,
    inline_html,
    link_terms,
    other_syntax,
    otherwise,
    prose,
    terms,
)
from firstwin.text.dialect import parse
from firstwin.text.masks import mask
from firstwin.text.reading import read

LARGEST = LONGEST_TEXT // 4
"""The characters of the texts; as many as a text may have only where all trials are wanted."""
NEGLIGIBLE = 0.03
"""Seconds for so many in which nothing quadratic is done."""
LONGEST = 1
"""Seconds for the longest text."""

# What opens, closes or breaks off something in Markdown, in the dialect, in an address or in a template.
UNITS = (
    *(
        "[",
        "]",
        "](",
        "[]",
        "[](",
        "[a](",
        "[a](b",
        "[a](b)",
        "[[]",
        "[a][",
        "[a]: b\n",
        "[a]:",
        "[^",
        "[^a]",
    ),
    *(
        "![",
        "![a](",
        "![a](b)",
        "[![a](b)](",
        "[](<",
        "[a](<b",
        '[a](b "',
        "[a](b 'c",
        "[a](b(",
        "[a](\\",
        "*[a]:",
    ),
    *(
        "*",
        "**",
        "***",
        "*a ",
        "*a_ ",
        "a*",
        "**a *a ",
        "_a ",
        "*_",
        "*a b*",
        "_ ",
        "a**b",
        "a*b_c",
        "*a **b ",
    ),
    *("`", "``a`", "```\n", "~~~\n", "```", "`a` ", "    a\n", "\t", "a  \n", "\\", "\\\n", "\\*"),
    *(
        "<",
        "<a",
        "<!",
        "<!--",
        "<?",
        "<![CDATA[",
        "<a b='",
        "<a b c ",
        "</",
        "<b>",
        "</b>",
        "<http:",
        "<a@b",
    ),
    *(
        "&",
        "&#",
        "&a",
        "&amp;",
        "#",
        "# a\n",
        "===\n",
        "a\n===\n",
        "---\n",
        "-",
        "- ",
        "- a\n",
        "-\n",
        "1. a\n1) b\n",
        "3. a\n\nb\n\n",
        "+ ",
    ),
    *(
        "> ",
        ">",
        "> 9\n",
        ">```\n:a    a\n",
        "> [!NOTE]\n",
        "> [!TIP]\n> a\n",
        "> [!TIP]\n> a\nb\n\n",
        "> > [!NOTE]\n",
        "> |a|b|\n> |-|-|\n",
        "- > [!TIP]\n  ",
        "1. ",
        "1. a\n",
        "1) ",
        "* * ",
        "- a\n\n",
        "x\n- ",
        "x\n  - y\n",
    ),
    *(
        "- a\n  - b\n",
        "  ",
        "\n",
        " \n",
        "a\n",
        "\n\n",
        "\u00a0",
        "a ",
        ". ",
        "! ",
        "? ",
        "a-b'",
        "(",
        "(a ",
        ")",
    ),
    *(
        "https://",
        "http://a(",
        "http://a ",
        "https://e.x/a.",
        "://",
        "|",
        "|-",
        "| - ",
        "|\n",
        "| a |\n| - |\n",
        "|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n",
        "a|" * 40,
        "\\|",
        "~~",
        "~~a",
        "==",
        "==a",
    ),
    *(
        ":a",
        ":a:",
        "{",
        "{{",
        "{{a}} ",
        "{{ a",
        "{{ a.b }}",
        "{%",
        "{:",
        "{: .a",
        "--8<--",
        "--",
        "[x] ",
        "a,b: ",
    ),
    *(
        '"',
        "'",
        "é",
        "single sign-on ",
        "single ",
        "Q&A ",
        "\ufdd0",
        "\ufdd1",
        "\u200b",
        "\x00",
        "\r",
    ),
)
KNOWN = terms({"single sign-on": "sso", "Q&A": "qa", "a": "a", "report": "report"})

Work = Callable[[str], object]


def _faults_anew(text: str) -> object:
    """Look for faults in a text that nobody has parsed before."""
    parse.cache_clear()
    return faults(text, {"a": "b"})


WAYS: Mapping[str, Work] = {
    "faults": _faults_anew,
    "one line": lambda text: faults(text, {}, one_line=True),
    "foreign": lambda text: list(foreign(text)),
    "otherwise": lambda text: list(otherwise(text)),
    "fill": lambda text: fill(text, {"a": "b"}),
    "other syntax": other_syntax,
    "escape": escape_text,
    "read": lambda text: read([text]),
    "prose": lambda text: prose(text, {"a": "b"}),
    "in a line": lambda text: inline_html(prose(text, {})),
    "in blocks": lambda text: block_html(prose(text, {})),
    "has terms": lambda text: has_terms(prose(text, {}), KNOWN),
    "terms": lambda text: link_terms(prose(text, {}), KNOWN, (), str),
}
"""Everything that reads a text of an author: the first parses it, and the others find it parsed."""


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_a_text_is_read_in_linear_time(unit: str, *, full: bool) -> None:
    assert _slow(unit, LONGEST_TEXT if full else LARGEST) == ""


@pytest.mark.parametrize("seed", range(8))
def test_a_text_of_several_units_is_read_in_linear_time(seed: int, *, full: bool) -> None:
    chance = random.Random(seed)
    for _ in range(30 if full else 3):
        unit = "".join(chance.choices(UNITS, k=chance.randint(2, 4)))
        assert _slow(unit, LONGEST_TEXT if full else LARGEST) == ""


def _is_fine(grown: Growth) -> bool:
    return max(grown.seconds.values()) <= LONGEST and grown.is_linear(NEGLIGIBLE)


def _slow(unit: str, largest: int) -> str:
    """What to say of a unit of which some text is read too slowly; empty for any other."""
    for make, names in _READ.items():
        for name in names:
            prepare = partial(_prepared, WAYS[name], make, unit)
            grown = growth(prepare, largest, _is_fine)
            if not _is_fine(grown):
                return f"{name} of {make.__name__[1:]} {unit!r}: {grown}"
    return ""


def _prepared(
    work: Work, make: Callable[[str, int], str], unit: str, size: int
) -> Callable[[], object]:
    text = make(unit, size)
    if work is not _faults_anew:
        parse(mask(text))
    return lambda: work(text)


def _repeated(unit: str, size: int) -> str:
    return unit * (size // len(unit))


def _ended(unit: str, size: int) -> str:
    return unit * ((size - 2) // len(unit)) + "\nx"


def _begun(unit: str, size: int) -> str:
    """Behind something that is not closed, as long as the rest."""
    return "[*a `b` <c" + unit * (size // 2 // len(unit)) + "x " * (size // 4 - 5)


def _below_headings(unit: str, size: int) -> str:
    """In a table: each line becomes a row, which is filled up."""
    heads = "| One {{ a }} | Two | Three | Four | Five | Six |\n|-|-|-|-|-|-|\n"
    return heads + unit * ((size - len(heads)) // len(unit))


def _boxed(unit: str, size: int) -> str:
    return "> [!NOTE]\n> " + unit * ((size - 20) // len(unit))


_READ: Mapping[Callable[[str, int], str], tuple[str, ...]] = {
    _repeated: (*WAYS,),
    _ended: ("faults",),
    _begun: ("faults",),
    _below_headings: ("faults", "in blocks"),
    _boxed: ("faults",),
}
"""How texts are made of a unit, and what reads them: the repetition is read by everything."""
