"""FW615: a colour of the brand that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from firstwin.diagnostics import Code, Diagnostic, Severity
from firstwin.models.plan import Origin
from firstwin.models.shades import DARK, LIGHT, READABLE, Scheme, hexed
from firstwin.rules.inspection import Inspection
from firstwin.rules.rule import Rule

CODE = Code(
    "FW615",
    Severity.WARNING,
    "A colour that cannot be read",
    "The brand's colours are those of links and buttons, and links are read: on paper, in panels and on a pale tint "
    "of their own. WCAG asks for a contrast of 4.5 to 1 everywhere. A colour with less gives way to its nearest "
    "shade that has it, darker on light pages and lighter on dark ones, so that a site can be read whatever is "
    "written here. Write the shade that the message names to agree with it, or choose another of your "
    "brand's colours. Without `colour_dark`, dark pages get a shade of `colour`, and nothing is said about it.",
    wrong='colour: "#f5c400"',
    right='colour: "#7f6600"\ncolour_dark: "#f5c400"',
)


def check(inspection: Inspection) -> Iterator[Diagnostic]:
    brand = inspection.project.config.brand
    for key, colour, scheme in (
        ("colour", brand.colour, LIGHT),
        ("colour_dark", brand.colour_dark, DARK),
    ):
        if colour and scheme.contrast(colour) < READABLE:
            place = Origin(inspection.config, ("brand", key))
            hint = _hint(colour, scheme, is_only=not brand.colour_dark)
            yield Diagnostic(CODE, _message(colour, scheme), place.span, hint)


def _message(colour: str, scheme: Scheme) -> str:
    # Rounded down: 4.46 is not the 4.5 that is asked for.
    reached = int(scheme.contrast(colour) * 10) / 10
    return (
        f"`{colour}` cannot be read on {scheme.name} pages: its contrast is {reached} to 1, "
        f"and {READABLE} to 1 is the least"
    )


def _hint(colour: str, scheme: Scheme, *, is_only: bool) -> str:
    shown = hexed(scheme.shades(colour).act)
    stronger = "darker" if scheme is LIGHT else "lighter"
    hint = f'pages show "{shown}" instead: write that, or a {stronger} colour of yours'
    if is_only and scheme is LIGHT and DARK.contrast(colour) >= READABLE:
        hint += f'; dark pages can have it, as `colour_dark: "{colour}"`'
    return hint


RULE = Rule(CODE, check)
