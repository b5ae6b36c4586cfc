"""The shades of a brand's colour in which it can be read.

In: a colour of `site_config.yml`. Out: `Shades`: what is pressed, in the light or the dark scheme. What is
pressed is also read, as a link, on paper, in a panel and on its own tint, so a colour that is too faint
on one of them gives way to its nearest shade that is not (WCAG's 4.5 to 1).
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

Rgb = tuple[int, int, int]

WHITE: Final = (255, 255, 255)
BLACK: Final = (0, 0, 0)
READABLE: Final = 4.5


class Shades(Struct, frozen=True):
    """The four shades of what can be pressed."""

    act: Rgb
    hover: Rgb
    tint: Rgb
    on_act: Rgb


class Scheme(Struct, frozen=True):
    """Light or dark pages, and what they make of a colour.

    `paper`, `sunk` and `ink` are tokens: of what text stands on, panels are the darkest on light pages
    and the lightest on dark ones. A colour is moved `towards` black or white until it can be read.
    """

    name: str
    paper: Rgb
    sunk: Rgb
    ink: Rgb
    towards: Rgb
    palest: Rgb
    hover: float
    tint: float

    def shades(self, colour: str) -> Shades:
        """A colour, or its nearest shade that can be read."""
        act = rgb(colour)
        steps = (self._around(_mix(act, self.towards, step / 50)) for step in range(51))
        return next(shades for shades in steps if self._least(shades) >= READABLE)

    def contrast(self, colour: str) -> float:
        """The contrast of a colour as it is written, where it is hardest to read."""
        return self._least(self._around(rgb(colour)))

    def _around(self, act: Rgb) -> Shades:
        on_act = max((WHITE, self.ink), key=lambda ink: contrast(ink, act))
        hover = _mix(act, self.towards, self.hover)
        return Shades(act, hover, _mix(self.palest, act, self.tint), on_act)

    def _least(self, shades: Shades) -> float:
        return min(contrast(shades.act, self.sunk), contrast(shades.act, shades.tint))


LIGHT: Final = Scheme(
    name="light",
    paper=(0xFA, 0xF8, 0xF4),
    sunk=(0xF2, 0xEE, 0xE6),
    ink=(0x1C, 0x1B, 0x19),
    towards=BLACK,
    palest=WHITE,
    hover=0.3,
    tint=0.1,
)
DARK: Final = Scheme(
    name="dark",
    paper=(0x14, 0x15, 0x17),
    sunk=(0x20, 0x23, 0x27),
    ink=(0x14, 0x15, 0x17),
    towards=WHITE,
    palest=(0x14, 0x15, 0x17),
    hover=0.35,
    tint=0.14,
)


def contrast(one: Rgb, other: Rgb) -> float:
    """WCAG's contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Rgb) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mix(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def rgb(text: str) -> Rgb:
    """A colour written as `#rrggbb`."""
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue


def hexed(colour: Rgb) -> str:
    """A colour as it is written: `#rrggbb`."""
    return "#" + bytes(colour).hex()
