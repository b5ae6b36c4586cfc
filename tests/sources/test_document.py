"""Documents: the data of a file and the places of what is in it."""

from pathlib import Path

import pytest
from tests.sources.reading import NAME, read_one

from firstwin.diagnostics import Span
from firstwin.sources import Document, KeyPath, Quoted, TextCut

YAML = """\
title: Plan together
steps:
  - id: a
    with: [champion, csm]
    notes:
      internal: Read it.
  -   id: b # the second
empty:
text: |
  One.
  Two.
"""


@pytest.fixture
def document(tmp_path: Path) -> Document:
    made, found = read_one(tmp_path, YAML)
    assert found == []
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("keys", "value", "key"),
    [
        (("title",), (1, 8, 1, 21), (1, 1, 1, 6)),
        (("steps",), (3, 3, 3, 10), (2, 1, 2, 6)),
        (("steps", 0), (3, 5, 3, 10), (3, 5, 3, 10)),
        (("steps", 0, "with"), (4, 11, 4, 26), (4, 5, 4, 9)),
        (("steps", 0, "with", 1), (4, 22, 4, 25), (4, 22, 4, 25)),
        (("steps", 0, "notes", "internal"), (6, 17, 6, 25), (6, 7, 6, 15)),
        (("steps", 1, "id"), (7, 11, 7, 12), (7, 7, 7, 9)),
        (("empty",), (8, 7, 8, 7), (8, 1, 8, 6)),
        (("text",), (9, 7, 12, 1), (9, 1, 9, 5)),
        # What is not there is where it should be: at the nearest parent.
        (("steps", 1, "title"), (7, 7, 7, 25), (7, 7, 7, 25)),
        (("steps", 7), (3, 3, 3, 10), (2, 1, 2, 6)),
        (("title", "deeper"), (1, 8, 1, 21), (1, 1, 1, 6)),
    ],
)
def test_places_of_values_and_keys(
    document: Document,
    keys: KeyPath,
    value: tuple[int, int, int, int],
    key: tuple[int, int, int, int],
) -> None:
    assert document.span(keys) == Span(document.path, *value)
    assert document.key_span(keys) == Span(document.path, *key)
    assert document.line_of(keys) == key[0]


def test_a_document_without_a_tree_has_the_place_of_its_file() -> None:
    assert Document("a.yml", {}, None).span(("x",)) == Span("a.yml")


@pytest.mark.parametrize(
    ("keys", "is_there"),
    [
        (("steps", 1, "id"), True),
        (("empty",), True),
        (("steps", 2), False),
        (("steps", "0"), False),
        (("title", "x"), False),
    ],
)
def test_whether_a_value_is_there(document: Document, keys: KeyPath, is_there: bool) -> None:
    assert document.has(keys) is is_there


def test_scalars_know_how_they_were_written(tmp_path: Path) -> None:
    document, found = read_one(
        tmp_path,
        "plain: 25\ndouble: \"25\"\nsingle: '25'\nblock: |\n  25\nfold: >\n  25\n"
        "cut: Watch ticket #42\nspaced: Text \t # a comment\nnothing: # a comment\n"
        "tilde: ~ # a comment\nlist: [a, b] # a comment\nhash: a#b\n",
    )
    assert found == []
    assert document is not None
    data = document.data
    assert isinstance(data, dict)

    kinds = {key: type(value) for key, value in data.items()}
    assert kinds == {
        "plain": str,
        "double": Quoted,
        "single": Quoted,
        "block": Quoted,
        "fold": Quoted,
        "cut": TextCut,
        "spaced": TextCut,
        "nothing": type(None),
        "tilde": type(None),
        "list": list,
        "hash": str,
    }
    assert (data["cut"], data["cut"].comment) == ("Watch ticket", "#42")
    assert (data["spaced"], data["spaced"].comment) == ("Text", "# a comment")


@pytest.mark.parametrize(
    ("yaml", "keys", "line"),
    [
        ("title: Watch ticket #42\n", ("title",), 'title: "Watch ticket #42"'),
        ("list:\n  - Note: read this\n  - b\n", ("list", 0), '- "Note: read this"'),
        ("list:\n  - Do the following:\nb: c\n", ("list", 0), '- "Do the following:"'),
        ("title: [Draft]\n", ("title",), 'title: "[Draft]"'),
        ('title: Say "a" #b\n', ("title",), "title: 'Say \"a\" #b'"),
        ("list:\n  - a: b\n    c: d\n", ("list", 0), ""),
        ('title: "quoted"\n', ("title",), ""),
        ("flow: {a: b #c\n  }\n", ("flow", "a"), ""),
        ("title:\n", ("title",), ""),
    ],
)
def test_a_line_with_its_value_in_quotes(
    yaml: str, keys: KeyPath, line: str, tmp_path: Path
) -> None:
    document, _ = read_one(tmp_path, yaml)

    assert document is not None
    assert document.in_quotes(keys) == line


def test_places_in_mended_lines_are_those_of_the_file(tmp_path: Path) -> None:
    document, _ = read_one(tmp_path, "a: @b\nc:\n\td: e\nf: g\n")

    assert document is not None
    assert document.data == {"a": "@b", "c": {"d": "e"}, "f": "g"}
    assert document.line_of(("c", "d")) == 3
    assert document.line_of(("f",)) == 4
    assert document.lines[2] == "\td: e"
    assert document.mended == {1: 0, 3: 1}
    assert document.span(("c", "d")) == Span(NAME, 3, 5, 3, 6, "c.d")
