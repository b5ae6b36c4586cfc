"""Each component keeps to the rules of theme/README.md, and survives the Markdown engine."""

import re
from collections import Counter

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode
from tests.theme.gallery import COMPONENTS, Example, arguments, components, examples, macro_name

from firstwin.output.settings import MARKDOWN_EXTENSIONS
from firstwin.output.stylesheet import kind_sheets
from firstwin.system.bundled import THEME

ALL = components()
EXAMPLES = [
    pytest.param(example, id=f"{example.component}: {example.title}")
    for component in ALL
    for example in examples(component)
]
OUR_CLASS = re.compile(r"(?!.+fw-)fw-[a-z\d-]+(__[a-z\d-]+)?")


@pytest.mark.parametrize("component", ALL)
def test_folder_holds_template_and_examples(component: str) -> None:
    names = {path.name for path in (COMPONENTS / component).iterdir()}
    assert {f"{component}.html", "examples.yml"} <= names
    endings = ("html", "css", "ts", "later.ts", *(f"{kind}.css" for kind in kind_sheets(THEME)))
    assert names <= {*(f"{component}.{ending}" for ending in endings), "examples.yml"}


def test_every_folder_has_examples() -> None:
    assert {path.name for path in COMPONENTS.iterdir() if path.is_dir()} == set(ALL)


@pytest.mark.parametrize("component", ALL)
def test_comment_names_every_argument(component: str) -> None:
    source = (COMPONENTS / component / f"{component}.html").read_text("utf-8")
    comment = source.partition("-#}")[0]
    signature = re.search(rf"{{% macro {macro_name(component)}\((.*?)\) %}}", source)
    assert signature, "the macro has the name of its folder"
    assert f"{macro_name(component)}({signature[1]})" in comment
    for argument in signature[1].split(", "):
        assert re.search(rf"^ +{argument.partition('=')[0]} ", comment, re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_line_of_html_is_indented(example: Example) -> None:
    for line in example.html.splitlines():
        assert line == line.lstrip()


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_an_example_says_is_shown(example: Example) -> None:
    """An entry that is called as a method of mappings is, `copy` or `items`, shows the method."""
    assert " at 0x" not in example.html


@pytest.mark.parametrize("example", EXAMPLES)
def test_html_needs_no_unsafe_policy(example: Example) -> None:
    for node in _elements(example.html):
        assert "style" not in node.attributes
        assert not [name for name in node.attributes if name.startswith("on")]
        assert node.tag not in ("script", "style")


@pytest.mark.parametrize("example", EXAMPLES)
def test_classes_are_ours(example: Example) -> None:
    for node in _elements(example.html):
        for name in (node.attributes.get("class") or "").split():
            assert OUR_CLASS.fullmatch(name)


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("depth", [0, 2])
def test_engine_keeps_what_the_macro_wrote(example: Example, depth: int) -> None:
    around = "\n\n<div markdown>" * depth, "</div>\n\n" * depth
    text = f"{around[0]}\n\n{example.html}\n\n{around[1]}\n\nafterwards\n"
    converter = Markdown(
        extensions=[
            name if isinstance(name, str) else next(iter(name)) for name in MARKDOWN_EXTENSIONS
        ]
    )
    made = LexborHTMLParser(converter.convert(text))

    assert _classes(made) == _classes(LexborHTMLParser(example.html))
    assert not made.css("[markdown]")
    body = made.body
    assert body
    last = [child for child in body.iter() if child.tag == "p"][-1]
    assert last.text() == "afterwards", "an element was closed too late or too early"
    assert not re.search(r"^#|{ ?#|markdown", body.text(), re.MULTILINE)
    for paragraph in made.css("p"):
        assert not paragraph.css("div, ul, ol, dl, section, p p")


@pytest.mark.parametrize("example", examples("sheet"), ids=lambda example: example.title)
def test_a_sheet_names_every_step(example: Example) -> None:
    """Whether it is ticked, has lines to tick, is a milestone of others, or none of these."""
    shown = LexborHTMLParser(example.html).css(".fw-sheet__step")
    phases = arguments("sheet", example.title)["phases"]
    steps = [step for phase in phases for step in phase["steps"]]
    assert len(shown) == len(steps)
    for step, node in zip(steps, shown, strict=True):
        assert (step["milestone"] or step["title"]) in node.text(), node.html


def test_targets_that_mean_the_same_words_are_named() -> None:
    """A tile leads with its number; two numbers of the same words need their names."""
    alike = next(example for example in examples("metrics") if "same words" in example.title)
    others = [example for example in examples("metrics") if example != alike]
    names = LexborHTMLParser(alike.html).css(".fw-metrics__name")
    assert [node.text() for node in names] == ["Time to a first reply", "Time to a second reply"]
    assert not any("fw-metrics__name" in example.html for example in others)


def _elements(html: str) -> list[LexborNode]:
    return LexborHTMLParser(html).css("*")


def _classes(tree: LexborHTMLParser) -> Counter[str]:
    return Counter(f"{node.tag}.{node.attributes.get('class')}" for node in tree.css("[class]"))
