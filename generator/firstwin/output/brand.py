"""The brand's colours as a small style sheet.

In: one or two colours of `site_config.yml`. Out: CSS that replaces the `--fw-act*` tokens of the light
and the dark scheme and nothing else, with shades that can be read.
"""

from __future__ import annotations

from firstwin.models.shades import DARK, LIGHT, Shades, hexed


def brand_style(colour: str | None, colour_dark: str | None) -> str:
    """CSS for the brand's colours; empty where the brand has none."""
    light = LIGHT.shades(colour) if colour else None
    dark = DARK.shades(colour_dark or colour or "") if colour or colour_dark else None
    parts = []
    if light:
        parts.append(f':root,\n[data-md-color-scheme="default"] {{\n{_rules(light)}}}\n')
    if dark:
        inner = _rules(dark).replace("  --", "    --")
        parts.append(f'@media screen {{\n  [data-md-color-scheme="slate"] {{\n{inner}  }}\n}}\n')
    return "\n".join(parts)


def _rules(shades: Shades) -> str:
    pairs = (
        ("act", shades.act),
        ("act-hover", shades.hover),
        ("act-tint", shades.tint),
        ("on-act", shades.on_act),
    )
    return "".join(f"  --fw-{name}: {hexed(colour)};\n" for name, colour in pairs)
