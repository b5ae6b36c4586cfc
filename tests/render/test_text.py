"""No text changes a page: whatever an author types is shown as typed, in the page it would have without it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace
from tests.pages.small import PROJECT, guides_of
from tests.render.html import Look, html_of

from firstwin.models.keys import Key
from firstwin.models.values import Audience
from firstwin.pages import lay_out
from firstwin.render import render
from firstwin.resolve import Guides
from firstwin.system.fields import field_names
from firstwin.text import Prose, prose
from firstwin.words import words_in

# Pages of any texts: what renders them is measured where it renders those of a project.
pytestmark = pytest.mark.unmeasured

PAYLOADS = Path(__file__).with_name("payloads.txt").read_text("utf-8").split("\n")[:-1]
LINES = [
    "one\ntwo",
    "one\n\n<b>two</b>",
    "one\r\n# two",
    "one\u2028# two",
    "one\x85- two",
    "\t# tab",
]
CONTROLS = [
    "bell\x07",
    "\x02klzzwxh:0001\x03",
    "null\x00",
    "delete\x7f",
    "\x1b[31m",
    "\x0b# x",
    "\x0c# x",
]

# Fields of guides that hold ids, addresses and the like; `value` is taken apart by its digits.
NO_TEXT = frozenset(
    [
        "also",
        "audience",
        "counted_from",
        "every",
        "id",
        "image",
        "kind",
        "page",
        "part",
        "phase",
        "side",
        "step",
        "tier",
        "tiers",
        "type",
        "url",
        "value",
    ]
)


# What the champion's guide has too, lists from A to Z, whose order is that of the texts, and what words a guide uses.
ALIKE = {
    *(f"team/{persona}/glossary/index.md" for persona in ("admin", "champion", "csm")),
    *(f"team/admin/{path}index.md" for path in ("", "plan/", "use/")),
    *("everything/index.md", "everything/team/index.md"),
}


def with_texts(value: Any, text: Callable[[], str], markdown: Callable[[Prose], Prose]) -> Any:
    """A copy of guides, or of a part, with every author's text replaced."""
    if isinstance(value, Prose):
        return markdown(value)
    if isinstance(value, str):
        return text() if value and not isinstance(value, Key) else value
    if isinstance(value, tuple):
        return tuple(with_texts(part, text, markdown) for part in value)
    if isinstance(value, Mapping):
        return {key: with_texts(part, text, markdown) for key, part in value.items()}
    if isinstance(value, Struct):
        changed = {
            name: with_texts(getattr(value, name), text, markdown)
            for name in field_names(type(value))
            if name not in NO_TEXT | {"origins", "config"}
        }
        return replace(value, **changed)
    return value


def guides_with(texts: Iterable[str]) -> Guides:
    """The small project with its plain texts taken from `texts`, one after the other."""
    more = iter(texts)
    guides: Guides = with_texts(guides_of(Audience.INTERNAL), lambda: next(more), lambda old: old)
    named = {"title": next(more), "description": next(more)}
    return replace(guides, config=guides.config.model_copy(update=named))


def pages_with(guides: Guides) -> dict[str, str]:
    pages = lay_out(guides, words_in("en"))
    some = tuple(page for page in pages.pages if page.path not in ALIKE)
    files, faults = render(replace(pages, pages=some), PROJECT)
    assert not faults
    return files


def html_without_terms(text: str) -> str:
    """The HTML of a page without terms and, at its end, their meanings: which there are depends on its words."""
    html = re.sub(r'<span class="fw-term-end">(.*?)</span>', r"\1", html_of(text))
    html = re.sub(r'<button class="fw-term"[^>]*>(.*?)</button>', r"\1", html)
    return html.partition('<div class="fw-glosses"')[0]


def seen(text: str) -> str:
    """A text as a browser shows it: white space folded, controls made visible."""
    return " ".join(re.sub(r"[\x00-\x08\x0e-\x1b\x7f]", "\ufffd", text).split())


@cache
def plain() -> Mapping[str, list[str]]:
    """The shape of each page of the small project with a harmless text in every place."""
    return {
        path: Look(html_without_terms(text)).shape
        for path, text in pages_with(guides_with(cycle(["Text"]))).items()
    }


def check(texts: list[str]) -> None:
    """Hold the pages of the small project with these texts against those with a harmless one."""
    files = pages_with(guides_with(cycle(texts)))
    shown: list[str] = []
    for path, text in files.items():
        look = Look(html_without_terms(text))
        assert not look.faults, path
        assert look.shape == plain()[path], path
        assert not [name for _, name, _ in look.attributes if name.startswith("on")]
        shown += look.text
        yaml.safe_load(text.split("---\n")[1])
    everything = "\n".join(shown)
    missing = [text for text in texts if seen(text) not in everything]
    assert not missing


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 40))
def test_payloads_are_shown_as_typed(start: int) -> None:
    check(PAYLOADS[start : start + 40])


@pytest.mark.parametrize("text", LINES + CONTROLS)
def test_line_ends_and_controls_are_harmless(text: str) -> None:
    check([text])


@pytest.mark.parametrize(
    "text", ["C#", "C #", "## x ##", "x {#y}", "x\\", "x`", "-", "1.", "===", "x  ", "<", "&", "x:"]
)
def test_what_matters_at_an_end_of_a_line_does_not(text: str) -> None:
    check([text])


@given(st.lists(st.text(min_size=1).filter(lambda text: bool(seen(text))), min_size=1, max_size=20))
@settings(max_examples=10)
def test_any_text_is_shown_as_typed(texts: list[str]) -> None:
    check(texts)


def check_markdown(texts: list[str]) -> None:
    """Whatever an author's Markdown holds, the page around it stays sound."""
    more = cycle(texts)
    guides: Guides = with_texts(
        guides_of(Audience.INTERNAL),
        lambda: "Text",
        lambda old: prose(next(more), {}) if old else old,
    )
    for path, text in pages_with(guides).items():
        look = Look(html_of(text))
        # A text of rejected syntax alone (a link definition) has nothing left to show.
        assert set(look.faults) <= {"an empty <p>"}, path
        assert not [tag for tag, _, _ in look.attributes if tag in ("script", "iframe", "object")]
        assert not [name for _, name, _ in look.attributes if name.startswith("on")]
        assert not [
            value
            for _, name, value in look.attributes
            if name in ("href", "src")
            and re.match(r"\s*(javascript|vbscript|data):", value, re.IGNORECASE)
        ]


@pytest.mark.parametrize("start", range(0, len(PAYLOADS), 40))
def test_payloads_in_markdown_leave_the_page_sound(start: int) -> None:
    check_markdown(PAYLOADS[start : start + 40])


@given(st.lists(st.text(min_size=1), min_size=1, max_size=20))
@settings(max_examples=10)
def test_any_markdown_leaves_the_page_sound(texts: list[str]) -> None:
    check_markdown(texts)


@pytest.mark.parametrize("text", ["C#", "C #", "## x ##", "#", "x {#y}", "x\\", "`x"])
def test_a_title_is_shown_as_typed_to_its_end(text: str) -> None:
    files = pages_with(guides_with(cycle([text])))
    for path in ("tutorials/connect-sso/index.md", "team/index.md"):
        heading = re.search(r"<h1[^>]*>.*?</h1>", html_of(files[path]), re.DOTALL)
        assert heading
        assert Look(heading[0]).text == [text]
