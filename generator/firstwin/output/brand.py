"""The brand's colours as a small style sheet.

In: one or two colours of `site_config.yml`. Out: CSS that replaces the `--fw-act*` tokens of the light
and the dark scheme and nothing else, with shades that can be read.
"""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.models.shades import DARK, LIGHT, Shades, hexed


def brand_style(colour: str | None, colour_dark: str | None) -> str:
    """CSS for the brand's colours; empty where the brand has none."""
    rules = [
        *(_rules("light", LIGHT.shades(colour)) if colour else ()),
        *(
            _rules("dark", DARK.shades(colour_dark or colour or ""))
            if colour or colour_dark
            else ()
        ),
    ]
    return "".join([":root {\n", *rules, "}\n"]) if rules else ""


def _rules(scheme: str, shades: Shades) -> Iterator[str]:
    pairs = (
        ("act", shades.act),
        ("act-hover", shades.hover),
        ("act-tint", shades.tint),
        ("on-act", shades.on_act),
    )
    for name, colour in pairs:
        yield f"  --fw-{name}-{scheme}: {hexed(colour)};\n"
