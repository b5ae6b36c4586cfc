"""What was kept of a site comes back as it was, and whatever else lies in its place is not taken for it."""

import json

import pytest

from firstwin.models.allowance import Load
from firstwin.site.outline import SiteOutline, unpacked_outline
from firstwin.site.reading import Forbidden, Inline, Reading, Reference, packed, unpacked

OUTLINE = SiteOutline(
    pages={"index.html": "index.md", "help/index.html": "help/index.md"},
    copies={"assets/firstwin.css": "assets/firstwin.css"},
    templates={"404.html": "<p>lost</p>", "sitemap.xml": ""},
    warnings=("it says",),
)
READING = Reading(
    references=(
        Reference("../help/#é", loaded=False, line=3, column=1),
        *(Reference("https://elsewhere.example/", what=what) for what in Load),
    ),
    ids=frozenset({"a", "b"}),
    inlines=(Inline("script", "module", "x", "let a = '<';"),),
    forbidden=(Forbidden("message", "hint", "text", 1, 2),),
)
NONE_AT_ALL = [
    *(b"", b"\xff", b"null", b"[]", b"{}", b"[" * 100_000, b'"', b"[[], [], [], [], []]"),
    *(b'[[["\xff"]], [], [], []]', b'{"pages": {"a": "\xff"}}', b'{"x": ' + b"[" * 100_000),
]


def test_what_was_kept_comes_back() -> None:
    assert unpacked_outline(OUTLINE.packed()) == OUTLINE
    assert unpacked(packed(READING)) == READING
    assert unpacked(packed(Reading())) == Reading()


@pytest.mark.parametrize("content", NONE_AT_ALL, ids=range(len(NONE_AT_ALL)))
def test_what_is_of_another_form_is_nothing(content: bytes) -> None:
    assert unpacked_outline(content) is None
    assert unpacked(content) is None


@pytest.mark.parametrize("part", ["pages", "copies", "templates"])
@pytest.mark.parametrize(
    "name",
    [
        "../a.html",
        "a/../../b.html",
        "/a.html",
        "..",
        ".",
        "",
        "a//b.html",
        "..\\a.html",
        "C:/a.html",
        "C:a.html",
        "a\0.html",
        "nul",
    ],
)
def test_no_file_of_an_outline_lies_outside_of_the_site(part: str, name: str) -> None:
    outline = json.loads(OUTLINE.packed())
    outline[part][name] = "index.md"

    assert unpacked_outline(json.dumps(outline).encode()) is None
