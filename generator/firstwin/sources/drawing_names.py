"""The elements and attributes of SVG that draw, and nothing else.

In: nothing. Out: sets of names. What is not in them is refused: closed by default, because a drawing that is opened
by itself is a document, which runs and loads whatever it likes.
"""

from __future__ import annotations

from typing import Final

_SHAPES: Final = "circle ellipse g line path polygon polyline rect svg symbol use"
_TEXT: Final = "desc text textPath title tspan"
_PAINT: Final = "clipPath defs linearGradient marker mask pattern radialGradient stop style"
_FILTERS: Final = (
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
    "feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur "
    "feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile "
    "feTurbulence filter"
)
ELEMENTS: Final = frozenset(f"{_SHAPES} {_TEXT} {_PAINT} {_FILTERS}".split())

_CORE: Final = "class data-name id lang role style tabindex transform type version baseProfile"
_PLACES: Final = (
    "cx cy d dx dy fr fx fy gradientTransform gradientUnits height lengthAdjust markerHeight markerUnits "
    "markerWidth maskContentUnits maskUnits method offset orient pathLength patternContentUnits "
    "patternTransform patternUnits points preserveAspectRatio r refX refY rotate rx ry side spacing "
    "spreadMethod startOffset textLength viewBox width x x1 x2 y y1 y2 clipPathUnits"
)
_LOOKS: Final = (
    "alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation "
    "color-interpolation-filters color-rendering direction display dominant-baseline enable-background fill "
    "fill-opacity fill-rule filter flood-color flood-opacity font font-family font-feature-settings font-kerning "
    "font-size font-size-adjust font-stretch font-style font-variant font-weight image-rendering "
    "isolation letter-spacing lighting-color marker marker-end marker-mid marker-start mask mask-type "
    "mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke "
    "stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
    "stroke-width text-anchor text-decoration text-rendering transform-origin unicode-bidi vector-effect "
    "visibility white-space word-spacing writing-mode"
)
_OF_FILTERS: Final = (
    "amplitude azimuth baseFrequency bias diffuseConstant divisor edgeMode elevation exponent filterUnits in "
    "in2 intercept k1 k2 k3 k4 kernelMatrix kernelUnitLength limitingConeAngle mode numOctaves operator order "
    "pointsAtX pointsAtY pointsAtZ preserveAlpha primitiveUnits radius result scale seed slope "
    "specularConstant specularExponent stdDeviation stitchTiles surfaceScale tableValues targetX targetY "
    "values xChannelSelector yChannelSelector z"
)
ATTRIBUTES: Final = frozenset(f"{_CORE} {_PLACES} {_LOOKS} {_OF_FILTERS}".split())
SPOKEN: Final = "aria-"
"""What attributes for those who hear a drawing begin with."""
WORDS: Final = frozenset({"class", "data-name", "id", "lang", "role", "version", "baseProfile"})
"""Attributes whose values are words: nothing reads them as CSS."""

FUNCTIONS: Final = frozenset(
    (
        "calc cubic-bezier hsl hsla matrix matrix3d max min rgb rgba rotate scale scaleX scaleY skew skewX skewY "
        "translate translateX translateY translate3d url var blur brightness contrast drop-shadow grayscale "
        "hue-rotate invert opacity saturate sepia polygon circle inset ellipse"
    )
    .lower()
    .split()
)
"""The functions of CSS that compute; others load something. An address is a place in the drawing itself."""

SELECTORS: Final = frozenset(
    ["and", "is", "media", "not", "nth-child", "nth-of-type", "only", "or", "supports", "where"]
)
"""What stands before a bracket in a style sheet and is no function."""
RULES: Final = frozenset({"media", "supports"})
"""The rules of CSS that only choose."""
