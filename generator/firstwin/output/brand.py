"""The brand's colours and fonts as a small style sheet.

In: the brand of `site_config.yml`. Out: CSS that replaces the `--fw-act*` tokens of the light and the dark scheme, with
shades that can be read, and the font; and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from firstwin.models.config import Brand
from firstwin.models.shades import DARK, LIGHT, Shades, hexed

_FONT: Final = "Brand"
_ALL_WEIGHTS: Final = "100 900"


def brand_style(brand: Brand) -> str:
    """CSS for the brand's colours and fonts; empty where it has none."""
    colour, dark = brand.colour, brand.colour_dark or brand.colour
    rules = [
        *((f'  --fw-font: "{_FONT}", system-ui, sans-serif;\n',) if brand.font else ()),
        *(_rules("light", LIGHT.shades(colour)) if colour else ()),
        *(_rules("dark", DARK.shades(dark)) if dark else ()),
    ]
    faces = _faces(brand.font, brand.font_bold) if brand.font else ()
    return "".join([*faces, ":root {\n", *rules, "}\n"]) if rules else ""


def _faces(font: str, bold: str | None) -> Iterator[str]:
    yield _face(font, "400" if bold else _ALL_WEIGHTS)
    if bold:
        yield _face(bold, "700")


def _face(path: str, weight: str) -> str:
    return (
        f'@font-face {{\n  font-family: "{_FONT}";\n  src: url("../{quote(path)}") format("woff2");\n'
        f"  font-weight: {weight};\n  font-display: swap;\n}}\n"
    )


def _rules(scheme: str, shades: Shades) -> Iterator[str]:
    pairs = (
        ("act", shades.act),
        ("act-hover", shades.hover),
        ("act-tint", shades.tint),
        ("on-act", shades.on_act),
    )
    for name, colour in pairs:
        yield f"  --fw-{name}-{scheme}: {hexed(colour)};\n"
