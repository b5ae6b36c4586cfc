"""The brand's colours as a small style sheet.

In: one or two colours of `site_config.yml`. Out: CSS that replaces the `--fw-act*` tokens of the light
and the dark scheme and nothing else. What is pressed is also read, as a link, so a colour that is too
faint on paper gives way to its nearest shade that can be read (WCAG's 4.5 to 1).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Rgb = tuple[int, int, int]

WHITE: Final = (255, 255, 255)
BLACK: Final = (0, 0, 0)
READABLE: Final = 4.5

# The tokens these are measured against: tokens.css has them as --fw-paper, --fw-act-tint's paler
# neighbours and --fw-ink.
LIGHT_PAPER: Final = (0xFA, 0xF8, 0xF4)
DARK_PAPER: Final = (0x14, 0x15, 0x17)
LIGHT_INK: Final = (0x1C, 0x1B, 0x19)


@dataclass(frozen=True, slots=True)
class _Act:
    """The four shades of what can be pressed."""

    act: Rgb
    hover: Rgb
    tint: Rgb
    on_act: Rgb

    def rules(self) -> str:
        pairs = (
            ("act", self.act),
            ("act-hover", self.hover),
            ("act-tint", self.tint),
            ("on-act", self.on_act),
        )
        return "".join(f"  --fw-{name}: {_hex(colour)};\n" for name, colour in pairs)


def brand_style(colour: str | None, colour_dark: str | None) -> str:
    """CSS for the brand's colours; empty where the brand has none."""
    light = _light(_rgb(colour)) if colour else None
    dark = _dark(_rgb(colour_dark or colour or "")) if colour or colour_dark else None
    parts = []
    if light:
        parts.append(f':root,\n[data-md-color-scheme="default"] {{\n{light.rules()}}}\n')
    if dark:
        inner = dark.rules().replace("  --", "    --")
        parts.append(f'@media screen {{\n  [data-md-color-scheme="slate"] {{\n{inner}  }}\n}}\n')
    return "\n".join(parts)


def _light(colour: Rgb) -> _Act:
    act = _until_readable(colour, towards=BLACK, on=LIGHT_PAPER)
    on_act = max((WHITE, LIGHT_INK), key=lambda ink: contrast(ink, act))
    return _Act(act, _mix(act, BLACK, 0.3), _mix(WHITE, act, 0.1), on_act)


def _dark(colour: Rgb) -> _Act:
    act = _until_readable(colour, towards=WHITE, on=DARK_PAPER)
    on_act = max((WHITE, DARK_PAPER), key=lambda ink: contrast(ink, act))
    return _Act(act, _mix(act, WHITE, 0.35), _mix(DARK_PAPER, act, 0.14), on_act)


def _until_readable(colour: Rgb, towards: Rgb, on: Rgb) -> Rgb:
    shades = (_mix(colour, towards, step / 50) for step in range(51))
    return next(shade for shade in shades if contrast(shade, on) >= READABLE)


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


def _rgb(text: str) -> Rgb:
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue


def _hex(colour: Rgb) -> str:
    return "#" + bytes(colour).hex()
