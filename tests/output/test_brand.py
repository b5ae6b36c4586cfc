"""A brand's colour becomes colours that can be read, in light and in dark."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstwin.output.brand import DARK_PAPER, LIGHT_PAPER, Rgb, brand_style, contrast

colours = st.from_regex(r"\A#[0-9a-f]{6}\Z")


def tokens(css: str, scheme: str) -> dict[str, Rgb]:
    block = re.search(rf'\[data-md-color-scheme="{scheme}"\] {{(.*?)}}', css, re.DOTALL)
    assert block
    found = re.findall(r"--fw-([a-z-]+): #([0-9a-f]{6});", block[1])
    return {name: tuple(bytes.fromhex(value)) for name, value in found}  # type: ignore[misc]  # three bytes each


@given(colours)
def test_any_colour_can_be_read_on_paper_and_written_on(colour: str) -> None:
    css = brand_style(colour, None)
    for scheme, paper in (("default", LIGHT_PAPER), ("slate", DARK_PAPER)):
        act = tokens(css, scheme)
        assert contrast(act["act"], paper) >= 4.5
        assert contrast(act["act-hover"], paper) >= 4.5
        assert contrast(act["on-act"], act["act"]) >= 4.5


@given(colours)
def test_links_can_be_read_on_the_tint_of_their_colour(colour: str) -> None:
    css = brand_style(colour, None)
    for scheme in ("default", "slate"):
        act = tokens(css, scheme)
        assert contrast(act["act-hover"], act["act-tint"]) >= 3.8


def test_a_colour_that_can_be_read_is_kept() -> None:
    css = brand_style("#0f4c81", "#8fc1ee")
    assert tokens(css, "default")["act"] == (0x0F, 0x4C, 0x81)
    assert tokens(css, "slate")["act"] == (0x8F, 0xC1, 0xEE)


def test_only_the_dark_scheme_changes_when_only_its_colour_is_named() -> None:
    css = brand_style(None, "#8fc1ee")
    assert "slate" in css
    assert '"default"' not in css


def test_no_brand_needs_no_style() -> None:
    assert brand_style(None, None) == ""


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_nothing_but_the_four_tokens_is_set(scheme: str) -> None:
    names = set(tokens(brand_style("#aa0000", None), scheme))
    assert names == {"act", "act-hover", "act-tint", "on-act"}
