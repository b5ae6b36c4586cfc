"""What an author writes, what becomes of it, and what is said about the rest."""

from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser
from tests import golden

from firstwin.output.settings import MARKDOWN_EXTENSIONS
from firstwin.text import Prose, block_html, escape_text, faults, fill, other_syntax, prose

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))
VALUES = {
    "product.name": "C*i*rn <b>",
    "product.sign_in": "https://app.cairn.test/in?a=1&b=2",
    "product.mail": "mailto:help@cairn.test",
}
EXTENSIONS = [
    name for each in MARKDOWN_EXTENSIONS for name in ([each] if isinstance(each, str) else each)
]

tricky = st.lists(
    st.sampled_from(
        [
            *"ab 1.-+*_`~^=|#>!:/\\[](){}<>&;\"'\n\t%$@?é",
            "{{",
            "}}",
            "{: .x}",
            "```",
            "|-|",
            "> [!TIP]\n",
        ]
    ),
    max_size=40,
).map("".join)


def engine_html(text: Prose) -> str:
    """A page's prose as the engine renders it."""
    page = f'<div markdown>\n\n<div class="fw-prose">\n{block_html(text)}\n</div>\n\n</div>'
    return markdown.markdown(page, extensions=EXTENSIONS)


def heading_html(text: str) -> str:
    """A heading with this text as the engine renders it."""
    return markdown.markdown(
        f"<div markdown>\n\n## {text} {{ #x }}\n\n</div>", extensions=EXTENSIONS
    )


def words(html: str) -> str:
    body = LexborHTMLParser(html).body
    return " ".join(body.text(separator="", deep=True).split()) if body else ""


def tags(html: str) -> set[str]:
    body = LexborHTMLParser(html).body
    return {node.tag or "" for node in body.css("*")} if body else set()


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path, update_goldens: bool) -> None:
    found = golden.sections(case)
    text = found["text"]
    made = prose(text, VALUES)
    said = faults(text, VALUES, one_line=found[""] == "one line")
    golden.compare(
        case,
        {
            "html": engine_html(made),
            "faults": "\n".join(f"line {f.line}: {f.message}\n  {f.hint}" for f in said),
        },
        update=update_goldens,
    )


@given(tricky)
def test_plain_text_is_shown_as_typed_by_the_engine(text: str) -> None:
    shown = words(heading_html(f"x {escape_text(text)} x"))
    assert shown == " ".join(f"x {text} x".split())


@given(tricky)
def test_a_line_of_text_opens_nothing_at_its_start(text: str) -> None:
    html = markdown.markdown(escape_text(text), extensions=EXTENSIONS)
    assert tags(html) <= {"body", "p"}
    assert words(html) == " ".join(text.split())


@given(tricky)
@settings(max_examples=300)
def test_prose_holds_only_what_the_dialect_allows(text: str) -> None:
    html = engine_html(prose(text, VALUES))
    blocks = {
        "body",
        "div",
        "p",
        "pre",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert tags(html) <= blocks | {"em", "strong", "a", "code", "br", "span"}


def test_an_empty_text_is_empty_prose() -> None:
    assert prose(None, {}) == prose("", {}) == Prose()


def test_a_value_is_filled_once() -> None:
    values = {"a.b": "{{ a.c }}", "a.c": "no"}
    assert fill("{{ a.b }} {{a.c}} {{ a.d }}", values) == "{{ a.c }} no {{ a.d }}"
    assert fill("no gaps", values) == "no gaps"


def test_other_template_syntax_has_its_place() -> None:
    assert other_syntax("{{ a.b }} {{ 1 + 1 }} {% if %}") == 10
    assert other_syntax("{{ a.b }} {% if %}") == 10
    assert other_syntax("{{ a.b }}{{{ c }}") == 9
    assert other_syntax("{{ a.b }} none") is None
    assert other_syntax("{ single }") is None


def test_a_value_in_an_address_cannot_leave_it() -> None:
    made = prose("[x](https://a.test/{{ a.b }})", {"a.b": 'y"><script>'})
    assert made == "x"
    made = prose("[x](https://a.test/{{ a.b }})", {"a.b": "y)z*&copy;"})
    (link,) = LexborHTMLParser(engine_html(made)).css("a")
    assert link.attributes["href"] == "https://a.test/y%29z%2A&copy;"


def test_an_address_that_is_not_safe_leaves_its_words() -> None:
    assert prose("[x]({{ a.b }})", {"a.b": "javascript:alert(1)"}) == "x"


def test_unprintable_marks_do_not_fill_values() -> None:
    assert prose("*\ufdd0a.b\ufdd1*", {"a.b": "secret"}) == "<em>\ufffda.b\ufffd</em>"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("1. Plan", "1&#46; Plan"),
        ("- dash", "&#45; dash"),
        ("don't", "don't"),
        ("two\nlines", "two lines"),
        ("a\x00b", "a\ufffdb"),
        ("![x]", "&#33;&#91;x&#93;"),
    ],
)
def test_escape_text(text: str, escaped: str) -> None:
    assert escape_text(text) == escaped


@pytest.mark.parametrize(
    ("slashes", "shown"),
    [("", "N"), ("\\", "{{ a.b }}"), (r"\\", r"\N"), ("\\\\\\", r"\{{ a.b }}"), (r"\\\\", r"\\N")],
)
def test_of_backslashes_before_a_value_two_are_one(slashes: str, shown: str) -> None:
    text, values = f"C:{slashes}{{{{ a.b }}}}", {"a.b": "N"}

    assert fill(text, values) == f"C:{shown}"
    assert words(engine_html(prose(text, values))) == f"C:{shown}"
    assert words(engine_html(prose(f"`{text}`", values))) == f"C:{shown}"
    assert bool(other_syntax(f"C:{slashes}{{% if %}}")) == (len(slashes) % 2 == 0)


@given(st.text(r"\{} a.%#", max_size=30))
def test_what_no_value_fills_keeps_its_words(text: str) -> None:
    assert fill(text, {}).replace("\\", "") == text.replace("\\", "")


def test_many_backslashes_take_no_time() -> None:
    many = "\\" * 19_000 + "{{ a.b" + " " * 900

    assert fill(many, {"a.b": "N"}) == many
    assert other_syntax(many) is None or other_syntax(many + "}}") is None
