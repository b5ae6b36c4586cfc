"""A brand's colour becomes colours that can be read, in light and in dark."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstwin.models.shades import DARK, LIGHT, READABLE, Rgb, Scheme, contrast, hexed
from firstwin.output.brand import brand_style

colours = st.from_regex(r"\A#[0-9a-f]{6}\Z")


def tokens(css: str, scheme: str) -> dict[str, Rgb]:
    found = re.findall(rf"--fw-([a-z-]+)-{scheme}: #([0-9a-f]{{6}});", css)
    return {name: tuple(bytes.fromhex(value)) for name, value in found}  # type: ignore[misc]  # three bytes each


@pytest.mark.parametrize(("name", "scheme"), [("light", LIGHT), ("dark", DARK)])
@given(colour=colours)
def test_any_colour_can_be_read_and_written_on(name: str, scheme: Scheme, colour: str) -> None:
    act = tokens(brand_style(colour, None), name)
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
    css = brand_style("#0f4c81", "#8fc1ee")
    assert tokens(css, "light")["act"] == (0x0F, 0x4C, 0x81)
    assert tokens(css, "dark")["act"] == (0x8F, 0xC1, 0xEE)


def test_only_the_dark_scheme_changes_when_only_its_colour_is_named() -> None:
    css = brand_style(None, "#8fc1ee")
    assert tokens(css, "dark")
    assert not tokens(css, "light")


def test_no_brand_needs_no_style() -> None:
    assert brand_style(None, None) == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_but_the_four_tokens_is_set(scheme: str) -> None:
    names = set(tokens(brand_style("#aa0000", None), scheme))
    assert names == {"act", "act-hover", "act-tint", "on-act"}
