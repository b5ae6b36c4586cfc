"""A brand's colour becomes colours that can be read, in light and in dark."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstwin.models.config import Brand
from firstwin.models.shades import DARK, LIGHT, READABLE, Rgb, Scheme, contrast, hexed
from firstwin.output.brand import brand_style

colours = st.from_regex(r"\A#[0-9a-f]{6}\Z")


def tokens(css: str, scheme: str) -> dict[str, Rgb]:
    found = re.findall(rf"--fw-([a-z-]+)-{scheme}: #([0-9a-f]{{6}});", css)
    return {name: tuple(bytes.fromhex(value)) for name, value in found}  # type: ignore[misc]  # three bytes each


@pytest.mark.parametrize(("name", "scheme"), [("light", LIGHT), ("dark", DARK)])
@given(colour=colours)
def test_any_colour_can_be_read_and_written_on(name: str, scheme: Scheme, colour: str) -> None:
    act = tokens(brand_style(Brand(colour=colour, colour_dark=None)), name)
    for link in ("act", "act-hover"):
        assert contrast(act["on-act"], act[link]) >= 4.5
        for under in (scheme.paper, scheme.sunk, act["act-tint"]):
            assert contrast(act[link], under) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
@given(colour=colours)
def test_the_shade_that_is_shown_can_be_written_instead(scheme: Scheme, colour: str) -> None:
    shown = scheme.shades(colour)
    assert scheme.contrast(hexed(shown.act)) >= READABLE
    assert scheme.shades(hexed(shown.act)) == shown


def test_a_colour_that_can_be_read_is_kept() -> None:
    css = brand_style(Brand(colour="#0f4c81", colour_dark="#8fc1ee"))
    assert tokens(css, "light")["act"] == (0x0F, 0x4C, 0x81)
    assert tokens(css, "dark")["act"] == (0x8F, 0xC1, 0xEE)


def test_only_the_dark_scheme_changes_when_only_its_colour_is_named() -> None:
    css = brand_style(Brand(colour=None, colour_dark="#8fc1ee"))
    assert tokens(css, "dark")
    assert not tokens(css, "light")


def test_no_brand_needs_no_style() -> None:
    assert brand_style(Brand(colour=None, colour_dark=None)) == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_but_the_four_tokens_is_set(scheme: str) -> None:
    names = set(tokens(brand_style(Brand(colour="#aa0000", colour_dark=None)), scheme))
    assert names == {"act", "act-hover", "act-tint", "on-act"}


def test_a_font_of_the_theme_is_that_of_all_that_is_read() -> None:
    css = brand_style(Brand.model_validate({"font": 'fonts/In "ter.woff2'}))
    assert 'src: url("../fonts/In%20%22ter.woff2") format("woff2");' in css
    assert "font-weight: 100 900;" in css
    assert '--fw-font: "Brand", system-ui, sans-serif;' in css
    assert not tokens(css, "light")


def test_a_font_may_have_a_bold_one_beside_it() -> None:
    fonts = {"font": "a.woff2", "font_bold": "b.woff2", "colour": "#aa0000"}
    css = brand_style(Brand.model_validate(fonts))
    assert re.findall(r"url\(\"([^\"]*)\"\)[^}]*font-weight: (\d+);", css, re.DOTALL) == [
        ("../a.woff2", "400"),
        ("../b.woff2", "700"),
    ]
    assert "act" in tokens(css, "light")
