"""The style sheets: contrast of every pair of tokens, directions, and nothing that is not used."""

import re
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import tinycss2  # type: ignore[import-untyped]  # it has no types

from firstwin.models.shades import DARK, LIGHT, Scheme, contrast
from firstwin.output.stylesheet import kind_sheets, stylesheet
from firstwin.system.bundled import THEME

CSS = stylesheet(THEME) + "".join(kind_sheets(THEME).values())
TEMPLATES = THEME.parent / "generator/firstwin/templates"
TOKENS = (THEME / "tokens.css").read_text("utf-8")
COLOUR = r"#(\w{6})"
PAIRS = {
    name: dict(zip(("light", "dark"), pair, strict=True))
    for name, *pair in re.findall(rf"--fw-([\w-]+): light-dark\({COLOUR}, {COLOUR}\);", TOKENS)
} | {
    name: {
        scheme: colour
        for named, scheme, colour in re.findall(rf"--fw-([\w-]+)-(light|dark): {COLOUR};", TOKENS)
        if named == name
    }
    for name in ("act", "act-hover", "act-tint", "on-act")
}
SCHEMES = ("light", "dark")

# What text stands on what, and which edges have to be seen: WCAG 1.4.3 and 1.4.11.
TEXT = [
    *product(("ink", "soft", "act"), ("paper", "surface", "sunk", "act-tint")),
    *product(("done", "ember"), ("paper", "surface")),
    ("ember", "ember-tint"),
    ("ink", "ember-tint"),
    ("on-act", "act"),
    ("on-act", "act-hover"),
    ("act-hover", "paper"),
    ("paper", "done"),
    ("paper", "ember"),
    ("paper", "ink"),
]
EDGES = [*product(("edge", "focus"), ("paper", "surface", "sunk")), ("done", "surface")]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [*((a, b, 4.5) for a, b in TEXT), *((a, b, 3.0) for a, b in EDGES)],
)
def test_contrast(scheme: str, front: str, back: str, least: float) -> None:
    assert contrast(_colour(scheme, front), _colour(scheme, back)) >= least


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
def test_a_brand_is_measured_against_the_tokens(scheme: Scheme) -> None:
    assert scheme.paper == _colour(scheme.name, "paper")
    assert scheme.sunk == _colour(scheme.name, "sunk")
    papers = [_colour(scheme.name, name) for name in ("paper", "surface", "sunk")]
    assert scheme.sunk == min(papers, key=lambda paper: contrast(paper, scheme.towards))


def test_every_colour_has_a_light_and_a_dark_value() -> None:
    assert all(set(pair) == {"light", "dark"} for pair in PAIRS.values())
    alone = re.sub(rf"light-dark\([^;]*;|--fw-[\w-]+-(?:light|dark): {COLOUR};", "", TOKENS)
    assert not re.search(r"#\w{3,8}\b|rgba?\(", alone)


def test_colours_are_named_once() -> None:
    sheets = {*THEME.glob("*.css"), *THEME.glob("components/*/*.css")} - {THEME / "tokens.css"}
    beside_tokens = "".join(path.read_text("utf-8") for path in sheets)
    plain = re.sub(r"/\*.*?\*/", "", beside_tokens, flags=re.DOTALL)
    literals = re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", plain)
    assert literals == ["#ffffff"], "print's paper is the one colour that is no token"


def test_directions_are_logical() -> None:
    physical = re.compile(
        r"(?:^|[\s;{])(?:(?:margin|padding|border|inset)-(?:left|right)|left|right|text-align:\s*(?:left|right))\b.*",
        re.MULTILINE,
    )
    assert not physical.findall(CSS)


def test_asks_no_other_host() -> None:
    assert not re.search(r"@import|url\(", CSS)


def test_tokens_that_are_used_are_there() -> None:
    declared = set(re.findall(r"(--fw-[\w-]+):", CSS))
    used = set(re.findall(r"var\((--fw-[\w-]+)", CSS))
    assert used <= declared
    # The tint of what is done stands in the scheme for scripts that mark it.
    assert declared - used <= {"--fw-done-tint"}


def test_every_rule_is_for_something() -> None:
    """A class in the style sheet stands in a template, or is made from parts there."""
    sources = [
        *THEME.glob("components/**/*.html"),
        *THEME.glob("overrides/**/*.html"),
        *TEMPLATES.glob("*.j2"),
    ]
    written = "\n".join(path.read_text("utf-8") for path in sources)
    parts = re.findall(r"fw-[\w-]*(?={{|{%)", written)
    unused = {
        name
        for name in set(re.findall(r"\.(fw-[\w-]+)", CSS))
        if not re.search(rf"(?<![\w-]){name}(?![\w-])", written)
        and not any(part and name.startswith(part) for part in parts)
    }
    assert not unused


def test_the_style_sheet_says_what_those_of_the_theme_say() -> None:
    sheets = [THEME / name for name in ("tokens.css", "base.css", "chrome.css", "pages.css")]
    components = sorted(THEME.glob("components/*/*.css"), key=lambda path: path.as_posix())
    sheets += [path for path in components if path.stem == path.parent.name]
    sheets.append(THEME / "print.css")
    apart = _rules_in(sheets)

    assert _rules(stylesheet(THEME)) == apart
    assert len(apart) > 500
    of_kinds = [path for path in components if path not in sheets]
    for kind, css in kind_sheets(THEME).items():
        assert _rules(css) == _rules_in(path for path in of_kinds if path.match(f"*.{kind}.css"))


def test_what_only_one_kind_of_page_looks_like_is_of_a_kind_that_there_is() -> None:
    """A head that is compared with no kind of page would leave its pages bare."""
    kinds = {path.name.partition(".")[0] for path in TEMPLATES.glob("*.md.j2")}
    assert set(kind_sheets(THEME)) <= kinds


def _rules_in(sheets: Iterable[Path]) -> list[object]:
    return [rule for path in sheets for rule in _rules(path.read_text("utf-8"))]


def _rules(css: str) -> list[object]:
    """Each rule with its selector or condition and what stands in it, however it is laid out."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return [_rule(rule) for rule in rules]


def _rule(rule: Any) -> object:
    prelude = _in_one_line(rule.prelude)
    inner = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return getattr(rule, "at_keyword", ""), prelude, [_part(each) for each in inner]


def _part(part: Any) -> object:
    if part.type != "declaration":
        return _rule(part)
    return part.name, _in_one_line(part.value), part.important


def _in_one_line(tokens: Any) -> str:
    line = " ".join(tinycss2.serialize(tokens).split()).replace(", ", ",").replace(" > ", ">")
    return re.sub(r"(?<![\w.])0(?=\.\d)", "", line)


def _colour(scheme: str, name: str) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(PAIRS[name][scheme])
    return red, green, blue
